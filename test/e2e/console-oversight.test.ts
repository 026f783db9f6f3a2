// What the officer of a department, an auditor and the data-protection officer see of cases and of the exchange.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  county,
  loneMove,
  numbers,
  useOffice,
} from "../../src/casework/testing/office-over-http.ts";
import { insertCases } from "../../src/casework/testing/insert-cases.ts";
import {
  auditor,
  dataProtectionOfficer,
  departmentOfficer,
  neighbourCounty,
} from "../../src/demo-data/cast.ts";
import type { Challenge } from "../../src/exchange/contract.ts";
import { locales } from "../../src/policy/index.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { expectNoSideways } from "./portal.ts";
import { signInAs } from "./sign-in.ts";

const office = await useOffice();
const { people, resident, clerk, approver, url } = office;
const [lin, han, zhao] = [clerk("林思齐"), approver("韩素梅"), approver("赵立新")];
const [luo, gulnar] = [resident("罗晓东", people.luo), resident("古丽娜尔·艾尔肯", people.gulnar)];
const words = consoleCatalogues["zh-CN"];
const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
const rows = (page: Page) => page.locator(".console-table tbody tr");

/** A refusal that nobody advised, and the review that changed it. */
async function refuseAndReverse(): Promise<void> {
  const key = await luo.open(loneMove(people.luo));
  await luo.step(key, { do: "submit" });
  await office.answered(lin, key);
  await lin.step(key, { do: "assign", to: null, why: null });
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [{ kind: "household-booklet" }], note: null });
  const refusal = {
    do: "decide",
    granted: [],
    clause: null,
    against: `=查无住房（${numbers.luo}），工作和亲属`,
  };
  await lin.step(key, refusal);
  await han.step(key, { do: "approve" });
  await han.step(key, { do: "deliver", how: "portal" });
  await luo.step(key, { do: "ask-review", against: "decision", why: "我已买房", heard: null });
  const reversal = {
    do: "decide-review",
    outcome: "reversed",
    granted: [0],
    clause: "D2.1",
    against: "复核时出示了不动产权证书",
    why: "不动产已登记",
  };
  expect((await zhao.step(key, reversal)).json.stage).toBe("granted");
}

/** Somebody objects to a question to a department, and to a look of a clerk. */
async function objectTwice(): Promise<void> {
  const key = await gulnar.open(loneMove(people.gulnar));
  await gulnar.step(key, { do: "submit" });
  await office.answered(lin, key);
  for (const [path, reason] of [
    ["exchanges", "我的社保和落户有什么关系？"],
    ["look-ups", "这天我没有去过窗口"],
  ] as const) {
    const seen = (await gulnar.get(`/api/me/${path}`)).json as unknown as readonly {
      readonly id: string;
      readonly department?: string;
    }[];
    const { id = "" } =
      seen.find(({ department = "human-resources" }) => department === "human-resources") ?? {};
    const made = await gulnar.post(`/api/me/${path}/${id}/challenge`, { reason });
    expect(made.status).toBe(201);
  }
}

/** More decisions against the advice than one page has. */
const many = 53;

beforeAll(async () => {
  await refuseAndReverse();
  await objectTwice();
  const row = { county: neighbourCounty, submitted: "2026-03-02", decided: "2026-03-05" };
  await insertCases(
    office.owner,
    Array.from({ length: many }, () => ({ ...row, against: "已当面核对" })),
  );
});

