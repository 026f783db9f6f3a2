import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loneMove, useOffice } from "../../src/casework/testing/office-over-http.ts";
import { approver, clerk } from "../../src/demo-data/cast.ts";
import { locales } from "../../src/policy/index.ts";
import { withPage } from "../browser.ts";
import { look, openDesk, wordsOf } from "./desk.ts";

const office = await useOffice();
const { url } = office;
const day = 86_400_000;
const onPaper = { kind: "application-form" };
const [lin, he, han] = [office.clerk("林老师"), office.clerk("何晓"), office.approver("韩老师")];

/** Applications of one person, handed in on paper some days ago. */
async function makeCases(count: number, days: number): Promise<readonly string[]> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - days * day });
  const window = office.clerk(`窗口（${days}天前）`);
  const handIn = async () => {
    const body = { ...loneMove(office.people.gulnar), onPaper };
    const opened = await window.post(office.desk, body, { "idempotency-key": randomUUID() });
    const submit = { do: "submit", onPaper };
    await window.post(`${office.desk}/${opened.json.case}/steps`, submit, {
      "idempotency-key": randomUUID(),
      "if-match": `"c${opened.json.version}"`,
    });
    return opened.json.case;
  };
  const made: string[] = [];
  for (let left = count; left > 0; left -= 8)
    made.push(...(await Promise.all(Array.from({ length: Math.min(left, 8) }, handIn))));
  vi.useRealTimers();
  return made;
}

/** One that waits for a second person, and one whose refusal is under review. */
async function makeSecond(proposed: string, reviewed: string): Promise<void> {
  for (const key of [proposed, reviewed]) {
    await lin.step(key, { do: "accept" });
    await lin.step(key, { do: "check", seen: [], note: null });
    await office.answered(lin, key);
    const refusal = { do: "decide", granted: [], clause: null, against: "地址无法核实" };
    await lin.step(key, refusal);
  }
  await han.step(reviewed, { do: "approve" });
  await han.step(reviewed, { do: "deliver", how: "window" });
  const gulnar = office.resident("古丽娜尔", office.people.gulnar);
  const ask = { do: "ask-review", against: "decision", why: "地址已登记", heard: null };
  expect(await gulnar.step(reviewed, ask)).toMatchObject({ status: 200 });
}

let old: readonly string[] = [];
beforeAll(async () => {
  old = await makeCases(3, 20);
  const made = await makeCases(54, 0);
  await makeSecond(made[0] ?? "", made[1] ?? "");
  await he.get(office.desk);
}, 60_000);

const wide = { reducedMotion: "reduce", viewport: { width: 1440, height: 900 } } as const;
const { d } = wordsOf("zh-CN");
const words = d.queue;
const rowsOf = (page: Page) => page.locator("[data-case]");
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-case]")?.dataset["case"]);
const partOf = (page: Page) => new URL(page.url()).hash;

