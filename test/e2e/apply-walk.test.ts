// From the questions to an application handed in: nothing is typed that was said or that the register knows.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { jianye } from "../../src/demo-data/cast.ts";
import { applyCatalogues } from "../../web/portal/apply/catalogues.ts";
import { callWords } from "../../web/portal/apply/call/words.ts";
import { myCatalogues } from "../../web/portal/my/catalogues.ts";
import type { Locale } from "../../src/policy/index.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { builtInPack } from "../pack.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { expectNoSideways, type Plan, turnTo, walk } from "./portal.ts";
import { ask } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
});

const pack = builtInPack();

/** Bought a home together with his wife. */
const owner: Plan = {
  county: "990101",
  kind: "town",
  family: ["spouse", "child"],
  replies: { "registered.elsewhere": "yes", "home.family-owned": "yes" },
  otherwise: "no",
  outcome: "granted",
};

const steps = async (page: Page, name: string) => {
  await expectNoSideways(page);
  await expectAccessible(page);
  await screenshot(page, `apply-${name}`);
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const arrive = async (page: Page, part: string) => {
  await page.waitForFunction((wanted) => location.hash.startsWith(`#/apply/${wanted}`), part);
  await page.locator(".apply [data-page-heading]").waitFor();
};

describe("a resident", () => {
  it("goes from the questions to a receipt on a phone", { timeout: 120_000 }, async () => {
    const locale: Locale = "zh-CN";
    const words = applyCatalogues[locale];
    await withPage(
      async (page, log) => {
        await page.goto(server.url);
        await walk({ page, pack, locale }, owner);
        await page.getByRole("heading", { name: callWords[locale].title.granted }).waitFor();
        await press(page, callWords[locale].button);
        // The door stands in the same place, and leads back to it with every answer.
        await page.getByRole("heading", { name: myCatalogues[locale].signIn.title }).waitFor();
        await page.getByRole("link", { name: /^马建业/ }).click();
        await page.getByRole("heading", { name: words.start.title }).waitFor();
        await steps(page, "start");
        await press(page, words.start.begin);

        await arrive(page, "home");
        // Nothing is asked of what was said: it is a home of his own.
        await page
          .getByRole("heading", { name: words.home.number(1, words.home.kinds["own-home"].title) })
          .waitFor();
        await press(page, words.goOn);
        await page.getByText(words.faults.address).waitFor();
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("home-0-address");
        await steps(page, "home-fault");
        await page.getByLabel(words.home.address, { exact: true }).fill("和平路9号2单元301室");
        await page.getByLabel(words.home.community, { exact: true }).fill("和平社区");
        // A rented home beside it comes later in the order, so it is not chosen.
        await press(page, words.home.addAnother);
        await page.locator(".choice", { hasText: words.home.kinds["rented-home"].title }).click();
        await page.getByLabel(words.home.address, { exact: true }).last().fill("胜利路1号");
        await page.getByLabel(words.home.community, { exact: true }).last().fill("胜利社区");
        await page.getByRole("radio", { name: words.home.here }).first().waitFor();
        await steps(page, "home");
        await press(page, words.goOn);

        await arrive(page, "people");
        const body = await page.locator("main").innerText();
        expect(body).toContain("丁雪");
        for (const name of [/丁雪/, /马小川/])
          expect(await page.getByRole("checkbox", { name }).first().isChecked()).toBe(true);
        await steps(page, "people");
        await press(page, words.goOn);

        await arrive(page, "proof");
        await page.getByText(words.proof.departments.title).waitFor();
        await page.locator(".apply-departments li").first().waitFor();
        await steps(page, "proof");
        await page.locator("#paper-kind").selectOption("title-certificate");
        await page.locator('input[type="file"]').setInputFiles({
          name: "证.pdf",
          mimeType: "application/pdf",
          buffer: Buffer.from("%PDF-1.7\n产权"),
        });
        await page.getByText(words.papers.count(1, 20)).waitFor();
        await press(page, words.goOn);

        await arrive(page, "review");
        await page.locator(".apply-sheet").getByText("马小川").waitFor();
        await steps(page, "review");
        await press(page, words.review.submit);
        await page.getByText(words.review.signMissing).waitFor();
        await page.locator("#signature").check();
        await press(page, words.review.submit);

        await arrive(page, "sent");
        await page.getByRole("heading", { name: words.sent.title }).waitFor();
        await steps(page, "sent");
        const listed = (await ask(page, "/api/me/cases")).body as readonly { stage: string }[];
        expect(listed.map(({ stage }) => stage)).toEqual(["submitted"]);
        for (const { url } of log.requests)
          expect(decodeURIComponent(url)).not.toMatch(/马建业|丁雪|和平路|19911111/);
        void turnTo;
        void jianye;
      },
      { viewport: { width: 360, height: 740 }, expected: [/401|404/] },
    );
  });
});
