// From the question page to the new household in another county, in six roles: whoever asks, the wife, a department's
// officer, a clerk, an approver and an auditor. By pages alone.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import {
  approver,
  auditor,
  type CastMember,
  clerk,
  departmentOfficer,
  dingXue,
  jianye,
  sampleDistrict,
} from "../../src/demo-data/index.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { applyCatalogues } from "../../web/portal/apply/catalogues.ts";
import { callWords } from "../../web/portal/apply/call/words.ts";
import { caseCatalogues } from "../../web/portal/my/cases/catalogues.ts";
import { myCatalogues } from "../../web/portal/my/catalogues.ts";
import { screenshot, withPage } from "../browser.ts";
import { builtInPack } from "../pack.ts";
import { useRegisterServer } from "../register-server.ts";
import { wordsOf } from "./desk.ts";
import {
  done,
  expectStage,
  openFirstCase,
  openStep,
  seePreview,
  send,
  take,
} from "./desk-steps.ts";
import { type Plan, walk } from "./portal.ts";
import { signInAs } from "./sign-in.ts";

const { url } = await useRegisterServer();
const apply = applyCatalogues["zh-CN"];
const mine = caseCatalogues["zh-CN"];
const my = myCatalogues["zh-CN"];
const desk = wordsOf("zh-CN").d;
const console_ = consoleCatalogues["zh-CN"];
const phone = { viewport: { width: 360, height: 740 }, expected: [/401|404/] };

/** What Ma Jianye says on the question page. */
const plan: Plan = {
  county: String(sampleDistrict),
  kind: "town",
  family: ["spouse", "child"],
  replies: { "registered.elsewhere": "yes", "home.family-owned": "yes" },
  otherwise: "no",
  outcome: "granted",
};

const son = "马小川";
/** A daughter whom no register has yet: first registrations need a second person (R10.2). */
const daughter = { name: "马小满", born: ["2026", "10", "8"] };

const look = (page: Page, name: string) => screenshot(page, `walk ${name}`);

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const arrive = async (page: Page, part: string) => {
  await page.waitForFunction((wanted) => location.hash.startsWith(`#/apply/${wanted}`), part);
  await page.locator(".apply [data-page-heading]").waitFor();
};

/** On the page of somebody of the staff, with a window of their own. */
const at = (who: CastMember, part: string, work: (page: Page) => Promise<void>) =>
  withPage(
    async (page) => {
      await signInAs(page, url, who, part);
      await work(page);
    },
    { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" },
  );

/** Answers, signs in, fills in what nobody knows yet, and hands it in. */
async function applyFrom(page: Page): Promise<void> {
  await page.goto(url);
  await walk({ page, pack: builtInPack(), locale: "zh-CN" }, plan);
  expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe("granted");
  await look(page, "1 answer");
  await press(page, callWords["zh-CN"].button);
  await page.getByRole("link", { name: new RegExp(`^${jianye.name["zh-CN"]}`) }).click();
  await page.getByRole("heading", { name: apply.start.title }).waitFor();
  await press(page, apply.start.begin);
  await arrive(page, "home");
  await page.getByLabel(apply.home.address, { exact: true }).fill("和平路9号2单元301室");
  await page.getByLabel(apply.home.community, { exact: true }).fill("和平社区");
  await press(page, apply.goOn);
  await arrive(page, "people");
  for (const name of [/丁雪/, /马小川/])
    expect(await page.getByRole("checkbox", { name }).first().isChecked()).toBe(true);
  await press(page, apply.people.add.open);
  await page.getByRole("radio", { name: apply.people.add.unnumbered }).check();
  await page.getByLabel(apply.people.add.name, { exact: true }).fill(daughter.name);
  await page.getByLabel(apply.people.add.tie).selectOption("child");
  for (const [at, part] of ["year", "month", "day"].entries())
    await page.locator(`#add-born-${part}`).fill(daughter.born[at] ?? "");
  await page.getByLabel(apply.people.add.sex).selectOption("2");
  await press(page, apply.people.add.button);
  await page.getByRole("heading", { name: daughter.name }).waitFor();
  await look(page, "2 people");
  await press(page, apply.goOn);
  await arrive(page, "proof");
  await page.locator(".apply-departments li").first().waitFor();

  await page.locator("#paper-kind").selectOption("birth-certificate");
  await page.locator('input[type="file"]').setInputFiles({
    name: "出生医学证明.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n"),
  });
  await page.getByText(apply.papers.count(1, 20)).waitFor();
  await look(page, "3 proof");
  await press(page, apply.goOn);
  await arrive(page, "review");
  await look(page, "4 review");
  await page.locator("#signature").check();
  await press(page, apply.review.submit);
  await arrive(page, "sent");
  await look(page, "5 sent");
  // Guardians say yes for a child, each alone.
  await press(page, apply.sent.case);
  for (const child of [son, daughter.name]) {
    await press(page, mine.word.yesFor(child));
    await page.getByRole("button", { name: mine.word.takeBackFor(child) }).waitFor();
  }
  await page.locator(".my-needs").waitFor({ state: "detached" });
}

