import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { deskCase, queuePage } from "../../src/casework/desk/contract.ts";
import { numbers, useOffice } from "../../src/casework/testing/office-over-http.ts";
import { clerk, gulnar } from "../../src/demo-data/cast.ts";
import { type Locale, locales } from "../../src/policy/index.ts";
import { withPage } from "../browser.ts";
import { daysAgo, look, openDesk, typed, wordsOf } from "./desk.ts";

const office = await useOffice();
const { url } = office;
const lin = office.clerk("林老师");

/** Finds somebody, and takes them into the application. */
async function choose(page: Page, text: string, locale: Locale) {
  const words = wordsOf(locale).d.window;
  const finder = page.locator(".person-finder");
  await finder.getByRole("textbox").fill(text);
  await finder.getByRole("button", { name: words.search, exact: true }).click();
  await finder.getByRole("button", { name: words.choose, exact: true }).click();
}

/** Answers whatever the rules leave open with "does not know", and says how many questions that were. */
async function answerAll(page: Page, locale: Locale): Promise<number> {
  const words = wordsOf(locale).d.window;
  const part = page.getByRole("group", { name: words.questions, exact: true });
  for (let asked = 0; ; asked += 1) {
    const unsure = part.getByRole("button", { name: words.unsure, exact: true });
    const none = part.getByText(words.noQuestions);
    await unsure.or(none).waitFor();
    if (await none.isVisible()) return asked;
    const question = (await part.locator("p.about").textContent()) ?? "";
    expect(question).not.toMatch(/承包|宅基地|land/i);
    await unsure.click();
    await part.getByText(question, { exact: true }).waitFor({ state: "detached" });
  }
}

