// A real browser for end-to-end tests, watched: what a page logs, throws or asks of the network
// is the test's business.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { root } from "../scripts/command.js";
import { getChromium } from "./chromium.ts";

/** One request that a page made. */
export type PageRequest = {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
};

/** What a page did while a test used it; both lists grow. */
export type PageLog = {
  readonly requests: readonly PageRequest[];
  /** Console errors, uncaught errors, and requests to anything but this machine. */
  readonly problems: readonly string[];
};

export type PageOptions = BrowserContextOptions & {
  /** Problems that the test brings about on purpose, such as a refused request. */
  readonly expected?: readonly RegExp[];
};

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Gives a test a page in a fresh browser context, and fails it when the page had problems. */
export async function withPage<T>(
  work: (page: Page, log: PageLog) => Promise<T>,
  { expected = [], ...options }: PageOptions = {},
): Promise<T> {
  browser ??= launch();
  const context = await (await browser).newContext({ locale: "zh-CN", ...options });
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    const log = watch(page);
    const result = await work(page, log);
    const unexpected = log.problems.filter((text) => !expected.some((known) => known.test(text)));
    if (unexpected.length > 0) throw new Error(`The page had problems:\n${unexpected.join("\n")}`);
    return result;
  } finally {
    await context.close();
  }
}

async function launch(): Promise<Browser> {
  const { path, env } = await getChromium();
  const quiet = ["--disable-quic", "--disable-sync", "--no-first-run", "--no-pings"];
  // A test's user may be root, for whom Chromium has no sandbox.
  return chromium.launch({ executablePath: path, env, args: ["--no-sandbox", ...quiet] });
}

function watch(page: Page): PageLog {
  const requests: PageRequest[] = [];
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    requests.push({ method: request.method(), url, body: request.postData() ?? undefined });
    if (!isLocal(url)) problems.push(`asks another machine: ${url}`);
  });
  return { requests, problems };
}

function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (["data:", "blob:", "about:"].includes(protocol)) return true;
  return ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/** Fails the test when axe finds anything: WCAG 2.2 A and AA, and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Evaluated, not added as a script element, which a strict content-security policy refuses; once a document.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const tool = (globalThis as unknown as { readonly axe: typeof axe }).axe;
    const results = await tool.run({
      resultTypes: ["violations"],
      runOnly: { type: "tag", values },
    });
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}`),
    );
  }, tags);
  if (violations.length > 0) {
    throw new Error(`${page.url()} is not accessible:\n${violations.join("\n")}`);
  }
}

/** Keeps a picture of the whole page in .luohu/screenshots/, for people to look at; none with PICTURES=0. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env["PICTURES"] === "0") return;
  const folder = join(root, ".luohu", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
