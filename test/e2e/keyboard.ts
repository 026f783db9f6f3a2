// The walk as a person makes it who has a keyboard and nothing else.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { en } from "../../web/i18n/en.ts";
import { findServiceWords } from "../../web/i18n/services.ts";
import { zhCN } from "../../web/i18n/zh-cn.ts";
import type { Fact } from "../../src/policy/index.ts";
import {
  readQuestion,
  relationLabel,
  replyTo,
  findPlace,
  turnTo,
  type Plan,
  type Walker,
} from "./portal.ts";

/** Presses Tab until the focus is on a control of this name; every stop on the way shows where it is. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body)
        return { name: "", ring: true };
      const label =
        element.getAttribute("aria-label") ??
        element.closest("label")?.innerText ??
        (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.innerText
          : undefined) ??
        element.innerText;
      const shown = element.matches(".choice input") ? element.closest(".choice") : element;
      return {
        name: label.trim(),
        ring: shown !== null && getComputedStyle(shown).outlineStyle !== "none",
      };
    });
    if (at.name !== "") expect(at.ring, `visible focus on ${at.name}`).toBe(true);
    if (name.test(at.name)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** From the welcome to the answer, by Tab, Enter, blank and digits. */
export async function walkByKeyboard(walker: Walker, plan: Plan): Promise<void> {
  const { page, pack, locale } = walker;
  const m = locale === "en" ? en : zhCN;
  const press = async (name: string) => {
    await tabTo(page, exactly(name));
    await page.keyboard.press("Enter");
  };
  const arrive = async (hash: string) => {
    await turnTo(page, hash);
    await expectHeadingFocused(page);
  };
  const county = findPlace(pack, plan.county).name[locale];
  await press(m.welcome.start);
  await arrive("#/service");
  await press(findServiceWords(m, plan.service ?? "settlement").title);
  await arrive("#/place");
  if (!plan.county.startsWith("99")) {
    await press(findPlace(pack, `${plan.county.slice(0, 4)}00`).name[locale]);
    await arrive("#/place/county");
  }
  await press(county);
  for (let asked = 0; asked < 40; asked += 1) {
    await page.waitForFunction(() => /#\/(question|family|answer)/.test(location.hash));
    await expectHeadingFocused(page);
    const hash = new URL(page.url()).hash;
    if (hash === "#/answer") return;
    if (hash === "#/family") {
      for (const relation of plan.family) {
        await tabTo(page, exactly(relationLabel(pack, relation, locale)));
        await page.keyboard.press("Space");
        // The radio that is chosen takes the focus; the first is two before it.
        await tabTo(page, exactly(m.family.unsure));
        await page.keyboard.press("ArrowDown");
      }
      await press(plan.family.length === 0 ? m.family.alone : m.goOn);
      await turnTo(page, "#/answer");
      continue;
    }
    const fact = await readQuestion(walker);
    await replyByKeyboard(walker, plan, fact);
    await page.waitForFunction(
      (before) => document.querySelector("[data-page-heading]")?.textContent !== before,
      fact.question?.[locale],
    );
  }
}

/** The page has turned when its heading has the focus. */
async function expectHeadingFocused(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches("h1[data-page-heading]"));
}

async function replyByKeyboard({ page, locale }: Walker, plan: Plan, fact: Fact): Promise<void> {
  const m = locale === "en" ? en : zhCN;
  const said = replyTo(plan, fact);
  const { type } = fact;
  const choose = async (name: string) => {
    await tabTo(page, exactly(name));
    await page.keyboard.press("Enter");
  };
  if (said === "unsure") return choose(m.question.unsure);
  if (typeof said === "object" && "choice" in said) {
    const value =
      type.kind === "enum" ? type.values.find(({ id }) => id === said.choice) : undefined;
    return choose(value?.label[locale] ?? said.choice);
  }
  if (type.kind === "date") {
    if (typeof said === "string") return choose(m.question.notYet);
    if (!("date" in said)) throw new Error(`no day for ${fact.name}`);
    const [year = "", month = "", day = ""] = said.date.split("-");
    const parts = { year, month, day };
    for (const part of m.question.date.order) {
      await tabTo(page, exactly(m.question.date.words[part]));
      await page.keyboard.type(parts[part]);
    }
    return page.keyboard.press("Enter");
  }
  if (type.kind === "number") {
    await page.keyboard.press("Tab");
    for (let presses = 0; presses < 9; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.matches(".with-unit input"))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(typeof said === "object" && "number" in said ? said.number : "0");
    return page.keyboard.press("Enter");
  }
  if (type.kind === "enum") return choose(type.values[0]?.label[locale] ?? "");
  return choose(said === "yes" ? m.question.yes : m.question.no);
}