it(
  "the officer of a department sees what was asked and why these items, and that both logs agree",
  { timeout: 60_000 },
  async () => {
    const said = words.requests;
    await withPage(
      async (page) => {
        await signInAs(page, url, departmentOfficer, "/console.html");
        await page.getByText(said.both.same("2")).waitFor();
        await rows(page).first().waitFor();
        expect(await rows(page).count()).toBe(2);
        const row = rows(page).first();
        const shown = await row.innerText();
        for (const part of [words.looks.purposes.application, "社会保险", said.states.answered]) {
          expect(shown).toContain(part);
        }
        await row.getByText(said.whyFields).click();
        await row.getByText(said.readBy("社会保险参保缴费")).waitFor();
        expect(await row.locator(".why-rules li").count()).toBeGreaterThan(0);
        await row.getByText(said.log, { exact: true }).click();
        await row.getByText(/第\d+号 提出/).waitFor();
        expect(await page.locator("main").innerText()).not.toMatch(/罗晓东|古丽娜尔/);
        await expectAccessible(page);
        await screenshot(page, "console requests zh-CN 1440");
        await page.locator(".filter-form").getByLabel(said.state).selectOption("refused");
        await page.getByRole("button", { name: words.filter.apply }).click();
        await page.getByText(said.empty).waitFor();
        await page.getByRole("button", { name: words.filter.clear }).click();
        await expect.poll(() => rows(page).count()).toBe(2);
      },
      { viewport: wide },
    );
  },
);

it(
  "an auditor reads reasons and times, takes the table along without anybody in it, and finds a changed log",
  { timeout: 90_000 },
  async () => {
    const said = words.cases;
    await withPage(
      async (page) => {
        await signInAs(page, url, auditor, "/console.html#/cases?county=990101");
        const override = rows(page).filter({ hasText: said.overrides.from.first });
        await override.waitFor();
        await page.getByText(said.overdue.empty).waitFor();
        const shown = await page.locator("main").innerText();
        for (const part of [
          said.overrides.advised["refer"] ?? "",
          "决定不同意",
          "=查无住房（…），工作和亲属",
          "复核时出示了不动产权证书",
          "不动产已登记",
          said.tooFew,
        ]) {
          expect(shown).toContain(part);
        }
        expect(shown).not.toMatch(/罗晓东|林思齐|赵立新|\d{17}/);
        await expectAccessible(page);
        await screenshot(page, "console cases zh-CN 1440");

        const waiting = page.waitForEvent("download");
        await page.getByRole("button", { name: said.export }).click();
        const file = await waiting;
        expect(file.suggestedFilename()).toMatch(/^与建议不同的决定-\d{4}-\d\d-\d\d\.csv$/);
        const lines = readFileSync(await file.path(), "utf8").split("\r\n");
        expect(lines).toHaveLength(4);
        expect(lines[1]).toContain("首次决定,规则没有定，由人判断,0,1,");
        expect(lines[1]).toContain("'=查无住房");
        expect(lines.join()).not.toMatch(/罗晓东|林思齐|\d{17}/);
        await page.getByText(said.exported("2")).waitFor();

        // A list too long for one page is taken along whole.
        await page.getByLabel(words.filter.county).selectOption(String(neighbourCounty));
        await page.getByRole("button", { name: words.filter.apply }).click();
        await page.getByText(said.months.month("2026-03"), { exact: true }).waitFor();
        await page.getByRole("button", { name: words.filter.more }).waitFor();
        const whole = page.waitForEvent("download");
        await page.getByRole("button", { name: said.export }).click();
        const written = readFileSync(await (await whole).path(), "utf8").split("\r\n");
        expect(written).toHaveLength(2 + many);
        await page.getByText(said.exported(String(many))).waitFor();
        expect(await page.getByRole("button", { name: words.filter.more }).count()).toBe(0);

        await page.getByLabel(words.filter.until).fill("2020-01-01");
        await page.getByRole("button", { name: words.filter.apply }).click();
        await page.getByText(said.overrides.empty).waitFor();

        await page.keyboard.press("Alt+x");
        const department = rows(page).filter({ hasText: "人力资源和社会保障部门" });
        await department.waitFor();
        expect(await department.innerText()).toContain(words.exchange.departments.same);
        await page.getByText(words.exchange.logs.whole, { exact: true }).waitFor();
        await page.getByText(words.exchange.unanswered.empty).waitFor();
        await expectAccessible(page);
        await screenshot(page, "console exchange zh-CN 1440");
        await rewriteOneQuestion();
        await page.getByRole("button", { name: words.exchange.again }).click();
        await department
          .getByText(words.exchange.departments.codes["question-differs"] ?? "")
          .waitFor();
        await page.getByText(words.exchange.logs.codes["link-broken"] ?? "").waitFor();
        await expectAccessible(page);
        await screenshot(page, "console exchange differs zh-CN 1440");
      },
      { viewport: wide },
    );
  },
);

