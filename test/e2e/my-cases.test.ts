// A resident's own cases: each one's own word, a notice, a letter, a review, a rating, a withdrawal. What offices do meanwhile
// is done over HTTP.
import type { Page } from "playwright-core";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { loneMove, familyMove, useOffice } from "../../src/casework/testing/office-over-http.ts";
import { madeUpIdNumber, sampleDistrict, yuqing } from "../../src/demo-data/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { myCatalogues } from "../../web/portal/my/catalogues.ts";
import { caseCatalogues } from "../../web/portal/my/cases/catalogues.ts";
import { expectAccessible, type PageLog, screenshot, withPage } from "../browser.ts";
import { expectNoSideways } from "./portal.ts";

const office = await useOffice();
const { people, resident, clerk, approver } = office;
const [lin, han] = [clerk("林思齐"), approver("韩素梅")];
const personOf = async (idNumber: string) =>
  (await findPersonByIdNumber(office.register, idNumber)) ?? 0;
/** Yuqing's daughter is fourteen: she is heard. */
const daughter = await personOf(madeUpIdNumber(sampleDistrict, "2012-05-06", 904));
const residents = {
  yuqing: ["陈雨晴", await personOf(yuqing.idNumber ?? "")],
  ma: ["马建业", people.ma],
  ding: ["丁雪", people.ding],
  luo: ["罗晓东", people.luo],
  gulnar: ["古丽娜尔", people.gulnar],
  later: ["罗晓东（后来）", people.luo],
} as const;
type Who = keyof typeof residents;
function acting(who: Who) {
  const [name, person] = residents[who];
  return resident(name, person);
}

const cases = { family: "", refused: "", noticed: "", daughter: "", silent: "" };

/** Yuqing and her daughter. */
function movesWithDaughter() {
  const { service, application } = loneMove(residents.yuqing[1]);
  const form = { ...application.form, relations: [{ member: 1, relation: 30 }] };
  const [applicant] = application.people;
  const child = {
    who: { person: daughter },
    tie: "child",
    family: 0,
    ward: false,
    guardians: [applicant?.who],
  };
  return { service, application: { ...application, form, people: [applicant, child] } };
}

afterEach(() => {
  vi.useRealTimers();
});

beforeAll(async () => {
  cases.family = await acting("ma").open(familyMove(people));
  cases.refused = await acting("luo").open(loneMove(people.luo));
  cases.noticed = await acting("gulnar").open(loneMove(people.gulnar));
  await acting("ma").step(cases.family, { do: "submit" });
  await acting("luo").step(cases.refused, { do: "submit" });
  await acting("gulnar").step(cases.noticed, { do: "submit" });
  cases.daughter = await acting("yuqing").open(movesWithDaughter());
  await acting("yuqing").step(cases.daughter, { do: "submit" });
  cases.silent = await acting("luo").open(loneMove(people.luo));
  await acting("luo").step(cases.silent, { do: "submit" });
  for (const key of Object.values(cases)) await office.answered(lin, key);
  const { refused, noticed } = cases;
  await lin.step(refused, { do: "accept" });
  await lin.step(refused, { do: "check", seen: [{ kind: "household-booklet" }], note: null });
  const no = {
    do: "decide",
    granted: [],
    clause: null,
    against: "查无住房、工作和亲属。".repeat(90),
  };
  await lin.step(refused, no);
  await han.step(refused, { do: "approve" });
  await han.step(refused, { do: "deliver", how: "portal" });
  const missing = ["home.lease-registered", "title-certificate"];
  const told = await lin.step(noticed, {
    do: "return",
    missing: missing.map((key) => ({ key, arisen: null })),
  });
  expect(told.json.stage).toBe("returned");
});

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

