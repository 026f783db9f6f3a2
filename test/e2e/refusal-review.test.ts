// A refusal with its reasons and remedies, a review by somebody who had no hand in it, and a register that follows.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { county, loneMove } from "../../src/casework/testing/office-over-http.ts";
import { approver, auditor, clerk, secondApprover, xiaodong } from "../../src/demo-data/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { caseCatalogues } from "../../web/portal/my/cases/catalogues.ts";
import { screenshot, withPage } from "../browser.ts";
import { useRegisterServer } from "../register-server.ts";
import { wordsOf } from "./desk.ts";
import { expectStage, openFirstCase, openStep, seePreview, send, take } from "./desk-steps.ts";
import { tabTo } from "./keyboard.ts";
import { ask, signInAs } from "./sign-in.ts";

const { url, register } = await useRegisterServer();
const mine = caseCatalogues["zh-CN"];
const { cases: figures } = consoleCatalogues["zh-CN"];
const { case: desk, acts } = wordsOf("zh-CN").d;
const phone = { viewport: { width: 360, height: 740 }, expected: [/401|404/] };
const wide = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;
const address = "团结路18号1单元102室";

const look = (page: Page, name: string) => screenshot(page, `refusal ${name}`);

/** Hands in a case that says nothing but where he wants to live. */
async function handIn(page: Page): Promise<void> {
  const person = (await findPersonByIdNumber(register, xiaodong.idNumber ?? "")) ?? 0;
  const post = (path: string, body: object, more = {}) =>
    ask(page, path, {
      method: "POST",
      body,
      headers: { "idempotency-key": randomUUID(), ...more },
    });
  const opened = (await post("/api/me/cases", loneMove(person))).body as {
    readonly case: string;
    readonly version: number;
  };
  const match = { "if-match": `"c${opened.version}"` };
  const sent = await post(`/api/me/cases/${opened.case}/steps`, { do: "submit" }, match);
  expect(sent.status).toBe(200);
}

async function openOwn(page: Page): Promise<void> {
  await page.goto(`${url}#/my/cases`);
  await page.locator(".my-head + .page a", { hasText: "落户" }).first().click();
  await page.locator(".my-case h1").waitFor();
}

it("is refused, reviewed, reversed, and then registered", { timeout: 120_000 }, async () => {
  await withPage(async (luo) => {
    await signInAs(luo, url, xiaodong, "/#/my/record");
    await handIn(luo);

    const against = "各部门都查不到住房，没有其他材料";
    await withPage(async (lin) => {
      await openFirstCase(lin, url, clerk);
      await lin.getByText(desk.advice.outcomes.refer).first().waitFor();
      await take(lin, "take");
      await take(lin, "accept");
      await openStep(lin, "check");
      await send(lin, "check");
      await openStep(lin, "decide");
      await tabTo(lin, new RegExp(`^${desk.panel.grant}`));
      await lin.keyboard.press("ArrowDown");
      await tabTo(lin, new RegExp(desk.panel.against));
      await lin.keyboard.type(against);
      await seePreview(lin, "不予落户决定书");
      await send(lin, "decide");
      await expectStage(lin, "proposed");
    }, wide);
    await withPage(async (han) => {
      await openFirstCase(han, url, approver);
      await take(han, "approve");
      await take(han, "deliver");
      await expectStage(han, "refused");
    }, wide);

    await openOwn(luo);
    await luo.getByText(mine.standing.of.refused.now).waitFor();
    const letter = await luo.locator(".letter-frame .letter").innerText();
    for (const part of ["不予落户决定书", against, "行政复议", "人民法院"])
      expect(letter).toContain(part);
    await look(luo, "1 letter");
    await luo.getByLabel(mine.review.why).fill("房子上周登记在我名下了");
    await luo.getByRole("button", { name: mine.review.send }).click();
    await luo.getByText(mine.standing.review).waitFor();
    await look(luo, "2 review asked");

    await withPage(async (han) => {
      await openFirstCase(han, url, approver);
      await han.getByText(desk.course.openReview).waitFor();
      expect(await han.locator('[data-step="decide-review"]').count()).toBe(0);
      await look(han, "3 took part");
    }, wide);
    await withPage(async (zhao) => {
      await openFirstCase(zhao, url, secondApprover);
      await openStep(zhao, "decide-review");
      const form = zhao.getByRole("form", { name: desk.bar.names["decide-review"] });
      await form.getByRole("radio", { name: desk.course.outcomes.reversed }).check();
      await form.getByRole("radio", { name: desk.panel.grant, exact: true }).check();
      await form.getByLabel(desk.panel.ground).selectOption("D2.1");
      await form.getByLabel(desk.panel.against).fill("复议时出示了不动产权证书");
      await form.getByLabel(desk.panel.reviewWhy).fill("不动产已经登记，符合D2.1");
      await seePreview(zhao, "行政复议决定书");
      await look(zhao, "4 reversal");
      await send(zhao, "decide-review");
      await expectStage(zhao, "granted");
    }, wide);
    await withPage(async (lin) => {
      await openFirstCase(lin, url, clerk);
      await openStep(lin, "effect");
      await seePreview(lin, acts.preview.begins);
      await look(lin, "5 effect");
      await send(lin, "effect");
      await expectStage(lin, "effected");
      await take(lin, "deliver");
    }, wide);

    await openOwn(luo);
    await luo.getByText(mine.standing.of.effected.now).waitFor();
    const letters = await luo.locator(".letter-frame").allInnerTexts();
    expect(letters[0]).toContain("行政复议决定书");
    // Whoever is granted is not told what is lacking.
    expect(letters[0]).not.toContain("不符合");
    await luo.getByText(mine.letter.others(1)).click();
    await luo.getByText(against).waitFor();
    await look(luo, "6 registered");
    await luo.getByRole("button", { name: mine.effect.link }).click();
    await luo.getByText(address).waitFor();
    expect((await ask(luo, "/api/me/record")).body).toMatchObject({ county });
  }, phone);

  await withPage(async (sun) => {
    await signInAs(sun, url, auditor, "/console.html#/cases");
    const rows = sun.locator(".console-table tbody tr");
    for (const from of [figures.overrides.from.first, figures.overrides.from.review])
      await rows.filter({ hasText: from }).first().waitFor();
    await rows.filter({ hasText: "不动产已经登记" }).first().waitFor();
    expect(await sun.locator("main").innerText()).not.toMatch(/罗晓东|林思齐|韩素梅|赵立新/);
    await look(sun, "7 figures");
  }, wide);
});
