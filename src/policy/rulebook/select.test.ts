import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { decideDossier } from "../decision/decide.ts";
import type { Decision } from "../decision/decision.ts";
import {
  type PackData,
  fact,
  filesOf,
  instrument,
  loadOrThrow,
  rule,
} from "../testing/pack-files.ts";
import { selectRules } from "./select.ts";

type Asked = {
  readonly on?: string;
  readonly facts?: Readonly<Record<string, boolean | number>>;
  readonly law?: string;
  readonly knownAt?: string;
};

function decide(data: PackData, { on = "2026-05-01", facts = {}, ...question }: Asked): Decision {
  const decided = decideDossier(
    loadOrThrow(filesOf(data)),
    {
      on,
      place: { county: "650102" },
      complete: [],
      unsure: [],
      records: {},
      facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value }])),
    },
    question,
  );
  if (!decided.ok) throw new Error(decided.problems[0]!.code);
  return decided.value;
}
const facts = [
  fact("a", "boolean"),
  fact("b", "boolean"),
  fact("c", "boolean"),
  fact("n", "number"),
];
const period = (from: string, until?: string) => ({
  "in-force": { from, ...(until === undefined ? {} : { until }) },
});

describe("versions", () => {
  const limit = (value: number, from: string, until?: string) => ({
    parameter: "limit",
    type: "number",
    value,
    clause: "C",
    ...period(from, until),
  });
  const limits = [limit(5, "2014-10-27", "2020-01-01"), limit(9, "2020-01-01")];

  it.each([
    { when: "n >= limit", parameters: limits },
    { when: "n >= limit", parameters: limits.toReversed() },
    { when: "enough", parameters: limits },
  ])("of a parameter: the one in force on the day, $when", ({ when, parameters }) => {
    const data = {
      facts: [...facts, fact("enough", "boolean", { formula: "n >= limit" })],
      parameters,
      rules: [rule("r", { when })],
    };
    const on = (day: string, n: number) => decide(data, { on: day, facts: { n } }).outcome;
    expect([on("2019-12-31", 5), on("2019-12-31", 4)]).toEqual(["granted", "refused"]);
    expect([on("2020-01-01", 8), on("2020-01-01", 9)]).toEqual(["refused", "granted"]);
  });

  it("of a rule: the one in force on the day, and no rule outlives its text", () => {
    const data = {
      facts,
      rules: [
        rule("r", { when: "a", ...period("2014-10-27", "2020-01-01") }),
        rule("r", { when: "b", ...period("2020-01-01") }),
      ],
      instruments: [instrument("U"), instrument("L", period("2014-10-27", "2022-01-01"))],
    };
    const on = (day: string) => decide(data, { on: day, facts: { a: true, b: false } }).outcome;
    expect(on("2019-12-31")).toBe("granted");
    expect(on("2020-01-01")).toBe("refused");
    const late = decide(data, { on: "2022-01-01", facts: { b: true } });
    expect([late.outcome, late.grounds]).toEqual(["refused", []]);
  });

  it("as known on an earlier day, so that a past decision comes out as it did", () => {
    const data = {
      facts,
      rules: [
        rule("r", { when: "a" }),
        rule("later", { when: "b", recorded: "2026-02-01" }),
        rule("cut", { gives: "refer", "exception-to": ["r"], when: "c", recorded: "2026-03-01" }),
      ],
    };
    const known = (knownAt: string | undefined, given: Asked["facts"]) =>
      decide(data, { facts: given!, ...(knownAt === undefined ? {} : { knownAt }) }).outcome;
    const all = { a: true, b: true, c: true };
    expect(known("2026-02-28", all)).toBe("granted");
    expect(known("2026-01-31", { ...all, a: false })).toBe("refused");
    expect(known("2026-02-01", { ...all, a: false })).toBe("granted");
    expect(known("2026-02-28", { a: true, b: false, c: true })).toBe("granted");
    expect(known("2026-03-01", { a: true, b: false, c: true })).toBe("refer");
    expect(known(undefined, { a: true, b: false, c: true })).toBe("refer");
  });
});

