import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whatIfDossier, whenDossier } from "../../src/policy/index.ts";
import { expectAccessible, withPage } from "../browser.ts";
import { tabTo } from "./keyboard.ts";
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

const phone = { viewport: { width: 360, height: 740 }, locale: "en" };
const desk = { viewport: { width: 1280, height: 800 }, locale: "en" };

const today = () => {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
};

const newcomer = () => ({
  service: "settlement",
  on: today(),
  place: { county: "652301", kind: "village" },
  complete: [],
  unsure: [],
  records: {},
  facts: { "residence.since": { value: "2026-06-16" }, "insurance.months": { value: 6 } },
});

/** A newcomer who also tells what only counts later. */
async function walkAhead(page: Page): Promise<void> {
  await page.goto(portal.url);
  await walk({ page, pack: portal.pack, locale: "en" }, plans.newcomer);
  await page.getByRole("button", { name: "Answer to know: Months of social insurance" }).click();
  await page.locator(".with-unit input").fill("6");
  await page.getByRole("button", { name: "Continue" }).click();
  await turnTo(page, "#/answer");
}

const inWords = (iso: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(
    new Date(`${iso}T12:00:00`),
  );

describe("the time line", () => {
  it("has the engine's days, their causes and what they suppose", async () => {
    const times = whenDossier(portal.pack, newcomer());
    if (!times.ok) throw new Error(JSON.stringify(times.problems));
    await withPage(async (page) => {
      await walkAhead(page);
      const steps = page.locator(".time-line > li");
      const { segments, edges } = times.value;
      expect(await steps.count()).toBe(segments.length);
      for (const [index, segment] of segments.entries()) {
        const step = steps.nth(index);
        expect(await step.getAttribute("data-outcome")).toBe(segment.outcome);
        const text = await step.innerText();
        expect(text).toContain(inWords(segment.from));
        const edge = edges.find(({ day }) => day === segment.from);
        for (const { clause, title } of edge?.causes ?? [])
          expect(text).toContain(`${clause} ${title.en}`);
        for (const assumption of edge?.assumptions ?? [])
          expect(text).toContain(assumption.text.en);
      }
      expect(segments.map(({ outcome }) => outcome)).toEqual(["refer", "granted"]);
      expect(await page.locator(".time-bar-spans span[data-outcome]").count()).toBe(
        segments.length,
      );
      await expectNoSideways(page);
    }, phone);
  });

  it("is one sentence where nothing turns", async () => {
    await withPage(async (page) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.returner);
      expect(await page.locator(".time-line").count()).toBe(0);
      expect(await page.locator(".steady").innerText()).toMatch(/does not change this answer/);
    }, phone);
  });

  it("ends a student's right two years after graduating", async () => {
    await withPage(async (page) => {
      await page.goto(portal.url);
      await walk({ page, pack: portal.pack, locale: "en" }, plans.student);
      expect(await page.locator(".verdict-grounds").innerText()).toContain("until 30 June 2028");
      const last = page.locator(".time-line > li").last();
      expect(await last.getAttribute("data-outcome")).toBe("refer");
      expect(await last.innerText()).toContain("30 June 2028");
    }, phone);
  });
});

describe("what would change it", () => {
  it("is a card for each way that stays in the place, with its papers, and the day by waiting", async () => {
    const answer = whatIfDossier(portal.pack, newcomer());
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const { byWaiting, sets } = answer.value;
    await withPage(async (page) => {
      await walkAhead(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const ways = await page.locator(".way").allInnerTexts();
      expect(ways[0]).toContain(inWords(byWaiting?.day ?? ""));
      expect(ways.length).toBeGreaterThan(2);
      expect(ways.length - 1).toBeLessThanOrEqual(sets.length);
      expect(ways.some((text) => text.includes("Title certificate"))).toBe(true);
      // A county-level city has no county seat, and another county is no change in this one.
      for (const text of ways) expect(text).not.toMatch(/county government|\d{6}/);
    }, phone);
  });

  it("names places where it would be possible as things are", async () => {
    const answer = whatIfDossier(portal.pack, newcomer());
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const codes = answer.value.sets.flatMap((set) =>
      set.length === 1 && set[0]?.fact === "place.county"
        ? [/\d{6}/.exec(set[0].to.en)?.[0] ?? ""]
        : [],
    );
    expect(codes.length).toBeGreaterThan(0);
    await withPage(async (page) => {
      await walkAhead(page);
      const hint = page.getByText("As you said things are, it would be possible in:");
      const text = await hint.innerText();
      for (const code of codes) {
        const name = portal.pack.places.find((place) => place.code === code)?.name.en;
        expect(text).toContain(name ?? code);
      }
    }, phone);
  });
});

describe("comparing places", () => {
  const add = async (page: Page, code: string) => {
    await page.getByLabel("Add a place").first().selectOption(code);
    await page.getByRole("button", { name: "Add a place" }).click();
  };
  const open = async (page: Page) => {
    await walkAhead(page);
    await page.getByRole("button", { name: "Compare with other places" }).click();
    await turnTo(page, "#/compare");
  };

  it("sets up to five side by side in a table, and opens each", async () => {
    await withPage(async (page) => {
      await open(page);
      for (const code of ["653101", "650102", "659001", "990101"]) await add(page, code);
      const rows = page.locator(".compare-table tbody tr");
      expect(await rows.count()).toBe(5);
      expect(await page.getByLabel("Add a place").count()).toBe(0);
      expect(await rows.nth(0).innerText()).toContain("16 June 2027");
      const kashgar = await rows.nth(1).innerText();
      expect(kashgar).toMatch(/Kashgar[^]*Yes[^]*R6[^]*now/);
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.getByRole("button", { name: "See the full answer for Kashgar" }).click();
      await turnTo(page, "#/answer");
      expect(await page.locator("h1").textContent()).toBe("You can register in Kashgar");
      await page.getByText("This is a supposition").waitFor();
      await page.getByRole("button", { name: "Back to Changji" }).click();
      expect(await page.locator("h1").textContent()).toContain("Changji");
    }, desk);
  });

  it("shows cards on a phone, by keyboard too, and supposes no more than it is told to", async () => {
    await withPage(async (page) => {
      await open(page);
      await tabTo(page, /^Add a place/);
      await page.keyboard.type("Shihezi");
      await tabTo(page, /^Add a place/);
      await page.keyboard.press("Enter");
      const cards = page.locator(".compare-cards > li");
      await cards.nth(1).waitFor();
      expect(await cards.nth(1).innerText()).toContain("16 June 2027");
      await page.getByRole("radio", { name: /^Only with what is true anywhere/ }).check();
      expect(await cards.nth(1).innerText()).not.toContain("16 June 2027");
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.getByRole("button", { name: "Leave out Shihezi" }).click();
      expect(await cards.count()).toBe(1);
    }, phone);
  });
});
