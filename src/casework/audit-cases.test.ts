// What auditors see of many cases: how long they took by month, what is overdue, pages of decisions not as advised.
import { expect, it } from "vitest";
import { neighbourCounty, sampleDistrict } from "../demo-data/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { loadStandards, registerTables } from "../standards/index.ts";
import { auditCases, viewOverrides } from "./audit-cases.ts";
import type { Casework } from "./casework.ts";
import { type CaseOfRow, insertCases } from "./testing/insert-cases.ts";

const { database, owner } = await useDatabase();
const [county, other] = [sampleDistrict, neighbourCounty];
const register = {
  database,
  clock: () => new Date("2026-06-17T02:00:00Z"),
  tables: registerTables(loadStandards()),
};
const casework = { register } as unknown as Casework;
const insert = (rows: readonly CaseOfRow[]) => insertCases(owner, rows);

it("tells the median and the slowest by month, and nothing where few cases could be told apart", async () => {
  // A Monday; working days later: 1, 1, 2, 3 and 9, over a weekend.
  const march = ["2026-03-03", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-13"];
  await insert([
    ...march.map((decided) => ({ submitted: "2026-03-02", decided })),
    ...["2026-04-08", "2026-04-09"].map((decided) => ({ submitted: "2026-04-07", decided })),
    { county: other, submitted: "2026-03-02", decided: "2026-03-31" },
  ]);
  const { times, months } = await auditCases(casework, [county], {});
  expect(times).toEqual({ decided: 7, median: 2, slowest: 9 });
  expect(months).toEqual([
    { month: "2026-04", decided: 2, median: null, slowest: null },
    { month: "2026-03", decided: 5, median: 2, slowest: 9 },
  ]);
  const april = await auditCases(casework, [county], { from: "2026-04-01", until: "2026-04-30" });
  expect(april.times).toEqual({ decided: 2, median: null, slowest: null });
  const both = await auditCases(casework, [county, other], {});
  expect(both.times).toMatchObject({ decided: 8, slowest: 21 });
});

it("lists what is overdue on the day, the longest first, and not what waits for the applicant", async () => {
  await insert([
    { submitted: "2026-06-01", due: "2026-06-16" },
    { submitted: "2026-06-02", due: "2026-06-15" },
    { submitted: "2026-06-03", due: "2026-06-17" },
    { submitted: "2026-06-04", due: "9999-12-31" },
    { county: other, submitted: "2026-06-05", due: "2026-06-01" },
  ]);
  const { overdue } = await auditCases(casework, [county], {});
  expect(overdue).toMatchObject({
    count: 2,
    cases: [
      { due: "2026-06-15", late: 2, stage: "submitted" },
      { due: "2026-06-16", late: 1 },
    ],
  });
});

it("pages through decisions against the advice, without a number that tells who it is", async () => {
  const reason = (index: number) => `理由${index}：身份号码 99010119880412902X，电话13900000000`;
  const days = Array.from({ length: 53 }, (_, index) => `2026-05-${1 + (index % 28)}`);
  await insert(
    days.map((day, index) => ({
      submitted: "2026-04-30",
      decided: day.replace(/-(\d)$/, "-0$1"),
      against: reason(index),
    })),
  );
  const scope = [county];
  const first = await viewOverrides(casework, scope, {});
  expect([first.overrides.length, typeof first.next]).toEqual([50, "string"]);
  const second = await viewOverrides(casework, scope, { after: first.next ?? "" });
  expect([second.overrides.length, second.next]).toEqual([3, null]);
  const all = [...first.overrides, ...second.overrides];
  expect(new Set(all.map(({ reference }) => reference)).size).toBe(53);
  expect(all.map(({ on }) => on)).toEqual(
    all
      .map(({ on }) => on)
      .toSorted()
      .toReversed(),
  );
  expect(all[0]).toMatchObject({ advised: "granted", granted: 0, from: "first" });
  expect(all.every(({ against }) => /^理由\d+：身份号码 …，电话…$/.test(against))).toBe(true);
  expect((await auditCases(casework, scope, {})).against).toBe(53);
  expect(await viewOverrides(casework, [other], {})).toEqual({
    overrides: [],
    reversals: [],
    next: null,
  });
});
