import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { approver, clerk, gulnar, yuqing } from "../../src/demo-data/cast.ts";
import { locales, type Locale } from "../../src/policy/index.ts";
import { myCatalogues } from "../../web/portal/my/catalogues.ts";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import { type RegisterServer, useRegisterServer } from "../register-server.ts";
import { tabTo } from "./keyboard.ts";
import { expectNoSideways } from "./portal.ts";
import { ask, signInAs } from "./sign-in.ts";

let server: RegisterServer;
beforeAll(async () => {
  server = await useRegisterServer();
});

const phone = { width: 360, height: 740 };
const county = yuqing.idNumber?.slice(0, 6) ?? "";
const record = "/#/my/record";

type Found = { readonly people: readonly { readonly person: number }[] };
type Household = { readonly members: readonly { readonly person: number }[] };

/** What a clerk does at the window: looks somebody up, and says why. */
async function lookUp(page: Page, name: string, reference: string): Promise<number> {
  const { status, body } = await ask(page, `/api/counties/${county}/people/search`, {
    method: "POST",
    body: { by: "name", text: name },
    headers: { "luohu-purpose": "application", "luohu-reference": encodeURIComponent(reference) },
  });
  expect(status).toBe(200);
  const person = (body as Found).people[0]?.person;
  if (person === undefined) throw new Error(`nobody found: ${name}`);
  const opened = await ask(page, `/api/counties/${county}/people/${person}`, {
    headers: { "luohu-purpose": "application", "luohu-reference": encodeURIComponent(reference) },
  });
  expect(opened.status).toBe(200);
  return person;
}

const dayBefore = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** A child is born into Chen Yuqing's household: the family differs from one day to the next. */
async function registerBirth(page: Page, mother: number): Promise<string> {
  const [born, on] = [dayBefore(9), dayBefore(3)];
  const purpose = { "luohu-purpose": "family-application" };
  const seen = await ask(page, `/api/counties/${county}/people/${mother}`, { headers: purpose });
  const { seats } = seen.body as { readonly seats: readonly { readonly household: number }[] };
  const act = {
    act: "register-birth",
    on,
    ground: {
      clause: "Household Registration Regulations 1958 art. 7",
      papers: [{ kind: "birth-certificate" }],
      signatures: [{ signer: "陈雨晴", as: "guardian", for: [0], signed: on }],
    },
    household: seats[0]?.household,
    child: {
      relation: 30,
      particulars: {
        name: "周小雨",
        nameHan: null,
        formerNames: [],
        sex: 2,
        birthDate: born,
        birthCounty: Number(county),
        idNumber: null,
        marital: null,
        education: null,
        mother,
        father: null,
      },
    },
  };
  const acts = `/api/counties/${county}/acts`;
  const preview = await ask(page, `${acts}/preview`, {
    method: "POST",
    body: act,
    headers: purpose,
  });
  const { refusals, ifMatch } = preview.body as {
    readonly refusals: readonly unknown[];
    readonly ifMatch: string;
  };
  expect(refusals).toEqual([]);
  const done = await ask(page, acts, {
    method: "POST",
    body: act,
    headers: { ...purpose, "if-match": ifMatch, "idempotency-key": crypto.randomUUID() },
  });
  expect(done.status).toBe(201);
  return on;
}