/** Signed in as one of them, in a browser of their own. */
const within = (
  who: Who,
  at: string,
  work: (page: Page, log: PageLog) => Promise<void>,
  locale: "zh-CN" | "en" = "zh-CN",
) =>
  withPage(
    async (page, log) => {
      const [name, person] = residents[who];
      const { cookie } = await office.headersOf(name, { role: "resident", person });
      const [key = "", value = ""] = cookie.split("=");
      await page.context().addCookies([{ name: key, value, url: office.url }]);
      // As late as the server believes it to be.
      await page.clock.install({ time: Date.now() });
      await page.goto(`${office.url}#/my/${at}`);
      await page.locator(".my-head + .page h1").waitFor();
      await work(page, log);
      for (const { url } of log.requests) expect(decodeURIComponent(url)).not.toContain(name);
    },
    // A step refused or lost on purpose, and what is not there.
    { viewport: phone, locale, expected: [/404|412|ERR_FAILED/] },
  );

/** Fits and is accessible, narrow and dark, wide and light. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: size === desk ? "light" : "dark" });
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((each) => each.finished)),
    );
    await expectNoSideways(page);
    await expectAccessible(page);
    await screenshot(page, `my-cases ${name} ${size.width}`);
  }
}

const steps = ({ requests }: PageLog) =>
  requests.filter(({ method, url }) => method === "POST" && url.endsWith("/steps"));

/** Without the signs that keep a name in its own direction. */
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, "");

/** Coming back to the tab, as the browser tells of it. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

const pagesOf = async (page: Page) => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
};

it("shows every page in English", { timeout: 60_000 }, async () => {
  const words = caseCatalogues.en;
  const shown = async (who: Who, at: string, text: string) =>
    within(
      who,
      at,
      async (page) => {
        await page.getByText(text).first().waitFor();
        await look(page, `en ${who} ${at.slice(0, 5)}`);
        expect(await page.locator("main").innerText()).not.toMatch(/undefined|\[object/);
      },
      "en",
    );
  await shown("ding", "cases", words.list.toSign(2));
  await shown("ding", `cases/${cases.family}`, words.word.free);
  await shown("luo", `cases/${cases.refused}`, words.review.title);
  await shown("gulnar", `cases/${cases.noticed}`, words.notice.title);
  await shown("gulnar", "cases/01234567-89ab-7cde-8f01-23456789abcd", words.gone.title);
});

const words = caseCatalogues["zh-CN"];

it(
  "takes each one's own word, shows it to nobody else, and shows a registration as it comes",
  {
    timeout: 60_000,
  },
  async () => {
    await within("ma", `cases/${cases.family}`, async (husband) => {
      const before = await husband.locator("main").innerText();
      await within("ding", "record", async (page, log) => {
        const nav = page.getByRole("navigation", { name: myCatalogues["zh-CN"].partsTitle });
        await nav.getByRole("link", { name: /我的申请.*1件等您办/ }).waitFor();
        await page.getByRole("button", { name: myCatalogues["zh-CN"].needed(1) }).click();
        await page.getByText(words.list.toSign(2)).waitFor();
        await page.getByRole("link", { name: "落户：示例区（虚构）" }).click();
        await page.getByRole("heading", { name: words.word.title }).waitFor();
        const agreed = plain(await page.locator(".facts").first().innerText());
        for (const part of ["和平路9号2单元301室", "马建业、丁雪、马小川", "邻县"])
          expect(agreed).toContain(part);
        const say = async (name: string) => {
          await page.getByRole("button", { name, exact: true }).click();
        };
        await page.getByRole("button", { name: words.word.yes, exact: true }).dblclick();
        await page.getByText(words.word.saidYes).waitFor();
        expect(steps(log)).toHaveLength(1);
        await say(words.word.takeBack);
        await page.getByText(words.word.saidNo).waitFor();
        const asked = husband.waitForResponse((answer) => answer.url().endsWith(cases.family));
        await comeBack(husband);
        await (await asked).finished();
        await husband.evaluate(() => new Promise((done) => setTimeout(done, 0)));
        expect(await husband.locator("main").innerText()).toBe(before);
        await say(words.word.yes);
        await page.getByText(words.word.saidYes).waitFor();
        await say(words.word.yesFor("马小川"));
        await page.getByRole("button", { name: words.word.takeBackFor("马小川") }).waitFor();
        await look(page, "word");
        expect(await nav.locator(".my-needs").count()).toBe(0);
      });
      const done = await lin.step(cases.family, {
        do: "complete",
        seen: [{ kind: "title-certificate" }],
        clause: null,
        household: null,
        seats: [],
        leftBehind: [],
      });
      expect(done.json.stage).toBe("effected");
      // Nobody touches the page: it asks by itself.
      await husband.clock.fastForward(20_000);
      await husband.getByText(words.standing.of.effected.now).waitFor();
      expect(await husband.locator(".my-case > [role=status]").first().innerText()).toContain(
        "林思齐：登记",
      );
      expect(await husband.locator(".lead").innerText()).toMatch(/您从.*起登记在示例区.*和平路9号/);
      await look(husband, "effected");

      await husband.getByRole("button", { name: words.rating.send }).click();
      await husband.getByText(words.rating.empty).waitFor();
      await husband.getByRole("radio", { name: words.rating.grades[4], exact: true }).check();
      await husband.getByLabel(words.rating.why).fill("一次办完");
      // It arrives, and the line breaks before the answer is there: pressed again, it is the same step.
      await husband.route(
        "**/steps",
        async (route) => {
          await route.fetch();
          await route.abort();
        },
        { times: 1 },
      );
      const keys: (string | undefined)[] = [];
      husband.on("request", (request) => {
        if (request.url().endsWith("/steps")) keys.push(request.headers()["idempotency-key"]);
      });
      const send = husband.getByRole("button", { name: words.rating.send });
      await send.click();
      await husband.getByText(words.faults.lost).waitFor();
      await send.click();
      await husband.getByText(words.rating.thanks).waitFor();
      expect([keys.length, new Set(keys).size]).toEqual([2, 1]);

      await husband.getByRole("link", { name: myCatalogues["zh-CN"].parts["look-ups"] }).click();
      const looks = husband.locator(".my-looks > .looks > li").first();
      await looks.waitFor();
      expect(await looks.innerText()).toContain("最近一次是林思齐");
      await looks.locator("summary").click();
      await look(husband, "looks");
      await looks.getByRole("link").click();
      await husband.getByRole("button", { name: words.effect.link }).click();
      await husband.getByText("和平路9号2单元301室").waitFor();
      // What was known of the person before went with the old registration.
      await husband.getByRole("link", { name: myCatalogues["zh-CN"].parts.record }).click();
      await husband.getByText(myCatalogues["zh-CN"].record.lead("示例区（虚构）")).waitFor();
    });
  },
);