describe("the queue", () => {
  it("has the most urgent first, page after page, and what is filtered stands in the address", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await page.getByText(words.doorCounts(57, 3)).waitFor();
      await page.keyboard.press("Alt+c");
      await page.getByText(words.shown(50, true)).waitFor();
      expect(await rowsOf(page).count()).toBe(50);
      for (const place of [0, 1, 2]) {
        expect(old).toContain(await rowsOf(page).nth(place).getAttribute("data-case"));
        await rowsOf(page)
          .nth(place)
          .getByText(/逾期\d+个工作日/)
          .waitFor();
      }
      expect(await page.getByText("古丽娜尔").count()).toBe(0);
      await page.getByRole("button", { name: words.more }).click();
      await page.getByText(words.shown(57, false)).waitFor();
      expect(partOf(page)).toBe("#/cases?pages=2");

      await page.getByLabel(words.overdueOnly).click();
      await page.getByText(words.shown(3, false)).waitFor();
      expect(partOf(page)).toBe("#/cases?overdue=yes");
      await page.getByLabel(words.handler).selectOption("me");
      await page.getByText(words.empty.filtered).waitFor();
      await page.goBack();
      await page.getByText(words.shown(3, false)).waitFor();
      await page.goBack();
      await page.getByText(words.shown(57, false)).waitFor();
      await page.getByRole("link", { name: words.stages.proposed }).click();
      await page.getByText(words.shown(1, false)).waitFor();

      const box = page.getByLabel(words.reference, { exact: true });
      await box.fill("118");
      await box.press("Enter");
      await page.getByText(words.referenceWrong).waitFor();
      await box.fill("20261122-AAAAAA");
      await box.press("Enter");
      await page.getByText(words.empty.reference("20261122-AAAAAA")).waitFor();
      await page.getByRole("link", { name: words.clear }).click();
      await page.getByText(words.shown(50, true)).waitFor();
      const reference = (await rowsOf(page).nth(4).locator("a").textContent()) ?? "";
      await box.fill(reference.toLowerCase().replace("-", " "));
      await box.press("Enter");
      await page.getByText(words.shown(1, false)).waitFor();
      await rowsOf(page).getByRole("link", { name: reference }).waitFor();
    }, wide);
  });

  it("is worked by keyboard: down, up, select, open, and back to the same case", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await page.keyboard.press("Alt+c");
      const heading = page.getByRole("heading", { level: 1, name: words.title });
      await rowsOf(page).first().waitFor();
      await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
      const keyAt = (place: number) => rowsOf(page).nth(place).getAttribute("data-case");
      for (const press of ["j", "ArrowDown", "j", "k"]) await page.keyboard.press(press);
      expect(await focused(page)).toBe(await keyAt(1));
      await page.keyboard.press("x");
      await page.getByText(words.selected(1)).waitFor();
      await page.keyboard.press("x");
      expect(await page.getByText(words.selected(1)).count()).toBe(0);
      const opened = await keyAt(1);
      await page.keyboard.press("Enter");
      await page.waitForURL((at) => at.hash.startsWith(`#/cases/${opened}`));
      await page.goBack();
      await expect.poll(() => focused(page)).toBe(opened);
    }, wide);
  });

  it("hands several over at once, and says of each what became of it", async () => {
    await withPage(
      async (page, log) => {
        await openDesk(page, url, clerk, { purpose: null });
        await page.goto(`${url}desk.html#/cases?overdue=yes`);
        await page.getByText(words.shown(3, false)).waitFor();
        await page.getByLabel(words.selectAll).check();
        await page.getByText(words.selected(3)).waitFor();
        // Somebody is quicker with one of them.
        const [lost = ""] = old;
        await he.step(lost, { do: "assign", to: null, why: null });
        await page.getByRole("button", { name: words.handOver, exact: true }).click();
        await page.getByRole("button", { name: words.handOverNow, exact: true }).click();
        await page.getByText(words.toMissing, { exact: true }).last().waitFor();
        await page.getByLabel(words.to).selectOption({ label: `韩老师 · ${words.roles.approver}` });
        await page.getByLabel(words.why).fill("回避");
        await page.getByRole("button", { name: words.handOverNow, exact: true }).click();
        await page.getByText(words.done(2, 1)).waitFor();
        const results = page.getByRole("status", { name: words.results });
        expect(await results.evaluate((it) => it === document.activeElement)).toBe(true);
        await page.getByText(words.moved).waitFor();
        await look(page, "queue-handed-over-zh-CN-wide");
        await expect.poll(() => rowsOf(page).getByText("韩老师").count()).toBe(2);
        await page.getByRole("button", { name: words.again }).click();
        await page.getByText(words.done(1, 0)).waitFor();
        // At once: the list need not be fresh for what was done here.
        const list = Promise.withResolvers<undefined>();
        await page.route("**/cases?*", async (route) => {
          await list.promise;
          await route.continue().catch(() => undefined);
        });
        await page.getByRole("button", { name: words.take, exact: true }).click();
        await page.getByText(words.done(3, 0)).waitFor();
        await page.getByRole("button", { name: words.take, exact: true }).click();
        const steps = () =>
          log.requests.filter(({ url: asked }) => asked.endsWith("/steps")).length;
        await expect.poll(steps).toBe(3 + 1 + 3 + 3);
        await page.getByText(words.done(3, 0)).waitFor();
        list.resolve(undefined);
        await page.unroute("**/cases?*");
        await page.getByLabel(words.handler).selectOption("me");
        await page.getByText(words.shown(3, false)).waitFor();
        // Others work meanwhile: it is there as soon as the page is looked at again.
        await he.step(lost, { do: "assign", to: null, why: null });
        await page.evaluate(() => window.dispatchEvent(new Event("focus")));
        await page.getByText(words.shown(2, false)).waitFor();
      },
      { ...wide, expected: [/412/] },
    );
  });
});

describe.each(locales)("the queue in %s", (locale) => {
  it.each([
    ["phone", { width: 360, height: 740 }],
    ["wide", { width: 1440, height: 900 }],
  ] as const)("looks right on a %s screen", async (size, viewport) => {
    const { queue } = wordsOf(locale).d;
    const colorScheme = (locale === "en") === (size === "phone") ? "dark" : "light";
    const see = (page: Page, name: string) => look(page, `queue-${name}-${locale}-${size}`);
    const options = { locale, viewport, colorScheme, reducedMotion: "reduce" } as const;
    await withPage(async (page) => {
      await openDesk(page, url, clerk, { locale });
      await see(page, "door");
      await page.goto(`${url}desk.html#/cases?overdue=yes`);
      await rowsOf(page).nth(2).waitFor();
      await rowsOf(page).first().getByRole("checkbox").check();
      await page.getByRole("button", { name: queue.handOver, exact: true }).click();
      await see(page, "list");
      await page.getByRole("link", { name: queue.stages.granted }).click();
      await page.getByText(queue.empty.filtered).waitFor();
      await see(page, "empty");
    }, options);
    await withPage(async (page) => {
      await openDesk(page, url, approver, { locale, purpose: null });
      await page.goto(`${url}desk.html#/cases`);
      const reviews = page.getByRole("region", { name: queue.stages.review });
      await reviews.getByText(queue.inReview).waitFor();
      const proposed = page.getByRole("region", { name: queue.stages.proposed });
      await proposed.locator("[data-case]").waitFor();
      expect(await rowsOf(page).count()).toBe(2);
      await see(page, "second");
    }, options);
  });
});
