// The desk as a clerk meets it: the real server with its made-up counties, walked in a real browser.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { CastMember } from "../../src/demo-data/index.ts";
import type { Locale } from "../../src/policy/index.ts";
import { deskEn } from "../../web/desk/texts-en.ts";
import { deskZhCN, type DeskTexts } from "../../web/desk/texts-zh-cn.ts";
import { staffEn } from "../../web/staff/texts-en.ts";
import type { StaffTexts } from "../../web/staff/texts.ts";
import { staffZhCN } from "../../web/staff/texts-zh-cn.ts";
import { expectAccessible, screenshot } from "../browser.ts";
import { tabTo } from "./keyboard.ts";

const day = 86_400_000;

/** A day of the last weeks, where the office is: tests run on any day of any year. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * day).toISOString().slice(0, 10);

/** As a clerk in a hurry types it. */
export const typed = (iso: string): string => iso.replaceAll("-", "");

export type Words = { readonly d: DeskTexts; readonly t: StaffTexts };

export const wordsOf = (locale: Locale): Words =>
  locale === "en" ? { d: deskEn, t: staffEn } : { d: deskZhCN, t: staffZhCN };

/** Signs in, and says why one is going to look at people. */
export async function openDesk(
  page: Page,
  url: string,
  who: CastMember,
  { locale = "zh-CN", purpose = "application" }: { locale?: Locale; purpose?: string | null } = {},
): Promise<void> {
  const { t } = wordsOf(locale);
  await page.goto(
    `${url}auth/sign-in?${new URLSearchParams({ as: who.subject, to: "/desk.html" })}`,
  );
  await page.getByRole("navigation", { name: t.mainMenu }).waitFor();
  if (purpose === null) return;
  await page.getByLabel(t.purpose.code).selectOption(purpose);
  await page.getByRole("button", { name: t.purpose.start, exact: true }).click();
  await page.getByRole("search").waitFor();
}

/** Finds somebody by the one box; the results take the focus. */
export async function findPerson(page: Page, text: string, locale: Locale = "zh-CN") {
  const { d } = wordsOf(locale);
  await page.goto(`${page.url().split("#")[0]}#/`);
  await page.getByRole("search").getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { name: d.search.result(1, false), exact: true });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
}

/** Opens the household of somebody who is found by name. */
export async function openHousehold(page: Page, name: string, locale: Locale = "zh-CN") {
  await findPerson(page, name, locale);
  await page.locator(".result-doors a").click();
  await page.locator("table.members").waitFor();
}

/** Opens an act's form by its name among the things that can be done. */
export async function openAct(page: Page, title: string) {
  await page.locator(".act-links").getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.locator(".act-form").waitFor();
}

/** Writes when somebody signed, in their own line. */
export async function sign(page: Page, who: string, { d }: Words, on: string) {
  const line = page.getByRole("group", { name: who, exact: true });
  await line.getByLabel(d.acts.form.signed).fill(on);
}

/** A guardian signs for a child, who is asked and listened to from the eighth birthday on. */
export async function signFor(page: Page, child: string, guardian: string, { d }: Words) {
  const line = page.getByRole("group", { name: d.acts.form.signsGuardian(child), exact: true });
  await line.getByLabel(d.acts.form.signer).fill(guardian);
  await line.getByLabel(d.acts.form.signed).fill(daysAgo(2));
  const heard = line.getByLabel(d.acts.form.heard);
  if ((await heard.count()) > 0) await heard.check();
}

/** To the preview, which takes the focus, and on to the receipt. */
export async function check(page: Page, { d }: Words) {
  await page.getByRole("button", { name: d.acts.form.check }).click();
  const heading = page.getByRole("heading", { name: d.acts.preview.title, exact: true });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
}

export async function confirm(page: Page, { d }: Words) {
  await page.getByRole("button", { name: d.acts.form.confirm }).click();
  await page.locator("[data-receipt]").waitFor();
}

/** Goes to a list by Tab and down it by arrow until it says what is wanted. */
export async function chooseByKeyboard(page: Page, field: RegExp, option: string) {
  await tabTo(page, field);
  for (let presses = 0; presses < 120; presses += 1) {
    const chosen = await page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement
        ? document.activeElement.selectedOptions[0]?.text
        : undefined,
    );
    if (chosen === option) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no ${option} in ${field}`);
}

/** Who the table of members shows, with their relation. */
export const readMembers = (page: Page): Promise<readonly (readonly string[])[]> =>
  page
    .locator("table.members tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].slice(0, 2).map((cell) => (cell.textContent ?? "").trim()),
      ),
    );

/** Axe finds nothing, nothing is wider than the window, and a picture is kept. */
export async function look(page: Page, name: string) {
  await page.locator("[data-page-heading]").first().waitFor();
  await expectAccessible(page);
  const { inner, outer } = await page.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: window.innerWidth,
  }));
  expect(inner, `${name} is as wide as the window`).toBeLessThanOrEqual(outer);
  await screenshot(page, `desk-${name}`);
}
