import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { auditor, neighbourCounty, sampleDistrict } from "../../src/demo-data/cast.ts";
import { takeCheckpoints } from "../../src/register/chain/take-checkpoints.ts";
import { consoleCatalogues } from "../../web/console/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { expectNoSideways } from "./portal.ts";
import { signInAs } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
});

const words = consoleCatalogues["zh-CN"].chains;
const wide = { viewport: { width: 1280, height: 800 } };
const rowOf = (page: Page, county: number) =>
  page.locator(".console-table tbody tr", { hasText: String(county) });

/** Somebody with every right over the database changes one letter of what an event says; gives its number. */
async function rewrite(from: string, to: string): Promise<number> {
  const client = await server.owner.pool.connect();
  try {
    await client.query(
      `SET luohu.department = 'public-security'; SET luohu.counties = '{${sampleDistrict}}';
       ALTER TABLE register_payload DISABLE TRIGGER USER`,
    );
    const { rows } = await client.query<{ seq: number }>(
      `UPDATE register_payload p SET payload = convert_to(replace(convert_from(p.payload, 'UTF8'), $1, $2), 'UTF8')
       FROM register_event e WHERE e.county = p.county AND e.event_id = p.event_id
         AND convert_from(p.payload, 'UTF8') LIKE '%' || $1 || '%' RETURNING e.seq`,
      [from, to],
    );
    await client.query("ALTER TABLE register_payload ENABLE TRIGGER USER");
    const [changed] = rows;
    if (changed === undefined || rows.length > 1) throw new Error(`${rows.length} events changed`);
    return changed.seq;
  } finally {
    client.release();
  }
}

it(
  "an auditor verifies every chain, and an event changed in the database is named",
  { timeout: 90_000 },
  async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, auditor, "/console.html");
      await rowOf(page, sampleDistrict).waitFor();
      expect(await rowOf(page, sampleDistrict).innerText()).toContain(words.never);
      expect(await rowOf(page, sampleDistrict).innerText()).toContain(words.noCheckpoint);
      const { database, register } = server;
      await takeCheckpoints({ database, keys: register.keys, now: () => new Date().toISOString() });
      await page.reload();
      await rowOf(page, neighbourCounty).waitFor();
      expect(await rowOf(page, neighbourCounty).innerText()).toContain(words.tail(0));

      await page.getByRole("button", { name: words.verifyAll }).click();
      await page.locator('[data-verified="done"]').waitFor();
      expect(await page.locator("[data-verified]").innerText()).toMatch(
        /^全部完好：2个县市、\d+条/,
      );
      await page.getByText("没有发现问题").first().waitFor();
      expect(await page.getByText("没有发现问题").count()).toBe(2);
      await expectAccessible(page);
      await screenshot(page, "console chains well zh-CN 1280");

      const seq = await rewrite("陈雨晴", "陈雨青");
      await page.getByRole("button", { name: new RegExp(`核对.*${sampleDistrict}`) }).click();
      await page.getByRole("heading", { name: `第${seq}号事件 登记内容被改过` }).waitFor();
      const said = await page.locator(".fault-list").innerText();
      expect(said).toContain("有人直接改了内容");
      expect(said).toContain("luohu restore");
      expect(said).not.toMatch(/陈雨/);
      // Rebuilding the present from a changed event would make the forgery true.
      expect(said).toContain(consoleCatalogues["zh-CN"].todos.wait);
      expect(said).not.toContain(consoleCatalogues["zh-CN"].todos.rebuild);
      // The register of today still has the name that was declared, so it differs from the event too.
      await page
        .getByText(/发现\d处问题/)
        .first()
        .waitFor();
      expect(await rowOf(page, neighbourCounty).innerText()).toContain("没有发现问题");
      await expectAccessible(page);
      await screenshot(page, "console chains fault zh-CN 1280");
    }, wide);

    for (const locale of ["zh-CN", "en"] as const) {
      await withPage(
        async (page) => {
          await signInAs(page, server.url, auditor, "/console.html");
          await rowOf(page, sampleDistrict).waitFor();
          const { verifyAll } = consoleCatalogues[locale].chains;
          await page.getByRole("button", { name: verifyAll }).click();
          await page.locator(".fault-list").waitFor();
          await page.evaluate(() => document.fonts.ready);
          await expectAccessible(page);
          await expectNoSideways(page);
          await screenshot(page, `console chains fault ${locale} 360`);
        },
        { locale, viewport: { width: 360, height: 740 } },
      );
    }
  },
);

it("an auditor sees how far a long verification is, and why one did not begin", async () => {
  await withPage(
    async (page) => {
      await signInAs(page, server.url, auditor, "/console.html");
      await rowOf(page, sampleDistrict).waitFor();
      // A register as large as a county's would take longer than the demo's: the answers are held back.
      let asked = 0;
      await page.route("**/api/audit/verifications/*", async (route) => {
        asked += 1;
        const response = await route.fetch();
        const answer = (await response.json()) as Record<string, unknown>;
        const running = {
          ...answer,
          state: "running",
          done: 250_000,
          total: 1_000_000,
          faults: [],
        };
        await route.fulfill({ response, json: asked < 4 ? running : answer });
      });
      await page.getByRole("button", { name: words.verifyAll }).click();
      await page.getByText("正在核对：250,000 / 1,000,000 条事件").waitFor();
      expect(await page.getByRole("button", { name: words.verifyAll }).isDisabled()).toBe(true);
      await expectAccessible(page);
      await page.locator('[data-verified="done"]').waitFor();

      await page.unroute("**/api/audit/verifications/*");
      await page.route("**/api/audit/verifications", (route) => route.fulfill({ status: 503 }));
      await page.getByRole("button", { name: words.verifyAll }).click();
      await page.locator(".problem").waitFor();
    },
    { ...wide, expected: [/503/] },
  );
});
