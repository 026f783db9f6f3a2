import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible, screenshot, withPage } from "../../test/browser.ts";
import { builtInPackFolder, readPackFolder } from "../platform/files/index.ts";
import { loadPack } from "../policy/index.ts";
import { startServer } from "./server.ts";

let base = "";
let close: () => Promise<void>;

beforeAll(async () => {
  const read = readPackFolder(builtInPackFolder);
  const loaded = loadPack(read.kind === "read" ? read.files : []);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const started = await startServer({ port: 0, pack: loaded.value });
  if (started.kind === "refused") throw new Error(started.code);
  ({ url: base, close } = started);
});

afterAll(() => close());

it("the API's page works under the strict content-security policy, and answers a dossier tried there", async () => {
  await withPage(
    async (page) => {
      await page.goto(`${base}api/docs`);
      await expectAccessible(page);
      const decide = page.locator("section.operation").first();
      await decide.getByText("试一试").click();
      const dossier = {
        service: "settlement",
        on: "2026-05-01",
        place: { county: "653101", kind: "county-city" },
      };
      await decide.getByLabel("正文").fill(JSON.stringify(dossier));
      await decide.getByRole("button").click();
      const answer = decide.locator("output");
      await answer.getByText('"outcome": "granted"').first().waitFor();
      expect(await answer.textContent()).toContain("200 OK");
      await decide.getByLabel("law").fill("Q");
      await decide.getByRole("button").click();
      await answer.getByText("unknown-law").first().waitFor();
      await expectAccessible(page);
      await screenshot(page, "api-docs");
    },
    { expected: [/422/] },
  );
});

it("fits a phone 360 px wide", async () => {
  await withPage(
    async (page) => {
      await page.goto(`${base}api/docs`);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(360);
    },
    { viewport: { width: 360, height: 740 } },
  );
});
