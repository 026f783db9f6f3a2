import { randomUUID } from "node:crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { loneMove, useOffice } from "../../src/casework/testing/office-over-http.ts";
import { approver, clerk } from "../../src/demo-data/cast.ts";
import { locales } from "../../src/policy/index.ts";
import { withPage } from "../browser.ts";
import { look, openDesk, wordsOf } from "./desk.ts";

const office = await useOffice();
const { url } = office;
const day = 86_400_000;

/** Applications of one person, handed in on paper some days ago. */
async function makeCases(count: number, days: number): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - days * day });
  const window = office.clerk(`林思齐（${days}天前）`);
  const onPaper = { kind: "application-form" };
  const handIn = async () => {
    const body = { ...loneMove(office.people.gulnar), onPaper };
    const opened = await window.post(office.desk, body, { "idempotency-key": randomUUID() });
    const submit = { do: "submit", onPaper };
    const { status } = await window.post(`${office.desk}/${opened.json.case}/steps`, submit, {
      "idempotency-key": randomUUID(),
      "if-match": `"c${opened.json.version}"`,
    });
    expect(status).toBe(200);
  };
  for (let left = count; left > 0; left -= 8)
    await Promise.all(Array.from({ length: Math.min(left, 8) }, handIn));
  vi.useRealTimers();
}

beforeAll(async () => {
  await makeCases(3, 20);
  await makeCases(52, 0);
}, 60_000);

const still = { reducedMotion: "reduce", viewport: { width: 1440, height: 900 } } as const;

it("shows the most urgent first, page after page, filtered by what stands in the address", async () => {
  const { d } = wordsOf("zh-CN");
  const words = d.queue;
  await withPage(async (page) => {
    await openDesk(page, url, clerk, { purpose: null });
    await page.keyboard.press("Alt+c");
    await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
    const rows = page.locator("[data-case]");
    await page.getByText(words.shown(50, true)).waitFor();
    expect(await rows.count()).toBe(50);
    await look(page, "queue-zh-CN-wide");
  }, still);
});
