import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "../../src/policy/index.ts";
import { expectAccessible, withPage } from "../browser.ts";
import { tabTo, walkByKeyboard } from "./keyboard.ts";
import {
  expectNoSideways,
  headlineOf,
  plans,
  answerQuestions,
  startPortal,
  turnTo,
  typeDate,
  walk,
  walkToQuestions,
  type RunningPortal,
} from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const turns = (at: number): Locale => (at % 2 === 0 ? "zh-CN" : "en");

const phone = { viewport: { width: 360, height: 740 } };

describe("with the keyboard alone", () => {
  // Keys and focus know no language: the plans take turns.
  it.each(Object.entries(plans).map(([name, plan], at) => [name, turns(at), plan] as const))(
    "the %s comes to the answer in %s, the focus on each new heading",
    { timeout: 60_000 },
    async (_name, locale, plan) => {
      await withPage(
        async (page) => {
          await page.goto(portal.url);
          await page.locator("h1").waitFor();
          await walkByKeyboard({ page, pack: portal.pack, locale }, plan);
          const headline = headlineOf(portal.pack, plan, locale);
          expect(await page.locator("h1").textContent()).toBe(headline);
          const spoken = await page.locator('[role="status"][data-announcer]').textContent();
          expect(spoken).toContain(headline);
          await tabTo(page, locale === "en" ? /^Print/ : /^打印/);
        },
        { ...phone, locale },
      );
    },
  );
});

describe("a date", () => {
  it("that is wrong is said at the field, with what to do, and the focus goes there", async () => {
    await withPage(async (page) => {
      await page.goto(portal.url);
      await walkToQuestions({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant);
      await answerQuestions({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant, 1);
      await page.locator(".parts").waitFor();
      for (const [typed, said, part] of [
        ["--", "请填写年、月、日", "year"],
        ["2023-2-29", "没有这一天", "day"],
        ["2023-13-1", "没有这一天", "month"],
        ["23-1-1", "年份太早", "year"],
        ["2199-1-1", "还没有到", "year"],
        ["2023-a-1", "只能填数字", "month"],
        ["2023-5-", "还没有填完", "day"],
      ] as const) {
        await typeDate(page, typed);
        await page.getByRole("button", { name: "继续" }).click();
        const field = page.locator(`input[id$="-${part}"]`);
        await page.locator(".field-error").getByText(said).waitFor();
        expect(await field.getAttribute("aria-invalid")).toBe("true");
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
        const described = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
        const error = await page
          .locator(".field-error")
          .evaluate((element) => element.parentElement?.id);
        expect(described).toContain(error);
      }
      await expectAccessible(page);
      // Full-width digits, as a Chinese keyboard gives them.
      await typeDate(page, "２０２０-２-２９");
      await page.getByRole("button", { name: "继续" }).click();
      await turnTo(page, "#/question/3");
    }, phone);
  });
});

describe.each([
  ["320 px", { width: 320, height: 640 }, undefined],
  ["text at 200 %", { width: 360, height: 740 }, 36],
  ["a page at 200 % on a small desktop", { width: 640, height: 450 }, undefined],
] as const)("at %s", (_name, viewport, fontSize) => {
  it.each(["zh-CN", "en"] as const)(
    "nothing is cut off sideways in %s",
    { timeout: 60_000 },
    async (locale) => {
      await withPage(
        async (page) => {
          await page.goto(portal.url);
          await page.locator("h1").waitFor();
          if (fontSize !== undefined) {
            await page.evaluate(
              (size) => document.documentElement.style.setProperty("font-size", `${size}px`),
              fontSize,
            );
          }
          const look = () => expectNoSideways(page);
          await walk({ page, pack: portal.pack, locale, look }, plans.tenant);
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("details")) details.open = true;
          });
          await look();
        },
        { viewport, locale },
      );
    },
  );
});

it("is ready for a script that runs from right to left", async () => {
  await withPage(async (page) => {
    await page.goto(portal.url);
    await page.locator("h1").waitFor();
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    const side = await page.evaluate(() => {
      const centre = (selector: string) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box === undefined ? 0 : box.left + box.width / 2;
      };
      return centre(".brand") - centre(".masthead-tools");
    });
    expect(side).toBeGreaterThan(0);
    await walk(
      { page, pack: portal.pack, locale: "zh-CN", look: () => expectNoSideways(page) },
      plans.tenant,
    );
  }, phone);
});

it("gives fingers room and readers large type", async () => {
  await withPage(async (page) => {
    await page.goto(portal.url);
    const small: string[] = [];
    const look = async (name: string) => {
      small.push(
        ...(await page.evaluate((where) => {
          const controls = [
            ...document.querySelectorAll<HTMLElement>(
              "button, a, summary, input:not([type=checkbox]):not([type=radio]), label",
            ),
          ];
          return controls
            .filter(
              (element) =>
                element.checkVisibility() &&
                !element.matches(".skip-link, .sheet *, .part, .field > label"),
            )
            .filter((element) => element.getBoundingClientRect().height < 44)
            .map(
              (element) =>
                `${where}: ${element.tagName} ${element.innerText} ${element.getBoundingClientRect().height}`,
            );
        }, name)),
      );
      expect(
        await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize)),
      ).toBeGreaterThanOrEqual(18);
    };
    await walk({ page, pack: portal.pack, locale: "zh-CN", look }, plans.tenant);
    expect(small).toEqual([]);
  }, phone);
});

it("is accessible in the dark too", async () => {
  await withPage(
    async (page) => {
      await page.goto(portal.url);
      await walk(
        { page, pack: portal.pack, locale: "zh-CN", look: () => expectAccessible(page) },
        plans.stranger,
      );
    },
    { ...phone, colorScheme: "dark" },
  );
});