describe("a resident", () => {
  it(
    "sees their record, their household on two days and the clerk who looked, and leaves nothing behind",
    { timeout: 90_000 },
    async () => {
      const on = await withPage(async (page) => {
        await signInAs(page, server.url, clerk, "/desk.html");
        return registerBirth(page, await lookUp(page, "陈雨晴", "受理2026-17"));
      });
      await withPage(
        async (page, log) => {
          const words = myCatalogues["zh-CN"];
          await page.goto(server.url);
          // What somebody answered before is kept in the tab, until they sign out.
          await page.getByRole("button", { name: "开始", exact: true }).click();
          await page.locator(".choice").first().click();
          await page.waitForFunction(() => sessionStorage.length > 0);
          await page.getByRole("link", { name: "我的户口" }).click();
          await page.getByRole("heading", { name: words.signIn.title }).waitFor();
          await expectAccessible(page);
          await page.getByRole("link", { name: /陈雨晴/ }).click();
          await page.locator(".my-record h1").waitFor();
          const facts = await page.locator(".my-record .facts").innerText();
          expect(facts).toContain("陈雨晴");
          expect(facts).toContain("1988年4月12日");
          expect(facts).not.toContain(yuqing.idNumber ?? "?");
          await page.getByRole("button", { name: /显示全部数字/ }).click();
          expect(await page.locator(".my-record .facts").innerText()).toContain(yuqing.idNumber);

          await page.getByRole("link", { name: words.parts.household, exact: true }).click();
          await page.getByRole("rowheader", { name: /周小雨/ }).waitFor();
          expect(await page.locator(".members tbody tr").count()).toBe(6);
          expect(await page.locator(".tree svg").getAttribute("aria-label")).toContain(
            "周小雨 女儿",
          );
          // The slider goes back one change: the child is not there yet.
          await page.getByRole("slider").press("ArrowLeft");
          await page.getByRole("rowheader", { name: /周小雨/ }).waitFor({ state: "detached" });
          expect(await page.locator(".members tbody tr").count()).toBe(5);
          // Any day can be typed; the day itself counts.
          await page.locator("summary", { hasText: words.household.day.other }).click();
          const [year = "", month = "", day = ""] = on.split("-");
          await page.getByLabel("年", { exact: true }).fill(year);
          await page.getByLabel("月", { exact: true }).fill(String(Number(month)));
          await page.getByLabel("日", { exact: true }).fill(String(Number(day)));
          await page.getByRole("button", { name: words.household.day.show }).click();
          await page.getByRole("rowheader", { name: /周小雨/ }).waitFor();

          await page.getByRole("link", { name: words.parts["look-ups"] }).click();
          const look = page.locator(".looks > li").filter({ hasText: "打开了您的个人登记" }).last();
          expect(await look.innerText()).toContain("林思齐（窗口民警）");
          expect(await look.innerText()).toContain("办理您自己的申请、编号受理2026-17");

          await page.reload();
          await page.locator(".my-looks h1").waitFor();
          await page.goBack();
          await page.locator(".my-household h1").waitFor();
          await page.goForward();
          await page.locator(".my-looks h1").waitFor();

          await page.getByRole("button", { name: words.signOut }).click();
          await page.waitForURL(server.url);
          await page.goBack();
          await page.getByRole("heading", { name: words.signIn.title }).waitFor();
          expect(await page.locator("body").innerText()).not.toContain("锦绣园");
          const kept = await page.evaluate(() => [
            ...Object.keys(sessionStorage),
            ...Object.keys(localStorage),
          ]);
          expect(kept).toEqual([]);
          // The demo's provider keeps numbers of sign-ins that are over; of ours there is nothing.
          const cookies = (await page.context().cookies()).map(({ name }) => name);
          expect(cookies.filter((name) => !name.startsWith("luohu-demo-interaction"))).toEqual([]);
          for (const { url } of log.requests) {
            expect(decodeURIComponent(url)).not.toMatch(/陈雨晴|雨晴|锦绣园|19880412/);
          }
        },
        { viewport: phone, expected: [/401|404/] },
      );
    },
  );

  it("sees nothing of somebody else", { timeout: 60_000 }, async () => {
    const yuqingsKey = await withPage(async (page) => {
      await signInAs(page, server.url, clerk, "/desk.html");
      return lookUp(page, "陈雨晴", "");
    });
    await withPage(
      async (page) => {
        await signInAs(page, server.url, gulnar, record);
        await page.locator(".my-record h1").waitFor();
        const said = [await page.locator("main").innerText()];
        for (const part of ["household", "look-ups"] as const) {
          await page
            .getByRole("link", { name: myCatalogues["zh-CN"].parts[part], exact: true })
            .click();
          await page.waitForFunction((hash) => location.hash === hash, `#/my/${part}`);
          await page.locator("h1").waitFor();
          said.push(await page.locator("main").innerText());
        }
        expect(said.join()).toContain("گۈلنار ئەركىن");
        // Parents of the same household are called by name.
        expect(said[0]).toContain("رەيھان قۇربان");
        expect(said.join()).not.toMatch(/陈雨晴|周明远|锦绣园/);
        const mine = await ask(page, "/api/me/household");
        expect((mine.body as Household).members.map(({ person }) => person)).not.toContain(
          yuqingsKey,
        );
        const headers = { "luohu-purpose": "application" };
        const others = await ask(page, `/api/counties/${county}/people/${yuqingsKey}`, { headers });
        expect(others.status).toBe(403);
        const search = await ask(page, `/api/counties/${county}/people/search`, {
          method: "POST",
          body: { by: "name", text: "陈雨晴" },
          headers,
        });
        expect(search.status).toBe(403);
      },
      { viewport: phone, expected: [/403/] },
    );
  });

  it.each(["zh-CN", "en"] as const)(
    "prints their record on one sheet of A4, with the whole ID number: %s",
    async (locale) => {
      await withPage(
        async (page) => {
          await signInAs(page, server.url, yuqing, record);
          await page.locator(".my-record h1").waitFor();
          const pdf = await page.pdf({ preferCSSPageSize: true });
          expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
          await page.emulateMedia({ media: "print" });
          const printed = await page.locator("body").innerText();
          expect(printed).toContain(yuqing.idNumber);
          expect(printed).not.toContain(myCatalogues[locale].signOut);
          const saved = page.waitForEvent("download");
          await page.emulateMedia({ media: "screen" });
          await page.getByRole("button", { name: myCatalogues[locale].record.save }).click();
          expect((await saved).suggestedFilename()).toMatch(/^luohu-record-\d{4}-\d\d-\d\d\.json$/);
        },
        { locale, viewport: phone },
      );
    },
  );
});

