import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withPage } from "../browser.ts";
import {
  answerQuestions,
  plans,
  readQuestion,
  startPortal,
  turnTo,
  typeDate,
  walk,
  walkToQuestions,
  type RunningPortal,
} from "./portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const phone = { viewport: { width: 360, height: 740 } };
const key = "luohu.portal.journey.2";

it("is where it was after a reload, and ends with the same answer", async () => {
  await withPage(async (page) => {
    const walker = { page, pack: portal.pack, locale: "zh-CN" } as const;
    await page.goto(portal.url);
    await walkToQuestions(walker, plans.stranger);
    await answerQuestions(walker, plans.stranger, 3);
    const before = await readQuestion(walker);
    await page.reload();
    await page.locator("h1").waitFor();
    expect((await readQuestion(walker)).name).toBe(before.name);
    await answerQuestions(walker, plans.stranger);
    expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe("refused");
    await page.reload();
    await page.locator(".verdict").waitFor();
    expect(await page.locator(".verdict").getAttribute("data-outcome")).toBe("refused");
  }, phone);
});

describe("stored data that does not fit", () => {
  const kept = {
    service: "settlement",
    law: "all",
    prefecture: "6523",
    county: "652301",
    family: [],
    answers: [],
    kept: null,
    supposedFrom: null,
    compared: [],
  };
  it.each([
    "not json",
    "null",
    "[]",
    '{"prefecture":"6523"}',
    JSON.stringify({ ...kept, county: "999999" }),
    JSON.stringify({ ...kept, service: "gone" }),
    JSON.stringify({ ...kept, compared: ["000000"] }),
    JSON.stringify({ ...kept, kept: { complete: [], records: { titles: "none" } } }),
    JSON.stringify({ ...kept, answers: [{ fact: "gone", value: true }] }),
    JSON.stringify({ ...kept, family: [{ relation: {} }] }),
  ])("%s is thrown away with a word about it", async (text) => {
    await withPage(async (page) => {
      await page.addInitScript(
        ([name, value]) => {
          if (sessionStorage.getItem("seeded") === null) {
            sessionStorage.setItem("seeded", "yes");
            sessionStorage.setItem(name ?? "", value ?? "");
          }
        },
        [key, text],
      );
      await page.goto(`${portal.url}#/answer`);
      await page.locator(".notice").getByText("读不出来").waitFor();
      await page.goto(portal.url);
      await walkToQuestions({ page, pack: portal.pack, locale: "zh-CN" }, plans.tenant);
    }, phone);
  });

  it("shows a way out where the engine refuses what was kept", async () => {
    await withPage(async (page) => {
      const refused = JSON.stringify({ ...kept, law: "no-such-text" });
      await page.addInitScript(
        ([name, value]) => sessionStorage.setItem(name ?? "", value ?? ""),
        [key, refused],
      );
      await page.goto(`${portal.url}#/answer`);
      await page.locator("h1").waitFor();
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.getByRole("button").count()).toBeGreaterThan(1);
    }, phone);
  });
});

it("goes back and forward with the browser's buttons", async () => {
  await withPage(async (page) => {
    const walker = { page, pack: portal.pack, locale: "zh-CN" } as const;
    await page.goto(portal.url);
    await walkToQuestions(walker, plans.stranger);
    const first = await readQuestion(walker);
    await answerQuestions(walker, plans.stranger, 1);
    const second = await readQuestion(walker);
    await page.goBack();
    await turnTo(page, "#/question/1");
    expect((await readQuestion(walker)).name).toBe(first.name);
    expect(await page.locator('.choice[aria-pressed="true"]').count()).toBe(1);
    await page.goForward();
    await turnTo(page, "#/question/2");
    expect((await readQuestion(walker)).name).toBe(second.name);
    for (const hash of ["#/question/1", "#/place/county", "#/place", "#/service", "#/"]) {
      await page.goBack();
      await page.waitForFunction((wanted) => (location.hash || "#/") === wanted, hash);
    }
  }, phone);
});

it("lets an earlier answer be changed from the answer page, and answers anew", async () => {
  await withPage(
    async (page) => {
      const walker = { page, pack: portal.pack, locale: "en" } as const;
      await page.goto(portal.url);
      await walk(walker, plans.tenant);
      await page.getByRole("button", { name: /^Change: Day since/ }).click();
      await page.locator("form").waitFor();
      const today = new Date();
      await typeDate(page, `${today.getFullYear()}-${today.getMonth() + 1}-1`);
      await page.getByRole("button", { name: "Continue" }).click();
      await turnTo(page, "#/answer");
      expect(await page.locator(".verdict").getAttribute("data-outcome")).not.toBe("granted");
    },
    { ...phone, locale: "en" },
  );
});

it("comes back to the answer page after a change, also while other questions are open", async () => {
  await withPage(
    async (page) => {
      const walker = { page, pack: portal.pack, locale: "en" } as const;
      await page.goto(portal.url);
      await walkToQuestions(walker, plans.stranger);
      const first = await readQuestion(walker);
      await answerQuestions(walker, plans.stranger, 2);
      await page.getByRole("button", { name: "See the answer so far" }).click();
      await turnTo(page, "#/answer");
      await page.getByRole("button", { name: `Change: ${first.label.en}` }).click();
      await turnTo(page, "#/question/1");
      await page.locator(".choice", { hasText: "I don’t know" }).click();
      await turnTo(page, "#/answer");
      await page
        .getByRole("button", { name: /^Answer it now/ })
        .nth(1)
        .click();
      await turnTo(page, "#/question/3");
    },
    { ...phone, locale: "en" },
  );
});

it("asks before another county clears the answers about this one", async () => {
  await withPage(async (page) => {
    const walker = { page, pack: portal.pack, locale: "zh-CN" } as const;
    await page.goto(portal.url);
    await walk(walker, plans.tenant);
    await page.getByRole("button", { name: "修改：地点" }).click();
    await page.getByRole("searchbox").fill("kashi");
    await page.getByRole("button", { name: "喀什市" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "不换" }).click();
    expect(await dialog.count()).toBe(0);
    await page.getByRole("button", { name: "喀什市" }).click();
    await dialog.getByRole("button", { name: "换地方" }).click();
    // Every person may settle in Kashgar: nothing is asked, and the family was told before.
    await turnTo(page, "#/answer");
    const kept = JSON.parse(
      (await page.evaluate((name) => sessionStorage.getItem(name), key)) ?? "{}",
    );
    // Months of insurance are the same wherever one goes; the rest was about Changji.
    expect(kept).toMatchObject({
      county: "653101",
      answers: [{ fact: "insurance.months", value: 20 }],
    });
  }, phone);
});