it(
  "sets a refusal as a letter on one sheet, and takes a request for review, also where something came between",
  {
    timeout: 60_000,
  },
  async () => {
    await within("luo", `cases/${cases.refused}`, async (page, log) => {
      const letter = page.locator(".letter-frame .letter");
      expect(await letter.innerText()).toContain("不予落户决定书");
      expect(await pagesOf(page)).toBe(1);
      await page.getByRole("button", { name: words.letter.other, exact: true }).click();
      expect(await letter.innerText()).toContain("Decision: registration refused");
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      await page.getByRole("button", { name: words.letter.print }).click();
      const sheet = page.locator(".letter-sheet");
      expect(await sheet.textContent()).toContain("Decision: registration refused");
      expect(await pagesOf(page)).toBe(1);
      const { scrollHeight, offsetHeight } = await sheet.evaluate((element) => ({
        scrollHeight: element.scrollHeight,
        offsetHeight: (element as HTMLElement).offsetHeight,
      }));
      expect(scrollHeight, "nothing is cut off").toBeLessThanOrEqual(offsetHeight);
      await look(page, "refused");

      const ask = page.getByRole("button", { name: words.review.send });
      await ask.click();
      await page.getByText(words.review.empty).waitFor();
      const why = page.getByLabel(words.review.why);
      await why.fill("我在那里租房住了三年");
      // A clerk takes the case between what the page shows and what its reader presses.
      expect((await lin.step(cases.refused, { do: "assign", to: null, why: null })).status).toBe(
        200,
      );
      await ask.click();
      await page.getByText(words.faults.moved).waitFor();
      expect(await why.inputValue()).toBe("我在那里租房住了三年");
      await page.getByText(words.news).waitFor();
      await page.reload();
      expect(await why.inputValue()).toBe("我在那里租房住了三年");
      await ask.dblclick();
      await page.getByText(words.standing.review).waitFor();
      expect(steps(log)).toHaveLength(2);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
  },
);

it(
  "takes the answer to a notice where it is read, with its paper, and the application back",
  {
    timeout: 60_000,
  },
  async () => {
    await within("gulnar", `cases/${cases.noticed}`, async (page) => {
      const items = page.locator(".missing-items > li");
      await items.first().locator(".choice").first().click();
      expect(await items.first().innerText()).toContain(words.notice.given);
      await page.locator("#paper-kind").selectOption("title-certificate");
      await page.locator('input[type="file"]').setInputFiles({
        name: "证.png",
        mimeType: "image/png",
        buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      });
      await page.getByText(words.papers.here).waitFor();
      await look(page, "notice");
      await page.getByRole("button", { name: words.notice.send }).click();
      await page.getByText(words.standing.of.submitted.now).waitFor();
      const { json } = await acting("gulnar").get(`/api/me/cases/${cases.noticed}`);
      expect(json).toMatchObject({
        notice: { answered: expect.any(String) },
        application: {
          dossier: { facts: { "home.lease-registered": { value: true, source: "self" } } },
        },
        documents: [{ paper: "title-certificate" }],
      });

      await page.getByRole("button", { name: words.withdraw.button }).click();
      await page.getByRole("button", { name: words.withdraw.ask.no }).click();
      await page.getByRole("button", { name: words.withdraw.button }).click();
      const dialog = page.getByRole("dialog", { name: words.withdraw.ask.title });
      await dialog.getByRole("button", { name: words.withdraw.ask.yes }).click();
      await page.getByText(words.standing.of.withdrawn.now).waitFor();
      await look(page, "withdrawn");
      await page.getByRole("button", { name: words.back }).click();
      await page.getByText(words.list.stages.withdrawn).waitFor();
    });
  },
);

it("has a child heard before its guardian speaks for it", { timeout: 30_000 }, async () => {
  await within("yuqing", `cases/${cases.daughter}`, async (page) => {
    await page.getByRole("button", { name: words.word.yesFor("周小禾") }).click();
    await page.getByText(words.word.unheard).waitFor();
    await look(page, "heard");
    await page.getByRole("radio", { name: words.word.agrees }).check();
    await page.getByRole("button", { name: words.word.yesFor("周小禾") }).click();
    await page.getByText(words.word.saidYes).waitFor();
    const { json } = await lin.get(`${office.desk}/${cases.daughter}`);
    expect(json).toMatchObject({ people: [{ willing: true }, { willing: true }] });
  });
});

it(
  "says plainly what is overdue, and offers a review of silence",
  { timeout: 30_000 },
  async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 45 * 86_400_000 });
    await within("later", `cases/${cases.silent}`, async (page) => {
      await page.getByText(words.deadlines.late).waitFor();
      // Nobody accepted it: the law did.
      expect(await page.locator(".my-line > li").first().innerText()).toContain(words.line.law);
      expect(await page.locator(".deadlines").innerText()).toMatch(/已超过\d+个工作日/);
      await page.getByRole("heading", { name: words.review.silenceTitle }).waitFor();
      await look(page, "overdue");
      await page.getByLabel(words.review.why).fill("等了四十多天");
      await page.getByRole("button", { name: words.review.send }).click();
      await page.getByText(words.standing.review).waitFor();
    });
  },
);