describe("outcomes", () => {
  const own = (when: string, more = {}) =>
    rule(`own-${when}`.replaceAll(/[^a-z-]/g, ""), { when, ...more });
  it.each<{ name: string; data: PackData; asked: Asked; outcome: string }>([
    {
      name: "granted before anything else",
      data: { rules: [own("a"), own("b", { gives: "refer" })] },
      asked: { facts: { a: true, b: true } },
      outcome: "granted",
    },
    {
      name: "unknown while a ground is open, though one refers",
      data: { rules: [own("a"), own("b", { gives: "refer" })] },
      asked: { facts: { b: true } },
      outcome: "unknown",
    },
    {
      name: "refer once nothing can grant",
      data: { rules: [own("a"), own("b", { gives: "refer" })] },
      asked: { facts: { a: false, b: true } },
      outcome: "refer",
    },
    {
      name: "refer though another referral is open",
      data: { rules: [own("a", { gives: "refer" }), own("b", { gives: "refer" })] },
      asked: { facts: { b: true } },
      outcome: "refer",
    },
    {
      name: "unknown while only a referral is open",
      data: { rules: [own("a"), own("b", { gives: "refer" })] },
      asked: { facts: { a: false } },
      outcome: "unknown",
    },
    {
      name: "refused when all fails",
      data: { rules: [own("a")] },
      asked: { facts: { a: false } },
      outcome: "refused",
    },
    {
      name: "refused without rules",
      data: { rules: [own("a", period("2027-01-01"))] },
      asked: {},
      outcome: "refused",
    },
    {
      name: "a ground of the text above refers",
      data: { rules: [own("a")], upper: [rule("up", { when: "b" })] },
      asked: { facts: { a: false, b: true } },
      outcome: "refer",
    },
    {
      name: "the text above alone is asked by its name",
      data: { rules: [own("a")], upper: [rule("up", { when: "b" })] },
      asked: { facts: { b: true }, law: "U" },
      outcome: "granted",
    },
    {
      name: "the own text alone does not hear the one above",
      data: { rules: [own("a")], upper: [rule("up", { when: "b" })] },
      asked: { facts: { a: false, b: true }, law: "L" },
      outcome: "refused",
    },
    {
      name: "past an open slot: refer",
      data: {
        rules: [own("a")],
        instruments: [instrument("H", { held: false }), instrument("L")],
        chains: [{ places: ["65"], instruments: ["H", "L"] }],
      },
      asked: { facts: { a: false } },
      outcome: "refer",
    },
    {
      name: "past an open slot, with a referral still open: refer",
      data: {
        rules: [own("a"), own("b", { gives: "refer" })],
        instruments: [instrument("H", { held: false }), instrument("L")],
        chains: [{ places: ["65"], instruments: ["H", "L"] }],
      },
      asked: { facts: { a: false } },
      outcome: "refer",
    },
    {
      name: "an open slot that is not in force does not refer",
      data: {
        rules: [own("a")],
        instruments: [instrument("H", { held: false, ...period("2027-01-01") }), instrument("L")],
        chains: [{ places: ["65"], instruments: ["H", "L"] }],
      },
      asked: { facts: { a: false } },
      outcome: "refused",
    },
    {
      name: "the longest prefix chooses the chain",
      data: {
        rules: [own("a")],
        upper: [rule("up")],
        chains: [
          { places: ["65"], instruments: ["U"] },
          { places: ["6501"], instruments: ["L"] },
        ],
      },
      asked: { facts: { a: false } },
      outcome: "refused",
    },
  ])("$name", ({ data, asked, outcome }) => {
    expect(decide({ facts, ...data }, asked).outcome).toBe(outcome);
  });
});

describe("exceptions", () => {
  const data = {
    facts,
    rules: [
      rule("base", { when: "a" }),
      rule("unless", { gives: "refer", "exception-to": ["base"], when: "b" }),
      rule("but", { "exception-to": ["unless"], when: "c" }),
    ],
  };
  it.each([
    { a: true, b: false, c: false, outcome: "granted", grounds: { base: "granted" } },
    { a: true, b: true, c: false, outcome: "refer", grounds: { unless: "refer" } },
    { a: true, b: true, c: true, outcome: "granted", grounds: { base: "granted", but: "granted" } },
    { a: false, b: true, c: false, outcome: "refer", grounds: { unless: "refer" } },
    { a: false, b: false, c: false, outcome: "refused", grounds: { base: "refused" } },
  ])("win: $a $b $c gives $outcome", ({ outcome, grounds, ...given }) => {
    const decision = decide(data, { facts: given });
    expect(decision.outcome).toBe(outcome);
    expect(
      Object.fromEntries(decision.grounds.map((ground) => [ground.rule, ground.outcome])),
    ).toMatchObject(grounds);
  });
  it("that are open leave open what they would take", () => {
    const decision = decide(data, { facts: { a: true, c: false } });
    expect([decision.outcome, decision.next]).toEqual(["unknown", "b"]);
  });
});

describe("a question no text answers", () => {
  const pack = loadOrThrow(filesOf({ facts, rules: [rule("r")] }));
  const asked = {
    service: "settlement",
    county: "650102",
    on: parseDay("2026-05-01")!,
    knownAt: Infinity,
    law: "all",
  };
  it.each([
    [{ service: "settlment" }, "unknown-service", "settlement"],
    [{ county: "110101" }, "no-rulebook-for-place", undefined],
    [{ law: "X" }, "unknown-law", undefined],
    [{ on: parseDay("2000-01-01")! }, "no-text-in-force", undefined],
  ])("%j: %s", (more, code, suggestion) => {
    const selected = selectRules(pack, { ...asked, ...more });
    expect(selected).toMatchObject({ ok: false, problems: [{ code }] });
    if (!selected.ok) expect(selected.problems[0]!.suggestion).toBe(suggestion);
  });
});
