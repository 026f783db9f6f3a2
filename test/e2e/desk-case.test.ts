// Cases that residents handed in, decided at the desk: by keyboard alone, by two people, and by whoever comes second.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { familyMove, loneMove, useOffice } from "../../src/casework/testing/office-over-http.ts";
import {
  approver,
  clerk,
  gulnar,
  secondApprover,
  type CastMember,
} from "../../src/demo-data/index.ts";
import { withPage } from "../browser.ts";
import { look, readMembers, wordsOf } from "./desk.ts";
import { done, expectStage, openStep, seePreview, take } from "./desk-steps.ts";
import { tabTo } from "./keyboard.ts";
import { signInAs } from "./sign-in.ts";

const office = await useOffice();
const { people, resident, url } = office;
const lin = office.clerk();
const zh = wordsOf("zh-CN");
const words = zh.d.case;
const { names, confirm } = words.bar;
/** Colours are the real ones at once. */
const still = { reducedMotion: "reduce", viewport: { width: 1440, height: 900 } } as const;

/** Signs in, and opens a case with the purpose that is offered: one Enter. */
async function openCase(page: Page, who: CastMember, key: string) {
  await signInAs(page, url, who, `/desk.html#/cases/${key}?reference=20261122-ABC234`);
  await tabTo(page, /开始|Start/);
  await page.keyboard.press("Enter");
  await page.locator(".case").waitFor();
}

/** At the end of the page, where the bar lies over nothing. */
async function lookAt(page: Page, name: string) {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await look(page, name);
}

describe("a family whose case is proved", () => {
  it("is registered in one visit, by keyboard, and stands in the register", async () => {
    const [ma, ding] = [resident("马建业", people.ma), resident("丁雪", people.ding)];
    const key = await ma.open(familyMove(people));
    await ma.step(key, { do: "submit" });
    await office.answered(lin, key);
    await withPage(async (page, { requests }) => {
      await openCase(page, clerk, key);
      await openStep(page, "complete");
      const lacking = page.locator("[data-lacking]");
      await lacking.getByText(words.panel.lacks.consent("丁雪、马小川")).waitFor();
      await page.keyboard.press("Escape");
      for (const member of [1, 2])
        await ding.step(key, { do: "consent", member, says: "yes", heard: null });
      await tabTo(page, new RegExp(words.refresh));
      await page.keyboard.press("Enter");
      await page.getByText(words.people.notYet).first().waitFor({ state: "detached" });
      await openStep(page, "complete");
      // The register takes nobody without a paper that was seen.
      await page.keyboard.press("Space");
      await seePreview(page, "准予落户决定书");
      await page.locator(".step-aside").getByText(zh.d.acts.preview.begins).waitFor();
      await lookAt(page, "case-one-visit-zh-CN-wide");
      // Pressed twice, it is sent once.
      await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("Enter")]);
      await done(page, "complete");
      expect(requests.filter((each) => each.url.endsWith("/steps"))).toHaveLength(1);
      await expectStage(page, "effected");
      await tabTo(page, new RegExp(words.people.record));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "马建业" }).waitFor();
      await tabTo(page, /^第\d+户/);
      await page.keyboard.press("Enter");
      await expect
        .poll(() => readMembers(page))
        .toEqual([
          ["马建业", "户主"],
          ["丁雪", "妻"],
          ["马小川", "子"],
        ]);
    }, still);
  });
});

