import { afterAll, beforeAll, expect, it } from "vitest";
import { withPage } from "../browser.ts";
import { plans, startPortal, walk, type RunningPortal } from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

it("sends nothing that was typed or chosen anywhere", async () => {
  await withPage(
    async (page, log) => {
      const addresses: string[] = [];
      page.on("framenavigated", (frame) => addresses.push(frame.url()));
      await page.goto(portal.url);
      await page.locator("h1").waitFor();
      await page.evaluate(() => document.fonts.ready);
      const loaded = log.requests.length;
      await walk({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant);
      await page.evaluate(() => document.fonts.ready);

      // Fonts, readings and the pages nobody opens first may come late: the same files for everyone.
      for (const request of log.requests.slice(loaded)) {
        expect(request.method).toBe("GET");
        expect(request.body).toBeUndefined();
        expect(request.url.slice(portal.url.length - 1)).toMatch(
          /^\/assets\/(luohu-(sans|naskh)-\d+-[0-9a-f]+\.woff2|later-[0-9a-f]+\.json|(later-pages|apply-block)-[\w-]+\.js)$/,
        );
      }
      for (const request of log.requests) expect(new URL(request.url).search).toBe("");
      expect(addresses.length).toBeGreaterThan(5);
      for (const address of addresses) {
        const { search, hash } = new URL(address);
        expect(search).toBe("");
        expect(hash).toMatch(/^(|#\/(|service|place|place\/county|family|answer|question\/\d+))$/);
      }
      expect(await page.context().cookies()).toEqual([]);
    },
    { viewport: { width: 360, height: 740 } },
  );
});

it("obeys the strict policy that the server sends", async () => {
  await withPage(async (page) => {
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const kept = JSON.parse(sessionStorage.getItem("violations") ?? "[]") as string[];
        const said = `${event.violatedDirective}: ${event.blockedURI}`;
        sessionStorage.setItem("violations", JSON.stringify([...kept, said]));
      });
    });
    const response = await page.goto(portal.url);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    await walk({ page, pack: portal.pack, locale: "zh-CN" }, plans.stranger);
    expect(await page.evaluate(() => sessionStorage.getItem("violations"))).toBeNull();
  });
});

it("keeps answers in this tab only, and nothing but language and text size on the device", async () => {
  await withPage(async (page) => {
    await page.goto(portal.url);
    await walk({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: /^Text size/ }).click();
    const kept = await page.evaluate(() => ({
      tab: Object.keys(sessionStorage),
      device: { ...localStorage },
    }));
    expect(kept.tab).toEqual(["luohu.portal.journey.2"]);
    expect(kept.device).toEqual({ "luohu.locale": "en", "luohu.text-size": "large" });

    await page.getByRole("button", { name: "Erase it now" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Erase" }).click();
    await page.waitForFunction(() => location.hash === "#/");
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    // The walk is gone from the address too: an old page leads to its first step.
    await page.goBack();
    await page.waitForFunction(() => location.hash === "#/service");
  });
});