it("hands in what a family signed on paper, each one's own word, and goes on where it was cut short", async () => {
  const words = wordsOf("zh-CN").d.window;
  const viewport = { width: 1440, height: 900 };
  await withPage(
    async (page, log) => {
      await openDesk(page, url, clerk);
      await page.keyboard.press("Alt+c");
      await page.getByRole("link", { name: wordsOf("zh-CN").d.queue.newOne }).click();
      const check = page.getByRole("button", { name: words.check, exact: true });
      await check.click();
      await page.locator("[data-refused]").getByText(words.faults["no-applicant"]).waitFor();
      await choose(page, numbers.ma, "zh-CN");
      await choose(page, numbers.ding, "zh-CN");
      await choose(page, numbers.son, "zh-CN");
      const son = page.getByRole("group", { name: "马小川", exact: true });
      await son.getByLabel(words.tie).waitFor();
      expect(await son.getByLabel(words.tie).inputValue()).toBe("child");
      await page.reload();
      await son.getByRole("checkbox", { name: "丁雪" }).check();
      expect(await son.getByRole("checkbox", { name: "马建业" }).isChecked()).toBe(true);

      await page.getByLabel(words.kind).selectOption("town");
      expect(await answerAll(page, "zh-CN")).toBeLessThanOrEqual(6);
      await page.getByRole("button", { name: `+ ${words.homeKinds["own-home"]}` }).click();
      await check.click();
      await page.getByText(words.faults.address).last().waitFor();
      await page.getByLabel(words.address).fill("和平路9号2单元301室");
      await page.getByLabel(words.community, { exact: true }).fill("和平社区");
      await page.getByRole("button", { name: words.addPaper }).click();
      await page.getByLabel(words.paper).selectOption("household-booklet");
      await page.getByLabel(words.file).setInputFiles({
        name: "booklet.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7\n%%EOF\n"),
      });
      await page.getByLabel(words.signed).fill(typed(daysAgo(1)));
      await page.getByLabel(words.signedHere("丁雪", "丁雪"), { exact: true }).check();
      await page.getByLabel(words.signedHere("马建业", "马小川"), { exact: true }).check();
      await check.click();
      await page.getByRole("heading", { name: words.summary, exact: true }).waitFor();
      await page.getByText(words.waits("丁雪"), { exact: true }).waitFor();
      await page.getByRole("button", { name: words.back }).click();
      await page.getByLabel(words.signedHere("丁雪", "马小川"), { exact: true }).check();
      await check.click();

      await page.getByRole("heading", { name: words.summary, exact: true }).waitFor();
      await look(page, "window-summary-zh-CN-wide");
      await page.setViewportSize({ width: 360, height: 740 });
      await look(page, "window-summary-zh-CN-phone");
      // The line is cut in the middle of it, and the page loaded anew.
      await page.route("**/steps", (route) =>
        (route.request().postData() ?? "").includes('"member":2')
          ? route.abort()
          : route.continue(),
      );
      await page.getByRole("button", { name: words.submit, exact: true }).click();
      await page.locator("[data-problem=offline]").waitFor();
      await page.unroute("**/steps");
      await page.reload();
      await page.getByRole("heading", { name: words.summary, exact: true }).waitFor();
      await page.getByRole("button", { name: words.submit, exact: true }).click();
      await page.getByRole("heading", { name: words.done, exact: true }).waitFor();
      await look(page, "window-done-zh-CN-phone");
      const key = (await page.locator("[data-done]").getAttribute("data-done")) ?? "";
      const seen = deskCase.parse(await office.answered(lin, key));
      expect(seen).toMatchObject({
        stage: "submitted",
        people: [
          { name: "马建业", willing: true },
          { name: "丁雪", willing: true, tie: "spouse" },
          { name: "马小川", willing: true, guardians: ["马建业", "丁雪"] },
        ],
        documents: [{ paper: "household-booklet", atWindow: true }],
        completable: true,
      });
      const queue = queuePage.parse((await lin.get(office.desk)).json);
      expect(queue.cases.map((each) => each.case)).toEqual([key]);
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("马小川");
      const secret = /马建业|丁雪|马小川|99010[12]\d{12}/;
      for (const asked of log.requests) expect(decodeURIComponent(asked.url)).not.toMatch(secret);
      await page.getByRole("link", { name: words.openCase }).click();
      await page.getByText("马小川").first().waitFor();
    },
    { reducedMotion: "reduce", viewport, expected: [/ERR_FAILED/] },
  );
});

describe.each(locales)("the form in %s", (locale) => {
  it.each([
    ["phone", { width: 360, height: 740 }],
    ["wide", { width: 1440, height: 900 }],
  ] as const)("looks right on a %s screen", async (size, viewport) => {
    const words = wordsOf(locale).d.window;
    const colorScheme = (locale === "en") === (size === "phone") ? "dark" : "light";
    const see = (page: Page, name: string) => look(page, `window-${name}-${locale}-${size}`);
    await withPage(
      async (page) => {
        await openDesk(page, url, clerk, { locale });
        await page.goto(`${url}desk.html#/cases/new`);
        await choose(page, gulnar.idNumber ?? "", locale);
        const family = page.getByRole("group", { name: words.family });
        await family.getByRole("checkbox").first().waitFor();
        for (const box of await family.getByRole("checkbox").all()) await box.check();
        await page.getByRole("button", { name: words.unregistered }).click();
        await page.getByLabel(words.kind).selectOption("town");
        await page.getByRole("button", { name: words.unsure, exact: true }).waitFor();
        for (const kind of ["rented-home", "community-collective"] as const)
          await page.getByRole("button", { name: `+ ${words.homeKinds[kind]}` }).click();
        await page.getByLabel(words.agrees.landlord).check();
        await page.getByRole("button", { name: words.addPaper }).click();
        await page.getByRole("button", { name: words.check, exact: true }).click();
        await page.locator("[data-refused]").waitFor();
        await see(page, "form");
      },
      { locale, viewport, colorScheme, reducedMotion: "reduce" },
    );
  });
});
