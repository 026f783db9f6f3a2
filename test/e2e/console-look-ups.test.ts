import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import {
  type CastMember,
  auditor,
  clerk,
  dataProtectionOfficer,
  lawmaker,
  neighbourClerk,
  neighbourCounty,
  sampleDistrict,
} from "../../src/demo-data/cast.ts";
import { locales } from "../../src/policy/index.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { expectNoSideways } from "./portal.ts";
import { ask, signInAs } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
});

const words = consoleCatalogues["zh-CN"];
const wide = { width: 1280, height: 800 };

/** Looks that a clerk makes, each with its purpose. */
async function lookUp(who: CastMember, county: number, text: string, purposes: readonly string[]) {
  await withPage(async (page) => {
    await signInAs(page, server.url, who, "/desk.html");
    for (const purpose of purposes) {
      const { status } = await ask(page, `/api/counties/${county}/people/search`, {
        method: "POST",
        body: { by: "name", text },
        headers: { "luohu-purpose": purpose },
      });
      expect(status).toBe(200);
    }
  });
}

const form = (page: Page) => page.locator(".filter-form");
const rows = (page: Page) => page.locator(".console-table tbody tr");

describe("an auditor", () => {
  it(
    "sees look-ups of all counties by key only, filters, counts and pages them",
    { timeout: 90_000 },
    async () => {
      const many = Array.from({ length: 56 }, () => "application");
      await lookUp(clerk, sampleDistrict, "陈雨晴", [...many, "correction"]);
      await lookUp(neighbourClerk, neighbourCounty, "陈", ["court-order"]);
      await withPage(
        async (page) => {
          await signInAs(page, server.url, auditor, "/console.html#/look-ups");
          await rows(page).first().waitFor();
          expect(await rows(page).count()).toBe(50);
          expect(await page.locator(".counts").innerText()).toMatch(/办理本人的申请\s+56/);
          await page.getByRole("button", { name: words.filter.more }).click();
          await expect.poll(() => rows(page).count()).toBe(58);
          const said = await page.locator("main").innerText();
          expect(said).not.toContain("雨晴");
          expect(said).toMatch(/1人：\d+/);

          await form(page).getByLabel(words.looks.purpose).selectOption("court-order");
          await page.getByRole("button", { name: words.filter.apply }).click();
          await expect.poll(() => rows(page).count()).toBe(1);
          expect(await rows(page).innerText()).toContain("何致远");
          await page.getByRole("button", { name: words.filter.clear }).click();
          await expect.poll(() => rows(page).count()).toBe(50);
          await form(page).getByLabel(words.looks.role).selectOption("approver");
          await page.getByRole("button", { name: words.filter.apply }).click();
          await page.getByText(words.looks.empty).waitFor();
          await page.getByRole("button", { name: words.filter.clear }).click();
          await expect.poll(() => rows(page).count()).toBe(50);
          await form(page).getByLabel(words.filter.county).selectOption(String(neighbourCounty));
          await form(page).getByLabel(words.filter.from).fill("2020-01-01");
          await form(page).getByLabel(words.filter.until).fill("2020-01-02");
          await page.getByRole("button", { name: words.filter.apply }).click();
          await page.getByText(words.looks.empty).waitFor();
          // The filter stands in the address, so back and reload keep it.
          await page.reload();
          await page.getByText(words.looks.empty).waitFor();
          await page.goBack();
          await expect.poll(() => rows(page).count()).toBe(50);

          await form(page).getByLabel(words.filter.from).fill("2026-02-01");
          await form(page).getByLabel(words.filter.until).fill("2026-01-01");
          await page.getByRole("button", { name: words.filter.apply }).click();
          await page.getByText(words.filter.wrongDays).waitFor();
        },
        { viewport: wide },
      );
    },
  );
});

describe("a lawmaker", () => {
  it("reads what there is and what comes", async () => {
    await withPage(
      async (page) => {
        await signInAs(page, server.url, lawmaker, "/console.html");
        expect(await page.locator("h1").innerText()).toBe(words.start.title);
        await expectAccessible(page);
        await expectNoSideways(page);
        const refused = await ask(page, "/api/audit/look-ups");
        expect(refused.status).toBe(403);
      },
      { viewport: { width: 360, height: 740 }, expected: [/403/] },
    );
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each([
    [360, "light"],
    [1280, "light"],
    [360, "dark"],
  ] as const)(
    "pages fit and axe finds nothing: %i, %s",
    { timeout: 60_000 },
    async (width, scheme) => {
      await withPage(
        async (page) => {
          const look = async (name: string) => {
            await page.evaluate(() => document.fonts.ready);
            await expectNoSideways(page);
            await expectAccessible(page);
            await screenshot(page, `console ${name} ${locale} ${width} ${scheme}`);
          };
          await signInAs(page, server.url, dataProtectionOfficer, "/console.html#/look-ups");
          await rows(page).first().waitFor();
          await look("look-ups");
          await page.goto(`${server.url}console.html#/erasure`);
          await page.locator(".sheet-form").waitFor();
          await look("erasure");
          await signInAs(page, server.url, lawmaker, "/console.html");
          await look("lawmaker");
        },
        { locale, viewport: { width, height: 740 }, colorScheme: scheme },
      );
    },
  );
});