it("goes from a question to the new household", { timeout: 120_000 }, async () => {
  await withPage(async (ma) => {
    await applyFrom(ma);

    await withPage(async (ding) => {
      await signInAs(ding, url, dingXue, "/#/my/cases");
      await ding.locator(".my-head + .page a", { hasText: "落户" }).first().click();
      await ding.getByRole("heading", { name: mine.word.title }).waitFor();
      await look(ding, "6 word");
      await press(ding, mine.word.yes);
      await ding.getByText(mine.word.saidYes).waitFor();
      await press(ding, mine.word.yesFor(son));
      await ding.getByRole("button", { name: mine.word.takeBackFor(son) }).waitFor();
      await look(ding, "7 word given");
    }, phone);

    await at(departmentOfficer, "/console.html", async (officer) => {
      const row = officer.locator(".console-table tbody tr").first();
      await row.getByText(console_.requests.states.answered).waitFor();
      expect(await officer.locator("main").innerText()).not.toMatch(/马建业|丁雪/);
      await look(officer, "8 requests");
    });

    await withPage(
      async (lin) => {
        await openFirstCase(lin, url, clerk);
        await look(lin, "9 case");
        await take(lin, "take");
        await take(lin, "accept");
        await openStep(lin, "check");
        await send(lin, "check");
        await openStep(lin, "as-advised");
        await seePreview(lin, "准予落户决定书");
        await look(lin, "10 decide");
        await lin.keyboard.press("Enter");
        await done(lin, "as-advised");
        await expectStage(lin, "proposed");
      },
      { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" },
    );

    await withPage(
      async (han) => {
        await openFirstCase(han, url, approver);
        await openStep(han, "approve");
        await look(han, "11 approve");
        await han.keyboard.press("Enter");
        await done(han, "approve");
        await expectStage(han, "granted");
        await openStep(han, "effect");
        await seePreview(han, desk.acts.preview.begins);
        await look(han, "12 effect");
        await send(han, "effect");
        await expectStage(han, "effected");
        await take(han, "deliver");
        await look(han, "13 done");
      },
      { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" },
    );

    await ma.goto(`${url}#/my/cases`);
    await ma.locator(".my-head + .page a", { hasText: "落户" }).first().click();
    await ma.getByText(mine.standing.of.effected.now).waitFor();
    const said = await ma.locator("main").innerText();
    for (const part of ["林思齐", "韩素梅", "和平路9号2单元301室"]) expect(said).toContain(part);
    const steps = ["submit", "accept", "check", "propose", "approve", "effect", "deliver"] as const;
    for (const step of steps) expect(said).toContain(mine.line.done[step]);
    expect(await ma.locator(".letter-frame .letter").innerText()).toContain("准予落户决定书");
    await look(ma, "14 effected");
    await press(ma, mine.effect.link);
    await ma.getByText("和平路9号2单元301室").waitFor();
    const rows = ma.locator(".members tbody tr");
    expect(await rows.count()).toBe(4);
    for (const name of ["马建业", "丁雪", "马小川", daughter.name])
      await rows.filter({ hasText: name }).waitFor();
    await look(ma, "15 household");
    await ma.getByRole("link", { name: my.parts["look-ups"] }).click();
    await ma.locator(".looks > li", { hasText: "林思齐" }).first().waitFor();
    const looked = await ma.locator("main").innerText();
    expect(looked).toContain("韩素梅");
    expect(looked).toContain("自然资源部门");
    await look(ma, "16 who looked");
  }, phone);

  await at(auditor, "/console.html#/cases", async (sun) => {
    await sun.getByText(console_.cases.figures.decided).first().waitFor();
    const figures = await sun.locator("main").innerText();
    expect(figures).toContain(console_.cases.cases("1"));
    expect(figures).not.toMatch(/马建业|丁雪|林思齐/);
    await look(sun, "17 figures");
    await sun.goto(`${url}console.html#/chains`);
    await sun.getByRole("button", { name: console_.chains.verifyAll }).click();
    await sun.locator('[data-verified="done"]').waitFor();
    expect(await sun.locator("[data-verified]").innerText()).toMatch(/^全部完好/);
    await look(sun, "18 chains");
  });
});
