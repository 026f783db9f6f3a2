// A case at the desk: from the queue to its page, and its steps by keyboard.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { CastMember } from "../../src/demo-data/index.ts";
import { openDesk, wordsOf } from "./desk.ts";
import { tabTo } from "./keyboard.ts";

const zh = wordsOf("zh-CN");
const { names, confirm } = zh.d.case.bar;

export type StepName = keyof typeof names;

/** Signs in, goes to the queue, and opens its first case. */
export async function openFirstCase(page: Page, url: string, who: CastMember): Promise<void> {
  await openDesk(page, url, who);
  await page.keyboard.press("Alt+c");
  await page.locator("[data-case]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".case").waitFor();
}

/** Opens a step by its key; the first field of it, or its button, has the focus. */
export async function openStep(page: Page, step: StepName): Promise<void> {
  const key = await page.locator(`[data-step="${step}"]`).getAttribute("aria-keyshortcuts");
  await page.keyboard.press(key ?? "");
  await page.getByRole("form", { name: names[step] }).waitFor();
}

/** What the step leads to is there; nothing stands in its way. */
export async function seePreview(page: Page, text: string): Promise<void> {
  await page.locator(".step-aside[aria-busy=false]").getByText(text).first().waitFor();
}

export async function done(page: Page, step: StepName): Promise<void> {
  await page.getByRole("status").getByText(zh.d.case.bar.done(names[step])).waitFor();
}

/** A step that asks for nothing. */
export async function take(page: Page, step: StepName): Promise<void> {
  await openStep(page, step);
  await page.keyboard.press("Enter");
  await done(page, step);
}

/** On to the button of the step that is open. */
export async function send(page: Page, step: StepName): Promise<void> {
  await tabTo(page, new RegExp(`^${confirm[step]}`));
  await page.keyboard.press("Enter");
  await done(page, step);
}

export const expectStage = (page: Page, stage: string) =>
  expect.poll(() => page.locator("[data-stage]").getAttribute("data-stage")).toBe(stage);
