// Takes the README's picture from the running portal: node test/e2e/readme-picture.ts (on Node 24).
// Two telephones side by side, a question and its answer, as they are today.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { getChromium } from "../chromium.ts";
import { plans, startPortal, walk, walkToQuestions, type RunningPortal } from "./portal.ts";
import { root } from "../../scripts/command.js";
import { ensurePortal } from "../../scripts/portal.js";

const file = join(root, "docs", "images", "portal-answer.png");
const phone = { width: 390, height: 844 };
const gap = 36;

await ensurePortal();
const portal = await startPortal();
const { path, env } = await getChromium();
const browser = await chromium.launch({ executablePath: path, env, args: ["--no-sandbox"] });
try {
  const question = await takePhone(browser, portal, async (page) => {
    await walkToQuestions({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant);
    await page.locator(".opener summary").first().click();
  });
  const answer = await takePhone(browser, portal, (page) =>
    walk({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant),
  );
  await takePair(browser, [question, answer]);
  process.stdout.write(`${file}: ${Math.round(statSync(file).size / 1024)} KB\n`);
} finally {
  await browser.close();
  await portal.close();
}

async function takePhone(
  from: Browser,
  { url }: RunningPortal,
  go: (page: Page) => Promise<void>,
): Promise<Buffer> {
  const page = await from.newPage({ viewport: phone, locale: "zh-CN", deviceScaleFactor: 1.5 });
  await page.goto(url);
  await go(page);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(0, 0);
  return page.screenshot({ animations: "disabled", caret: "hide" });
}

async function takePair(from: Browser, pictures: readonly Buffer[]): Promise<void> {
  const width = pictures.length * (phone.width + gap) + gap;
  const viewport = { width, height: phone.height + 2 * gap };
  const page = await from.newPage({ viewport, deviceScaleFactor: 1.5 });
  const images = pictures.map(
    (picture) => `<img src="data:image/png;base64,${picture.toString("base64")}">`,
  );
  await page.setContent(`<style>
    body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #e4ddcd }
    img { width: ${phone.width}px; height: ${phone.height}px; border-radius: 20px; outline: 1px solid #c9c1af }
  </style>${images.join("")}`);
  mkdirSync(join(root, "docs", "images"), { recursive: true });
  await page.screenshot({ path: file });
}
