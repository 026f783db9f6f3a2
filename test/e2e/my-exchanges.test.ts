// The page "who looked": what departments were asked about the person, and objecting to it.
import { beforeAll, expect, it } from "vitest";
import { dataProtectionOfficer, yuqing } from "../../src/demo-data/cast.ts";
import { askDepartments } from "../../src/exchange/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { locales } from "../../src/policy/index.ts";
import { myCatalogues } from "../../web/portal/my/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { tabTo } from "./keyboard.ts";
import { expectNoSideways } from "./portal.ts";
import { ask, signInAs } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
  const { database, exchange, register } = server;
  const idNumber = yuqing.idNumber ?? "";
  const person = (await findPersonByIdNumber(register, idNumber)) ?? 0;
  const scope = { counties: [990_101], department: "public-security" };
  await database.inTransaction(scope, (tx) =>
    askDepartments(tx, exchange, {
      county: 990_101,
      caseReference: "落2026-9",
      person,
      idNumber,
      service: "settlement",
      place: { county: "652301", kind: "village" },
      on: "2026-05-01",
      purpose: "application",
      by: { account: "a", name: "林思齐" },
    }),
  );
});

const phone = { width: 360, height: 740 };
const looks = "/#/my/look-ups";

it(
  "a resident sees which department was asked what and why, objects by keyboard, and reads the answer",
  { timeout: 90_000 },
  async () => {
    const words = myCatalogues["zh-CN"].looks;
    await withPage(
      async (page) => {
        await signInAs(page, server.url, yuqing, looks);
        const entry = page
          .locator(".my-asked .looks > li")
          .filter({ hasText: "人力资源和社会保障部门" });
        await entry.waitFor();
        const said = await entry.innerText();
        for (const part of [
          "林思齐",
          "办理您自己的申请、编号落2026-9",
          "社会保险参保缴费",
          "从哪个月起",
        ]) {
          expect(said).toContain(part);
        }
        for (let tries = 0; tries < 100; tries++) {
          await page.reload();
          await entry.waitFor();
          if ((await entry.innerText()).includes(words.asked.states.answered)) break;
        }
        expect(await entry.innerText()).toContain(words.asked.states.answered);

        await tabTo(page, /^提出异议：人力资源和社会保障部门/);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.getByText(words.object.empty).waitFor();
        await expectAccessible(page);
        await page.keyboard.type("我没有办过这件事");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await entry.getByText(words.object.waiting).waitFor();
        expect(await entry.innerText()).toContain("我没有办过这件事");
      },
      { viewport: phone, expected: [/401|404/] },
    );
    await withPage(async (page) => {
      await signInAs(page, server.url, dataProtectionOfficer, "/console.html");
      const { body } = await ask(page, "/api/audit/challenges?state=open");
      const [made] = (body as { readonly challenges: readonly { readonly id: string }[] })
        .challenges;
      const answered = await ask(page, `/api/audit/challenges/${made?.id}/answer`, {
        method: "POST",
        body: { justified: false, answer: "与您提交的申请有关" },
      });
      expect(answered.status).toBe(200);
    });
    await withPage(
      async (page) => {
        await signInAs(page, server.url, yuqing, looks);
        await page.getByText("与您提交的申请有关").waitFor();
      },
      { viewport: phone, expected: [/401|404/] },
    );
  },
);

it.each(locales)("nothing is wrong with the page: %s", { timeout: 60_000 }, async (locale) => {
  for (const viewport of [phone, { width: 1280, height: 900 }]) {
    await withPage(
      async (page) => {
        await signInAs(page, server.url, yuqing, looks);
        await page.locator(".my-asked .looks > li").first().waitFor();
        await expectAccessible(page);
        await expectNoSideways(page);
        await screenshot(page, `my-exchanges-${locale}-${viewport.width}`);
      },
      { viewport, expected: [/401|404/], locale },
    );
  }
});
