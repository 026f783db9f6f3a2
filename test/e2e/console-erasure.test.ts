import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { approver, dataProtectionOfficer, sampleDistrict } from "../../src/demo-data/cast.ts";
import { scopeOf } from "../../src/register/index.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { ask, signInAs } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
});

const words = consoleCatalogues["zh-CN"].erasure;
const erasures = "/console.html#/erasure";

type Somebody = { readonly person: number; readonly name: string };

/** Somebody of the district who is registered nowhere now, or who is. */
async function findSomebody(registered: boolean): Promise<Somebody> {
  const text = `SELECT person_id AS person, name FROM person p
     WHERE county = $1 AND name IS NOT NULL AND $2 = EXISTS (
       SELECT FROM registration r WHERE r.person_id = p.person_id AND upper_inf(r.during))
     ORDER BY person_id LIMIT 1`;
  const [found] = await server.owner.inTransaction(scopeOf([sampleDistrict]), (tx) =>
    tx.run<Somebody>({ name: "test-find-somebody", text }, [sampleDistrict, registered]),
  );
  if (found === undefined) throw new Error("nobody like that in the demo");
  return found;
}

async function fillIn(page: Page, person: number) {
  await page.getByLabel(words.person).fill(String(person));
  await page.getByLabel(words.paper).fill("本人删除请求书");
  await page.getByLabel(words.signer).fill("请求人");
  await page.getByLabel(words.signed).fill("2026-01-05");
  await page.getByRole("button", { name: words.check }).click();
}

describe("a data-protection officer", () => {
  it(
    "sees what goes and what stays, proposes, and a second person erases",
    { timeout: 60_000 },
    async () => {
      const { person, name } = await findSomebody(false);
      await withPage(
        async (page) => {
          await signInAs(page, server.url, dataProtectionOfficer, erasures);
          await page.getByRole("button", { name: words.check }).click();
          // Nothing is asked of the server before the form is whole.
          expect(await page.getByText(words.required).count()).toBe(4);
          expect(await page.evaluate(() => document.activeElement?.id)).toBe("erasure-person");
          await fillIn(page, person);
          await page.getByRole("heading", { name: words.goes }).waitFor();
          await page.getByRole("heading", { name: words.stays }).waitFor();
          expect(await page.locator(".erasure").innerText()).toContain(name);
          await expectAccessible(page);
          await screenshot(page, "console erasure preview zh-CN 1280");
          await page.getByRole("button", { name: words.propose }).click();
          await page.getByText(words.proposed).waitFor();
          await page.locator(".proposal-list li").waitFor();
          expect(await page.locator(".proposal-list").innerText()).toContain(`内部编号${person}`);
          expect(await page.locator("main").innerText()).not.toContain(name);
        },
        { viewport: { width: 1280, height: 800 } },
      );
      await withPage(async (page) => {
        await signInAs(page, server.url, approver, "/desk.html");
        const proposals = `/api/counties/${sampleDistrict}/proposals`;
        const { body } = await ask(page, proposals);
        const [waiting] = body as readonly { readonly proposal: string }[];
        const approved = await ask(page, `${proposals}/${waiting?.proposal}/verdict`, {
          method: "POST",
          body: { verdict: "approve", reason: "" },
        });
        expect(approved.status).toBe(201);
      });
      await withPage(async (page) => {
        await signInAs(page, server.url, dataProtectionOfficer, erasures);
        await page.getByText(consoleCatalogues["zh-CN"].proposals.empty).waitFor();
        await fillIn(page, person);
        await page.getByText(words.remarks["erased"] ?? "?").waitFor();
      });
    },
  );

  it("is told why somebody who is registered cannot be erased", async () => {
    const { person } = await findSomebody(true);
    await withPage(
      async (page) => {
        await signInAs(page, server.url, dataProtectionOfficer, erasures);
        await fillIn(page, person);
        await page.getByText(words.remarks["still-registered"] ?? "?").waitFor();
        expect(await page.getByRole("button", { name: words.propose }).count()).toBe(0);
        await expectAccessible(page);
        await screenshot(page, "console erasure refused zh-CN 360");
        await page.getByRole("button", { name: words.back }).click();
        expect(await page.getByLabel(words.person).inputValue()).toBe(String(person));
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
