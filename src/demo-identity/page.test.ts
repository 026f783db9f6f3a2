import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectAccessible, screenshot, withPage } from "../../test/browser.ts";
import { useRegisterServer } from "../../test/register-server.ts";
import { cast, clerk } from "../demo-data/index.ts";

const { url } = await useRegisterServer();

it.each([360, 1280])(
  "at %i px everyone of the demo can be chosen, by keyboard too",
  async (width) => {
    await withPage(
      async (page) => {
        await page.goto(`${url}auth/sign-in`);
        await page.getByRole("heading", { name: "选择演示人物" }).waitFor();
        await expectAccessible(page);
        await screenshot(page, `demo-identity-${width}`);
        expect(await page.getByRole("button").count()).toBe(cast.length);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
          width,
        );
        const place = cast.findIndex(({ subject }) => subject === clerk.subject);
        for (let i = 0; i <= place; i++) await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.waitForURL(url);
        const { who } = await sessionIn(page);
        expect(who).toMatchObject({ role: "window-clerk", name: clerk.name });
      },
      { viewport: { width, height: 800 } },
    );
  },
);

it("signing out goes on by itself, through the provider, back to the first page", async () => {
  await withPage(async (page) => {
    await page.goto(`${url}auth/sign-in?as=${clerk.subject}`);
    const { who } = await sessionIn(page);
    const leave = `fetch("/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json", "luohu-csrf": ${JSON.stringify(who?.csrf)} },
      body: "{}",
    }).then((response) => response.json()).then(({ location }) => location)`;
    await page.goto(await page.evaluate<string>(leave));
    await page.waitForURL(url);
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name)).not.toContain("luohu-session");
    expect(cookies.map(({ name }) => name)).not.toContain("luohu-demo-identity");
  });
});

type Session = { readonly who: { readonly csrf: string } | null };

const sessionIn = (page: Page): Promise<Session> =>
  page.evaluate<Session>(`fetch("/api/session").then((response) => response.json())`);
