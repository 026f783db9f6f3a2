import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible, screenshot, withPage } from "../browser.ts";
import {
  expectNoSideways,
  plans,
  startPortal,
  turnTo,
  walk,
  type RunningPortal,
} from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const phone = { viewport: { width: 360, height: 740 }, locale: "zh-CN" };
const name = "ئايگۈل";

it.each([
  ["zh-CN", "译文还没有完成"],
  ["en", "The translation is not finished"],
] as const)(
  "Uyghur turns the page round, says on every page that it is not translated, and ships no translation: %s",
  { timeout: 60_000 },
  async (locale, notice) => {
    await withPage(
      async (page) => {
        await page.goto(portal.url);
        await page.getByRole("button", { name: "ئۇيغۇرچە" }).click();
        const look = async (where: string) => {
          expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
          // The words are still Chinese or English, and a screen reader has to know.
          expect(await page.locator("html").getAttribute("lang")).toBe(locale);
          expect(await page.locator(".script-banner").innerText()).toContain(notice);
          await expectNoSideways(page);
          await expectAccessible(page);
          await screenshot(page, `rtl ${locale} ${where}`);
          const foreign = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>("body *")]
              .filter((element) => element.closest('[lang="ug"]') === null)
              .flatMap((element) => [...element.childNodes])
              .filter((node) => node.nodeType === Node.TEXT_NODE)
              .map((node) => node.textContent ?? "")
              .filter((text) => /\p{Script=Arabic}/u.test(text)),
          );
          expect(foreign).toEqual([]);
        };
        await walk({ page, pack: portal.pack, locale, look }, plans.newcomer);
        const sides = await page.evaluate(() => {
          const centre = (selector: string) => {
            const box = document.querySelector(selector)?.getBoundingClientRect();
            return box === undefined ? 0 : box.left + box.width / 2;
          };
          return [centre(".brand"), centre(".masthead-tools"), centre(".time-mark"), 180];
        });
        expect(sides[0]).toBeGreaterThan(sides[1] ?? 0);
        expect(sides[2]).toBeGreaterThan(sides[3] ?? 0);
        await page.reload();
        await page.locator(".script-banner").waitFor();
        await page.locator(".script-banner button").click();
        expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
      },
      { ...phone, locale },
    );
  },
);

it.each(["ltr", "rtl"] as const)(
  "a name in Uyghur script keeps its direction and its letters on a page that runs %s",
  async (direction) => {
    await withPage(async (page) => {
      await page.goto(portal.url);
      if (direction === "rtl") await page.getByRole("button", { name: "ئۇيغۇرچە" }).click();
      await page.goto(`${portal.url}#/settlement/653101`);
      await turnTo(page, "#/family");
      await page.getByRole("checkbox", { name: "配偶" }).check();
      const field = page.getByLabel("姓名（可以不填）");
      await field.fill(name);
      expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
      await page.evaluate(() => document.fonts.load('18px "Luohu Naskh"', "ئۇ"));
      const drawn = await page.evaluate((text) => {
        const canvas = document.createElement("canvas").getContext("2d");
        if (canvas === null) throw new Error("no canvas");
        const widthOf = (value: string) => {
          canvas.font = '40px "Luohu Naskh"';
          return canvas.measureText(value).width;
        };
        // Joined letters are narrower than the same letters standing alone.
        return {
          joined: widthOf(text),
          alone: [...text].reduce((sum, letter) => sum + widthOf(letter), 0),
        };
      }, name);
      expect(drawn.joined).toBeGreaterThan(20);
      expect(drawn.joined).toBeLessThan(drawn.alone);
      await screenshot(page, `name ${direction}`);
      await page.getByRole("radio", { name: "一起生活", exact: true }).check();
      await page.getByRole("button", { name: "继续" }).click();
      await turnTo(page, "#/answer");
      expect(await page.locator(".people bdi").innerText()).toBe(name);
      await screenshot(page, `name answer ${direction}`);
    }, phone);
  },
);