describe("with a keyboard alone", () => {
  it(
    "a resident signs in, reads on, looks at who looked, shows more, and leaves",
    { timeout: 60_000 },
    async () => {
      await withPage(async (page) => {
        await signInAs(page, server.url, clerk, "/desk.html");
        for (let looks = 0; looks < 12; looks += 1) await lookUp(page, "古丽娜尔·艾尔肯", "");
      });
      await withPage(
        async (page) => {
          const words = myCatalogues.en;
          const press = async (name: RegExp) => {
            await tabTo(page, name);
            await page.keyboard.press("Enter");
          };
          await page.goto(server.url);
          await page.locator("h1").waitFor();
          await press(/^My record$/);
          await page.locator(".demo-people").waitFor();
          await press(/^Gulnar/);
          await page.locator(".my-record h1").waitFor();
          await press(/^Who looked$/);
          await page.locator(".looks").waitFor();
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
          expect(await page.locator(".looks > li").count()).toBe(20);
          await press(/^Show \d+ more$/);
          expect(await page.locator(".looks > li").count()).toBeGreaterThanOrEqual(24);
          await expectAccessible(page);
          await screenshot(page, "my looks long en 360");
          await page.locator("h1").focus();
          await page.keyboard.press("Shift+Tab");
          await press(/^Sign out$/);
          await page.waitForURL(server.url);
          await page.goto(`${server.url}#/my/look-ups`);
          await page.getByRole("heading", { name: words.signIn.title }).waitFor();
        },
        { locale: "en", viewport: phone },
      );
    },
  );
});