describe("a case that the rules leave to a person", () => {
  it("is refused with a reason of one's own, read by a second person before it counts", async () => {
    const luo = resident("罗晓东", people.luo);
    const key = await luo.open(loneMove(people.luo));
    await luo.step(key, { do: "submit" });
    await office.answered(lin, key);
    const why = "到现场看过，房子是空的";
    await withPage(async (page) => {
      await openCase(page, clerk, key);
      await take(page, "take");
      await take(page, "accept");
      await openStep(page, "check");
      await tabTo(page, new RegExp(confirm.check));
      await page.keyboard.press("Enter");
      await done(page, "check");
      expect(await page.locator('[data-step="as-advised"]').count()).toBe(0);
      await openStep(page, "decide");
      await page.keyboard.press("Enter");
      // Nothing is chosen for the clerk where the rules do not say.
      await page.locator(".step-form .field-error", { hasText: words.panel.choose }).waitFor();
      await tabTo(page, new RegExp(`^${words.panel.grant}`));
      await page.keyboard.press("ArrowDown");
      await tabTo(page, new RegExp(words.panel.against));
      await page.keyboard.type(why);
      await seePreview(page, "不予落户决定书");
      await page.locator(".step-aside").getByText(why).waitFor();
      await page.getByText(words.panel.second).waitFor();
      await lookAt(page, "case-decide-zh-CN-wide");
      await page.setViewportSize({ width: 360, height: 740 });
      await lookAt(page, "case-decide-zh-CN-phone");
      await tabTo(page, new RegExp(confirm.decide));
      await page.keyboard.press("Enter");
      await done(page, "decide");
      await expectStage(page, "proposed");
      await lookAt(page, "case-proposed-zh-CN-phone");
    }, still);
    await withPage(async (page) => {
      await openCase(page, approver, key);
      await openStep(page, "approve");
      await page.locator(".step-form .letter").getByText(why).waitFor();
      await page.keyboard.press("Enter");
      await done(page, "approve");
      await expectStage(page, "refused");
      await take(page, "deliver");
      await page.getByText(words.course.against(why)).waitFor();
      await page.getByRole("button", { name: zh.t.otherLanguage }).click();
      await page.getByText(wordsOf("en").d.case.course.refusedAll).first().waitFor();
      await lookAt(page, "case-refused-en-wide");
      await page.setViewportSize({ width: 360, height: 740 });
      await lookAt(page, "case-refused-en-phone");
    }, still);
    const told = (await luo.get(`/api/me/cases/${key}`)).json;
    expect(told.letters).toMatchObject([{ kind: "refusal", signed: { by: "林思齐" } }]);
    await luo.step(key, { do: "ask-review", against: "decision", why: "我已买房", heard: null });
    await withPage(
      async (page) => {
        const en = wordsOf("en").d.case;
        await openCase(page, secondApprover, key);
        await page.locator("[data-step=decide-review]").click();
        const form = page.getByRole("form", { name: en.bar.names["decide-review"] });
        await form.getByText("我已买房").waitFor();
        await form.getByLabel(en.course.outcomes.reversed).check();
        await form.getByLabel(en.panel.grant).check();
        await form.getByLabel(en.panel.ground).selectOption("D2.1");
        await form.getByLabel(en.panel.against).fill("复核时出示了不动产权证书");
        await form.getByLabel(en.panel.reviewWhy).fill("不动产已登记");
        await form.locator(".step-aside").getByText("Settling is granted to: 罗晓东").waitFor();
        await lookAt(page, "case-review-en-wide");
        await form.getByRole("button", { name: en.bar.confirm["decide-review"] }).click();
        await expectStage(page, "granted");
      },
      { ...still, locale: "en" },
    );
  });
});

describe("a head of a household who leaves others behind", () => {
  it("brings a paper to the window, and is registered once somebody heads those who stay", async () => {
    const old = resident("罗天成", people.oldLuo);
    const key = await old.open(loneMove(people.oldLuo));
    await old.step(key, { do: "submit" });
    await office.answered(lin, key);
    await withPage(async (page) => {
      await openCase(page, clerk, key);
      await page.getByText(words.evidence.take).click();
      await page.getByLabel(words.evidence.takeKind).selectOption("id-card");
      await page.getByLabel(words.evidence.takeFile).setInputFiles({
        name: "scan.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7\n身份证"),
      });
      await page.getByRole("button", { name: words.evidence.takeNow }).click();
      const paper = page.getByRole("button", { name: `${words.evidence.open}: 居民身份证` });
      const [download] = await Promise.all([page.waitForEvent("download"), paper.click()]);
      expect((await readFile(await download.path())).toString()).toContain("身份证");

      await take(page, "accept");
      // The paper that was handed in counts as seen.
      await openStep(page, "check");
      await page.getByRole("button", { name: confirm.check }).click();
      await done(page, "check");
      // As advised: one key, the letter, Enter.
      await openStep(page, "as-advised");
      await seePreview(page, "准予落户决定书");
      await page.getByText(words.panel.onlyYou).waitFor();
      await page.keyboard.press("Enter");
      await done(page, "as-advised");
      await openStep(page, "effect");
      await page.locator(".step-aside").getByText("家庭户要有一位户主").waitFor();
      await page.getByLabel(zh.d.acts.form.newHead).selectOption("罗晓东");
      const left = page.locator(".pair", { hasText: "邻县" }).locator(".side").last();
      await left.getByText("罗晓东").waitFor();
      expect(await left.textContent()).toContain("罗晓东户主");
      await lookAt(page, "case-effect-zh-CN-wide");
      await page.getByRole("button", { name: confirm.effect, exact: true }).click();
      await done(page, "effect");
      await expectStage(page, "effected");
    }, still);
  });
});