/** Somebody with every right over the database changes what we say we asked. */
async function rewriteOneQuestion(): Promise<void> {
  const client = await office.owner.pool.connect();
  try {
    await client.query(
      `BEGIN; SET LOCAL luohu.counties = '{${county}}'; SET LOCAL luohu.department = 'public-security';
       ALTER TABLE exchange_log DISABLE TRIGGER USER;
       UPDATE exchange_log SET digest = sha256('x') WHERE department = 'human-resources' AND kind = 'asked'
         AND seq = (SELECT min(seq) FROM exchange_log WHERE department = 'human-resources');
       ALTER TABLE exchange_log ENABLE TRIGGER USER; COMMIT`,
    );
  } finally {
    client.release();
  }
}

describe.each(locales)("in %s", (locale) => {
  it("pages fit a phone and a desk, and axe finds nothing", { timeout: 90_000 }, async () => {
    for (const viewport of [phone, wide]) {
      await withPage(
        async (page) => {
          const look = async (name: string) => {
            await page.evaluate(() => document.fonts.ready);
            await expectNoSideways(page);
            await expectAccessible(page);
            await screenshot(page, `console ${name} ${locale} ${viewport.width}`);
          };
          await signInAs(page, url, departmentOfficer, "/console.html");
          await page.getByText(consoleCatalogues[locale].requests.whyFields).first().click();
          await look("requests");
          await signInAs(page, url, auditor, "/console.html#/cases?county=990101");
          await page.getByText(consoleCatalogues[locale].cases.overdue.empty).waitFor();
          await rows(page).first().waitFor();
          await look("cases");
          await page.goto(`${url}console.html#/exchange`);
          await rows(page).first().waitFor();
          await look("exchange");
          await signInAs(page, url, dataProtectionOfficer, "/console.html#/challenges");
          await page.locator(".challenge button").first().click();
          await look("challenges");
        },
        { locale, viewport, colorScheme: locale === "en" ? "dark" : "light" },
      );
    }
  });
});

it(
  "the data-protection officer answers an objection by keyboard, and the person reads it",
  { timeout: 60_000 },
  async () => {
    const { answer: said, ...around } = words.challenges;
    await withPage(
      async (page) => {
        await signInAs(page, url, dataProtectionOfficer, "/console.html#/challenges");
        const card = page.locator(".challenge").first();
        await card.waitFor();
        const shown = await card.innerText();
        for (const part of [
          "我的社保和落户有什么关系？",
          "人力资源和社会保障部门",
          "社会保险参保缴费",
          words.looks.purposes.application,
        ]) {
          expect(shown).toContain(part);
        }
        expect(await page.locator("main").innerText()).not.toContain("古丽娜尔");
        await card.getByRole("button").press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.type("社保记录是D2.3要读的");
        await card.getByRole("button", { name: said.check }).press("Enter");
        await page.getByText(said.choose).waitFor();
        await expectAccessible(page);
        await page.reload();
        await card.getByLabel(said.unjustified).press("Space");
        await card.getByRole("button", { name: said.check }).press("Enter");
        await card.getByText(said.once).waitFor();
        await expectAccessible(page);
        await screenshot(page, "console challenge check zh-CN 1440");
        await card.getByRole("button", { name: said.send }).press("Enter");
        await page.getByText(said.sent).waitFor();
        await page.getByText(around.tabs.open("1")).waitFor();
        await page.getByText(around.tabs.answered("1")).click();
        await page.getByText(around.verdicts.unjustified).waitFor();
        await expectAccessible(page);
        await screenshot(page, "console challenges answered zh-CN 1440");
      },
      { viewport: wide },
    );
    const read = (await gulnar.get("/api/me/challenges")).json as unknown as readonly Challenge[];
    expect(read).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          answer: "社保记录是D2.3要读的",
          justified: false,
          answeredBy: "吴静宜",
        }),
      ]),
    );
  },
);