describe("whoever is not a resident of the register", () => {
  it("is shown the way on when the session has ended meanwhile", async () => {
    await withPage(
      async (page) => {
        const words = myCatalogues["zh-CN"];
        await signInAs(page, server.url, yuqing, record);
        await page.locator(".my-record h1").waitFor();
        await page.context().clearCookies();
        await page.getByRole("link", { name: words.parts.household, exact: true }).click();
        await page.getByText(words.signIn.ended).waitFor();
        expect(await page.locator("body").innerText()).not.toContain("1988年4月12日");
      },
      { viewport: phone, expected: [/401/] },
    );
  });

  it("sees the record no longer once the session has ended by itself", async () => {
    await withPage(
      async (page) => {
        await signInAs(page, server.url, yuqing, record);
        await page.route("**/api/session", async (route) => {
          const response = await route.fetch();
          const answer = (await response.json()) as { who: object | null };
          const expires = new Date(Date.now() + 500).toISOString();
          await route.fulfill({ response, json: { ...answer, who: { ...answer.who, expires } } });
        });
        await page.reload();
        await page.locator(".my-record h1").waitFor();
        await page.context().clearCookies();
        await page.unroute("**/api/session");
        await page.getByText(myCatalogues["zh-CN"].signIn.ended).waitFor();
        expect(await page.locator("body").innerText()).not.toContain("1988年4月12日");
      },
      { viewport: phone },
    );
  });

  it("acts as oneself, and is told what to do when the register has no record", async () => {
    await withPage(
      async (page) => {
        const words = myCatalogues["zh-CN"];
        await signInAs(page, server.url, approver, record);
        expect(await page.locator("h1").innerText()).toBe(words.otherRole.title);
        await expectAccessible(page);
        await page.getByRole("button", { name: words.otherRole.myself }).click();
        await page.getByRole("heading", { name: words.notLinked.title }).waitFor();
        await expectAccessible(page);
        await expectNoSideways(page);
        await page.getByRole("button", { name: words.notLinked.never.link }).click();
        await page.waitForFunction(() => location.hash === "#/place");
      },
      { viewport: phone },
    );
  });

  it("reads that nothing is lost when the register cannot be reached", async () => {
    await withPage(
      async (page) => {
        const words = myCatalogues["zh-CN"];
        await signInAs(page, server.url, yuqing, record);
        await page.locator(".my-record h1").waitFor();
        await page.route("**/api/me/household**", (route) => route.fulfill({ status: 503 }));
        await page.getByRole("link", { name: words.parts.household, exact: true }).click();
        await page.getByRole("heading", { name: words.trouble.busy.title }).waitFor();
        await expectAccessible(page);
        await page.unroute("**/api/me/household**");
        await page.getByRole("button", { name: words.trouble.again }).click();
        await page.locator(".my-household h1").waitFor();
      },
      { viewport: phone, expected: [/503/] },
    );
  });
});

/** Every page as it is, in both languages, narrow and wide, each of these light and dark. */
describe.each(locales)("in %s", (locale: Locale) => {
  it.each([
    [360, locale === "en" ? "dark" : "light"],
    [1280, locale === "en" ? "light" : "dark"],
  ] as const)(
    "everything fits and axe finds nothing: %i, %s",
    { timeout: 60_000 },
    async (width, scheme) => {
      await withPage(
        async (page) => {
          await page.goto(`${server.url}#/my/record`);
          const look = async (name: string) => {
            await page.locator("h1").waitFor();
            await page.evaluate(() => document.fonts.ready);
            await expectNoSideways(page);
            await expectAccessible(page);
            await screenshot(page, `my ${name} ${locale} ${width} ${scheme}`);
          };
          await page.locator(".demo-people").waitFor();
          await look("sign-in");
          await signInAs(page, server.url, gulnar, record);
          await page.locator(".my-record").waitFor();
          await page.locator(".my-record > .block:nth-last-child(2) > details > summary").click();
          await look("record");
          await page
            .getByRole("link", { name: myCatalogues[locale].parts.household, exact: true })
            .click();
          await page.locator(".members").waitFor();
          for (const summary of await page.locator("main summary").all()) await summary.click();
          await look("household");
          await page.getByRole("link", { name: myCatalogues[locale].parts["look-ups"] }).click();
          await page.locator(".my-looks .my-steps").waitFor();
          await look("looks");
        },
        { locale, viewport: { width, height: 740 }, colorScheme: scheme },
      );
    },
  );
});