describe("somebody who comes to the window", () => {
  it("is told once what is missing, brings it, consents and withdraws, all on paper", async () => {
    const applicant = resident("古丽娜尔", people.gulnar);
    const key = await applicant.open(loneMove(people.gulnar));
    await applicant.step(key, { do: "submit" });
    await office.answered(lin, key);
    await withPage(async (page) => {
      await openCase(page, clerk, key);
      await openStep(page, "return");
      const notice = page.getByRole("form", { name: names.return });
      await notice.getByLabel("房屋租赁合同").check();
      await seePreview(page, "材料补正一次性告知书");
      await page.locator(".step-aside .letter").getByText("房屋租赁合同").waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      await lookAt(page, "case-return-zh-CN-phone");
      await page.setViewportSize(still.viewport);
      await notice.getByRole("button", { name: confirm.return }).click();
      await done(page, "return");
      await expectStage(page, "returned");
      await openStep(page, "answer");
      const answer = page.getByRole("form", { name: names.answer });
      await answer.getByText(`房屋租赁合同 ${words.panel.notHere}`).waitFor();
      await answer.getByRole("button", { name: zh.d.window.no, exact: true }).first().click();
      await answer.getByRole("button", { name: new RegExp(`^${zh.d.window.again}`) }).waitFor();
      await lookAt(page, "case-answer-zh-CN-wide");
      await answer.getByRole("button", { name: confirm.answer }).click();
      await done(page, "answer");
      await page.locator(".lines").getByText("户口在那里的学校集体户").waitFor();

      await openStep(page, "consent");
      const consent = page.getByRole("form", { name: names.consent });
      await consent.getByRole("button", { name: confirm.consent }).click();
      await consent.getByText(words.panel.signerWrong).waitFor();
      await consent.getByLabel(words.panel.member).selectOption({ index: 1 });
      await consent.getByLabel(words.panel.signer).fill(gulnar.idNumber ?? "");
      await consent.getByLabel(words.panel.yes, { exact: true }).check();
      await lookAt(page, "case-consent-zh-CN-wide");
      await consent.getByRole("button", { name: confirm.consent }).click();
      await done(page, "consent");
      await openStep(page, "withdraw");
      const withdraw = page.getByRole("form", { name: names.withdraw });
      await withdraw.getByRole("button", { name: confirm.withdraw }).click();
      await done(page, "withdraw");
      await expectStage(page, "withdrawn");
    }, still);
  });
});

describe("two at one case", () => {
  it("says to the second what happened meanwhile, and keeps what was typed", async () => {
    const applicant = resident("古丽娜尔", people.gulnar);
    const key = await applicant.open(loneMove(people.gulnar));
    await applicant.step(key, { do: "submit" });
    await office.answered(lin, key);
    await withPage(
      async (page) => {
        await openCase(page, clerk, key);
        await openStep(page, "hand-over");
        const form = page.getByRole("form", { name: names["hand-over"] });
        await form.getByLabel(words.panel.colleague).selectOption({ index: 1 });
        await form.getByLabel(words.panel.why).fill("明天休假");
        const other = office.clerk("何晓");
        await other.step(key, { do: "accept" });
        await form.getByRole("button", { name: confirm["hand-over"] }).click();
        const lost = page.locator("[data-lost]");
        await lost.getByText("受理（何晓").waitFor();
        await lost.getByText(words.lost.kept).waitFor();
        await lookAt(page, "case-lost-zh-CN-wide");
        await expectStage(page, "accepted");
        expect(await form.getByLabel(words.panel.why).inputValue()).toBe("明天休假");
        await form.getByRole("button", { name: confirm["hand-over"] }).click();
        await done(page, "hand-over");

        await openStep(page, "check");
        const check = page.getByRole("form", { name: names.check });
        await check.getByLabel(words.panel.note).fill("租约已看");
        await applicant.step(key, { do: "withdraw" });
        await check.getByRole("button", { name: confirm.check }).click();
        await page.locator("[data-lost]").getByText(words.lost.gone).waitFor();
        expect(await check.getByLabel(words.panel.note).inputValue()).toBe("租约已看");
        expect(await check.getByRole("button", { name: confirm.check }).isDisabled()).toBe(true);
        await page.keyboard.press("Escape");
        await expectStage(page, "withdrawn");
      },
      { ...still, expected: [/412/] },
    );
  });
});
