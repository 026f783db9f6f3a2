import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Locale, locales } from "../../src/policy/index.ts";
import { expectAccessible, withPage } from "../browser.ts";
import {
  expectNoSideways,
  headlineOf,
  plans,
  startPortal,
  walk,
  type RunningPortal,
} from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const phone = { width: 360, height: 740 };

/** The parts of a page that a person reads and that are not proper names. */
const foreign = {
  en: /\p{Script=Han}/u,
  // Clause numbers and the like stay; words of three letters or more do not.
  "zh-CN": /[A-Za-z]{3,}/,
} as const;

describe.each(locales)("the portal in %s at 360 px", (locale) => {
  /** Questions that axe has seen in this language. */
  const known = new Set<string>();
  it.each(Object.entries(plans))(
    "tells the %s what the law says, on screen and on one sheet of paper",
    { timeout: 90_000 },
    async (_name, plan) => {
      await withPage(
        async (page) => {
          await page.goto(portal.url);
          const seen: string[] = [];
          const look = async (name: string) => {
            seen.push(name);
            expect(await page.locator("h1").count(), `h1 of ${name}`).toBe(1);
            expect(await page.locator("html").getAttribute("lang")).toBe(locale);
            await expectNoSideways(page);
            if (!known.has(name)) await expectAccessible(page);
            if (name.startsWith("question")) known.add(name);
            const texts = await readTexts(page);
            expect(
              texts.filter((text) => foreign[locale].test(text)),
              name,
            ).toEqual([]);
          };
          await walk({ page, pack: portal.pack, locale, look }, plan);
          expect(seen).toContain("answer");
          expect(await page.locator("h1").textContent()).toBe(
            headlineOf(portal.pack, plan, locale),
          );
          expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe(plan.outcome);
          // What is folded away has to be as good as what is open.
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("details")) details.open = true;
          });
          await look("answer, all open");
          await expectOneSheet(page, locale);
        },
        { locale, viewport: phone },
      );
    },
  );
});

/** Printed, the answer is one page from which nothing is cut off, and says what it is. */
async function expectOneSheet(page: Page, locale: Locale): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  const { text, tall, shown } = await page.locator(".sheet").evaluate((element) => ({
    text: element.textContent ?? "",
    tall: element.scrollHeight,
    shown: (element as HTMLElement).offsetHeight,
  }));
  expect(tall, "nothing is cut off").toBeLessThanOrEqual(shown);
  const said =
    locale === "en"
      ? ["Advice, not a decision", /in force since \d/, "Three years from today"]
      : ["参考意见，不是决定", /\d日起施行/, "从今天起的三年"];
  for (const part of said) expect(text).toMatch(part);
}

/** Visible texts and spoken names, without the language switch, which speaks its own language. */
async function readTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang;
    const elements = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (element) =>
        element.closest("[lang]")?.getAttribute("lang") === own &&
        element.closest("noscript, script") === null,
    );
    const texts = elements.flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ""),
      element.getAttribute("aria-label") ?? "",
      element.getAttribute("title") ?? "",
    ]);
    return [...texts, document.title].map((text) => text.trim()).filter((text) => text !== "");
  });
}

it("names clause, texts, family and papers of a granted case, and says who covers whom", async () => {
  await withPage(
    async (page) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.tenant);
      const answer = await page.locator(".answer").innerText();
      for (const part of [
        "R5",
        "Tenant or actual dweller",
        "Residence permit",
        "Spouse can register with you",
        "29 February 2020",
        "you said so",
        "Advice, not a decision",
      ]) {
        expect(answer).toContain(part);
      }
    },
    { locale: "en", viewport: phone },
  );
});

it("names the authority where someone else decides", async () => {
  await withPage(
    async (page) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.capital);
      expect(await page.locator(".authority").textContent()).toBe(
        "Urumqi Municipal People's Government",
      );
    },
    { locale: "en", viewport: phone },
  );
});
