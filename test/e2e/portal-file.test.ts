import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, withPage } from "../browser.ts";
import {
  answerQuestions,
  expectNoSideways,
  plans,
  startPortal,
  turnTo,
  walk,
  type RunningPortal,
} from "./portal.ts";

let portal: RunningPortal;
let folder: string;
beforeAll(async () => {
  portal = await startPortal();
  folder = mkdtempSync(join(tmpdir(), "luohu-file-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await portal.close();
});

const phone = { viewport: { width: 360, height: 740 }, locale: "en" };

async function choose(page: Page, path: string): Promise<void> {
  await page.goto(portal.url);
  await page.getByRole("button", { name: "Open a saved file" }).click();
  await turnTo(page, "#/open");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles(path);
}

describe("a saved file", () => {
  it("has a name that tells nothing, and gives the same answer in another tab", async () => {
    const path = join(folder, "saved.json");
    let said = "";
    await withPage(async (page, log) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.tenant);
      said = await page.locator(".verdict").innerText();
      const before = log.requests.length;
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as a file" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^luohu-\d{4}-\d{2}-\d{2}\.json$/);
      await download.saveAs(path);
      const sent = log.requests.slice(before).filter(({ url }) => !url.startsWith("blob:"));
      expect(sent).toEqual([]);
    }, phone);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      service: "settlement",
      place: { county: "652301", kind: "village" },
      records: { family: [{ relation: "spouse" }, { relation: "other-relative" }] },
    });
    await withPage(async (page, log) => {
      await choose(page, path);
      const before = log.requests.filter(({ method }) => method !== "GET");
      await turnTo(page, "#/answer");
      expect(await page.locator(".verdict").innerText()).toBe(said);
      expect(before).toEqual([]);
      await page.reload();
      await page.locator(".verdict").waitFor();
      expect(await page.locator(".verdict").innerText()).toBe(said);
    }, phone);
  });

  it("of the command line opens too, and asks first what it lacks", async () => {
    const path = join(folder, "graduate.json");
    const dossier = {
      on: "2026-05-01",
      place: { county: "652301", kind: "county-city" },
      records: { schoolings: [{ at: "652301", from: "2022-09-01" }] },
    };
    writeFileSync(path, JSON.stringify(dossier));
    await withPage(async (page) => {
      await choose(page, path);
      await turnTo(page, "#/service");
      await page.getByRole("button", { name: /^Moving my registration/ }).click();
      await answerQuestions({ page, pack: portal.pack, locale: "en" }, plans.stranger);
      expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe("refused");
    }, phone);
  });

  it.each([
    ["en", /^Place · County/, /not a county/i, /Date/, /Family members 1 · Relation to you/],
    ["zh-CN", /^地点 · 县、市、区/, /./, /日期/, /家人 1 · 是您的什么人/],
  ] as const)(
    "with faults says each at its field in %s, and opens nothing",
    async (locale, county, _said, date, relation) => {
      const path = join(folder, "faults.json");
      writeFileSync(
        path,
        JSON.stringify({
          on: "2026-02-30",
          place: { county: "12" },
          records: { family: [{ relation: "friend" }] },
          facts: { "insurance.months": { value: "many" } },
        }),
      );
      await withPage(
        async (page) => {
          await page.goto(`${portal.url}#/open`);
          await page.locator('input[type="file"]').setInputFiles(path);
          const faults = page.locator(".faults li");
          await faults.first().waitFor();
          const texts = await faults.allInnerTexts();
          for (const wanted of [county, date, relation])
            expect(
              texts.some((text) => wanted.test(text)),
              `${wanted} in ${texts.join(" | ")}`,
            ).toBe(true);
          expect(texts.join()).not.toMatch(/records\.|facts\.|place\./);
          await expectAccessible(page);
          await expectNoSideways(page);
          expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
          writeFileSync(path, "not json");
          await page.locator('input[type="file"]').setInputFiles(path);
          await page.waitForFunction(() => document.querySelectorAll(".faults li").length === 1);
        },
        { ...phone, locale },
      );
    },
  );
});

describe("a link", () => {
  it("names service, place and text and nothing else, and opens at the first step left open", async () => {
    let address = "";
    await withPage(async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.tenant);
      await page.getByRole("button", { name: "Copy the link" }).click();
      await page.getByText("Copied").waitFor();
      address = await page.evaluate(() => navigator.clipboard.readText());
      expect(address).toBe(await page.getByLabel("Link").inputValue());
    }, phone);
    expect(new URL(address).hash).toBe("#/settlement/652301/village/all");
    expect(address.split("#")[0]).toBe(portal.url);
    await withPage(async (page) => {
      await page.goto(address);
      await page.waitForFunction(() => location.hash === "#/question/2");
      await page.locator("h1").waitFor();
      await page.getByText("What you told us (3)").waitFor();
    }, phone);
  });

  it("goes by the one text that it names", async () => {
    await withPage(async (page) => {
      await page.goto(`${portal.url}#/settlement/990101/district-seat/D`);
      await page.waitForFunction(() => location.hash === "#/question/2");
      const nobody = { ...plans.talent, replies: {}, outcome: "refused" } as const;
      await answerQuestions({ page, pack: portal.pack, locale: "en" }, nobody);
      expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe("refused");
      // With the texts above it, which are not held, nobody can say no.
      await page.getByLabel("By which text").selectOption("all");
      await page.locator('.verdict[data-outcome="refer"]').waitFor();
      await page.getByText("We do not hold them and cannot say no in their name").waitFor();
    }, phone);
  });

  it("asks before it clears answers about another place", async () => {
    await withPage(async (page) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.tenant);
      await page.goto(`${portal.url}#/residence-permit/653101`);
      await page.getByText("The link asks about “A residence permit” in Kashgar").waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Stay here" }).click();
      await turnTo(page, "#/answer");
      expect(await page.locator("h1").textContent()).toBe("You can register in Changji");
      await page.goto(`${portal.url}#/residence-permit/653101`);
      await page.getByRole("button", { name: "Change to it" }).click();
      await page.waitForFunction(() => location.hash.startsWith("#/question/"));
    }, phone);
  });

  it.each([
    "#/nothing/652301",
    "#/settlement/110101",
    "#/settlement/652301/igloo",
    "#/settlement/652301/any/D",
  ])("%s that fits nothing says so", async (hash) => {
    await withPage(async (page) => {
      await page.goto(`${portal.url}${hash}`);
      await page.getByText("names a question or a place that is not here").waitFor();
      await expectAccessible(page);
    }, phone);
  });
});
