import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../../scripts/command.js";
import { withPage } from "../browser.ts";
import { plans, startPortal, walk, type RunningPortal } from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const dist = join(root, "web", "dist");
const built = join(dist, "assets");
const read = (ending: string, beginning = "") =>
  readdirSync(built)
    .filter((name) => name.endsWith(ending) && name.startsWith(beginning))
    .map((name) => readFileSync(join(built, name)));
/** What the page names itself: its script, what that needs, and its styles. */
const first = (ending: string) =>
  [...readFileSync(join(dist, "index.html"), "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)]
    .flatMap(([, path]) => (path?.endsWith(ending) === true ? [path] : []))
    .map((path) => readFileSync(join(dist, path)));
const zipped = (files: readonly Buffer[]) =>
  files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);

it("is at most 130 KB of script at first, and small in everything else", () => {
  expect(zipped(first(".js"))).toBeGreaterThan(40_000);
  expect(zipped(first(".js"))).toBeLessThanOrEqual(130_000);
  expect(zipped(first(".css"))).toBeLessThanOrEqual(10_000);
  // Fetched when the page stands already, or when somebody looks at their own record.
  expect(zipped(read(".js", "later-pages-"))).toBeLessThanOrEqual(5_000);
  expect(zipped(read(".js", "my-pages-"))).toBeLessThanOrEqual(30_000);
  expect(zipped(read(".json", "pack-"))).toBeLessThanOrEqual(60_000);
  expect(zipped(read(".json", "later-"))).toBeLessThanOrEqual(60_000);
  const faces = read(".woff2", "luohu-sans").concat(read(".woff2", "luohu-naskh"));
  expect(faces.reduce((sum, file) => sum + file.length, 0)).toBeLessThanOrEqual(400_000);
});

it("is started by the residents' page alone: no page of staff fetches it, now or later", () => {
  const [own] = readdirSync(built).filter((name) => /^portal-.*\.js$/.test(name));
  const fetched = (text: string) =>
    [...text.matchAll(/[\w-]+\.js(?=["'`])/g)].map(([name]) => name);
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    fetched(readFileSync(join(built, name), "utf8")).forEach(reach);
  };
  for (const face of ["desk.html", "console.html"])
    fetched(readFileSync(join(dist, face), "utf8")).forEach(reach);
  expect([...reached].filter((name) => name.startsWith("window-page-"))).toHaveLength(1);
  expect(own).toBeDefined();
  expect([...reached]).not.toContain(own);
});

it("draws no blanks where a device has no Chinese font, not even the two signs of an English page", async () => {
  await withPage(
    async (page) => {
      // A slow line: the font comes well after the script.
      await page.route("**/*.woff2", async (route) => {
        await new Promise((done) => setTimeout(done, 1200));
        await route.continue();
      });
      await page.goto(portal.url);
      const { width, size } = await page
        .getByRole("button", { name: "中文" })
        .evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const { width } = range.getBoundingClientRect();
          return { width, size: parseFloat(getComputedStyle(element).fontSize) };
        });
      expect(width).toBe(2 * size);
    },
    { locale: "en" },
  );
});

it("has every character that it shows", async () => {
  await withPage(async (page) => {
    await page.goto(portal.url);
    await walk({ page, pack: portal.pack, locale: "zh-CN" }, plans.stranger);
    await page.evaluate(() => document.fonts.ready);
    const drawn = await page.evaluate(() =>
      [...document.fonts]
        .filter(({ family }) => family.includes("Luohu"))
        .map(({ status }) => status),
    );
    expect(drawn).toContain("loaded");
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root: documentNode } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", {
      nodeId: documentNode.nodeId,
      selector: "h1",
    });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    expect(fonts.map(({ familyName }) => familyName)).toEqual(
      expect.arrayContaining([expect.stringContaining("Noto Sans SC")]),
    );
    const text = await page.locator("body").innerText();
    const han = [...new Set(text.match(/\p{Script=Han}/gu) ?? [])];
    const missing = await page.evaluate((characters) => {
      const canvas = document.createElement("canvas").getContext("2d");
      if (canvas === null) return ["no canvas"];
      const draw = (character: string) => {
        canvas.clearRect(0, 0, 40, 40);
        canvas.font = '32px "Luohu Sans"';
        canvas.fillText(character, 2, 32);
        return canvas.getImageData(0, 0, 40, 40).data.join();
      };
      const nothing = draw("\u{2ebef}");
      return characters.filter((character) => draw(character) === nothing);
    }, han);
    expect(missing).toEqual([]);
  });
});
