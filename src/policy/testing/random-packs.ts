import * as fc from "fast-check";
import { parseDay } from "../calendar/day.ts";
import type { PackFile } from "../rulebook/load.ts";
import { fact, filesOf, instrument, rule } from "./pack-files.ts";

/**
 * Random packs as text: one vocabulary with every type, formulas of every kind over it, rules of two texts
 * with exceptions, periods and parameters that change. Formulas keep to what the checker allows.
 */

export const day = (text: string): number => parseDay(text)!;

const kinds = ["village", "town", "city", "seat"] as const;
const works = ["none", "farm", "trade", "craft", "school", "office", "herd", "own"] as const;
const counties = ["650102", "650104", "650202", "653101", "653201"] as const;
const prefectures = ["6501", "6502", "6531", "6532"] as const;

/** Facts that a person states. */
export const baseFacts = [
  fact("lawful", "boolean"),
  fact("home.own", "boolean"),
  fact("home-free", "boolean"),
  fact("kind", kinds),
  fact("work.kind", works),
  fact("county", "division"),
  fact("home.prefecture", "prefecture"),
  fact("since", "date"),
  fact("work.since", "date"),
  fact("months", "number", { unit: "months" }),
  fact("age", "number", { unit: "years" }),
  fact("away", "number", { unit: "days" }),
  fact("members", "number", { unit: "people" }),
] as const;

const edges = ["2023-01-31", "2024-02-29", "2025-02-28", "2025-12-31", "2026-03-31", "2026-05-01"];

/** Formulas of each type, parenthesised wherever precedence could matter (the parser has tests of its own). */
export type FormulaTexts = {
  readonly condition: string;
  readonly date: string;
  readonly months: string;
  readonly days: string;
};

const whole = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map(String);
const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const comparison = oneOf("=", "!=", "<", "<=", ">", ">=");
const list = (values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1 })
    .map((items) => `[${items.join(", ")}]`);
const text = (
  parts: TemplateStringsArray,
  ...holes: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> =>
  fc
    .tuple(...holes)
    .map((filled) => parts.map((part, index) => part + (filled[index] ?? "")).join(""));

/** `derived`: whether formula facts and parameters may be named. */
export function formulas(derived: boolean): fc.LetrecValue<FormulaTexts> {
  return fc.letrec<FormulaTexts>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      oneOf("lawful", "home.own", "home-free", ...(derived ? ["f.settled", "f.mixed"] : [])),
      text`kind ${oneOf("=", "!=")} ${oneOf(...kinds)}`,
      text`work.kind in ${list(works)}`,
      text`kind in (${oneOf(...kinds)}, ${list(kinds)})`,
      text`county ${oneOf("=", "!=")} ${oneOf(...counties.map((code) => `"${code}"`))}`,
      text`county in ${list(counties.map((code) => `"${code}"`))}`,
      text`prefecture(county) in ${list(prefectures.map((code) => `"${code}"`))}`,
      oneOf("prefecture(county) = home.prefecture", "home.prefecture != prefecture(county)"),
      text`age ${comparison} ${whole(0, 90)}`,
      text`members in [${whole(0, 3)}..${whole(2, 5)}]`,
      text`members in (< ${whole(0, 3)}, ]${whole(2, 4)}..${whole(3, 6)}[, ${whole(7, 8)})`,
      text`since in ]${oneOf(...edges)}..on[`,
      text`year(since) ${comparison} ${whole(2019, 2026)}`,
      text`month(work.since) ${comparison} ${whole(1, 12)}`,
      ...(derived
        ? [
            text`f.prefecture ${oneOf("=", "!=")} ${oneOf(...prefectures.map((code) => `"${code}"`))}`,
            oneOf("f.prefecture in special", "f.rank = kind", "f.rank in [city, town]"),
          ]
        : []),
      text`not(${tie("condition")})`,
      text`(${tie("condition")} and ${tie("condition")})`,
      text`(${tie("condition")} or ${tie("condition")})`,
      text`(if ${tie("condition")} then ${tie("condition")} else ${tie("condition")})`,
      text`((${tie("condition")}) ${oneOf("=", "!=")} (${tie("condition")}))`,
      text`(${tie("months")} ${comparison} ${tie("months")})`,
      text`(${tie("days")} ${comparison} ${tie("days")})`,
      text`(${tie("date")} ${comparison} ${tie("date")})`,
      text`(${tie("date")} between ${tie("date")} and ${tie("date")})`,
      text`(${tie("months")} in [${tie("months")}..${tie("months")}))`,
      text`(some x in [6 months, 1 year, 30 months] satisfies (${tie("months")} >= x and ${tie("condition")}))`,
      text`(every x in [0, 2, 4] satisfies (members != x or ${tie("condition")}))`,
    ),
    date: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      oneOf("since", "work.since", "on", "on", ...edges),
      text`(${tie("date")} ${oneOf("+", "-")} ${whole(0, 30)} ${oneOf("months", "years")})`,
      text`(${tie("date")} ${oneOf("+", "-")} ${tie("days")})`,
      text`${oneOf("start-of-month", "end-of-month", "start-of-year", "end-of-year")}(${tie("date")})`,
      text`${oneOf("min", "max")}(${tie("date")}, ${tie("date")})`,
      text`(if ${tie("condition")} then ${tie("date")} else ${tie("date")})`,
    ),
    months: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      oneOf("months", "age", ...(derived ? ["f.long", "f.years", "limit"] : [])),
      text`${whole(0, 40)} ${oneOf("months", "years")}`,
      text`${oneOf("months-between", "years-between")}(${tie("date")}, ${tie("date")})`,
      text`(${tie("months")} ${oneOf("+", "-")} ${tie("months")})`,
      text`(${tie("months")} ${oneOf("*", "/")} ${whole(1, 7)})`,
      text`(-${tie("months")})`,
      text`abs(months - ${whole(0, 20)})`,
      text`${oneOf("floor", "ceiling")}(${oneOf("months / 5", "age", "age / 3", "years-between(since, on)")})`,
      text`${oneOf("min", "max")}(${tie("months")}, ${tie("months")})`,
      text`(if ${tie("condition")} then ${tie("months")} else ${tie("months")})`,
    ),
    days: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      oneOf("away", "30 days", "2 weeks", "400 days"),
      text`days-between(${tie("date")}, ${tie("date")})`,
      text`(${tie("date")} - ${tie("date")})`,
      text`(${tie("days")} + ${tie("days")})`,
    ),
  }));
}

/** The formula facts of a random vocabulary, as what they say. */
export type Derived = Readonly<Record<string, string | Table>>;
export type Table = readonly { readonly when: string; readonly then: string }[];

const base = formulas(false);
const derivedFacts: fc.Arbitrary<Derived> = fc.record({
  "f.settled": base.condition,
  "f.mixed": fc.constantFrom("f.settled and lawful", "not f.settled", "f.settled or home.own"),
  "f.long": base.months,
  "f.years": fc.oneof(base.months, whole(0, 9)),
  "f.prefecture": oneOf("prefecture(county)", "home.prefecture"),
  "f.rank": fc
    .tuple(base.condition, base.condition, fc.shuffledSubarray([...kinds], { minLength: 3 }))
    .map(([first, second, [a, b, c]]) => [
      { when: first, then: a! },
      { when: second, then: b! },
      { when: "true", then: c! },
    ]),
});

export type RuleText = {
  readonly id: string;
  readonly own: boolean;
  readonly gives: "grant" | "refer";
  readonly where: string;
  readonly when: string;
  readonly exceptionTo: readonly string[];
  readonly from: string;
  readonly until: string | undefined;
  readonly recorded: string;
};

export type RandomPack = {
  readonly derived: Derived;
  readonly rules: readonly RuleText[];
  /** Months that `limit` is, and from 2025 on. */
  readonly limits: readonly [number, number];
  readonly special: readonly string[];
  /** Whether an open slot stands between the two texts. */
  readonly openSlot: boolean;
};

const full = formulas(true);

const ruleText = (index: number): fc.Arbitrary<RuleText> =>
  fc
    .record({
      own: fc.boolean(),
      gives: fc.constantFrom("grant" as const, "grant" as const, "refer" as const),
      where: fc.oneof(fc.constant("true"), text`kind in ${list(kinds)}`, full.condition),
      when: fc.oneof(
        { weight: 1, arbitrary: fc.constant("true") },
        { weight: 6, arbitrary: full.condition },
      ),
      exceptionTo: fc.subarray(Array.from({ length: index }, (_, other) => `r${other}`)),
      from: fc.constantFrom("2014-10-27", "2014-10-27", "2024-06-01"),
      until: fc.constantFrom(undefined, undefined, "2026-01-01"),
      later: fc.constantFrom(undefined, undefined, "2026-02-01"),
    })
    .map(({ later, ...parts }) => ({ id: `r${index}`, ...parts, recorded: later ?? parts.from }));

export const randomPack: fc.Arbitrary<RandomPack> = fc.record({
  derived: derivedFacts,
  rules: fc
    .integer({ min: 1, max: 5 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => ruleText(index)))),
  limits: fc.tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 0, max: 36 })),
  special: fc.subarray([...prefectures], { minLength: 1 }),
  openSlot: fc.boolean(),
});

const derivedType: Readonly<Record<string, readonly [unknown, object]>> = {
  "f.settled": ["boolean", {}],
  "f.mixed": ["boolean", {}],
  "f.long": ["number", { unit: "months" }],
  "f.years": ["number", { unit: "years" }],
  "f.prefecture": ["prefecture", {}],
  "f.rank": [kinds, {}],
};

export function packFiles(pack: RandomPack): readonly PackFile[] {
  const asRule = (text: RuleText) =>
    rule(text.id, {
      gives: text.gives,
      where: text.where,
      when: text.when,
      "exception-to": text.exceptionTo,
      recorded: text.recorded,
      "in-force": {
        from: text.from,
        ...(text.until === undefined ? {} : { until: text.until }),
      },
    });
  const period = (from: string, until?: string) => ({
    clause: "C2",
    "in-force": { from, ...(until === undefined ? {} : { until }) },
  });
  return filesOf({
    facts: [
      ...baseFacts,
      ...Object.entries(pack.derived).map(([name, says]) => {
        const [type, more] = derivedType[name]!;
        return fact(name, type, {
          ...more,
          ...(typeof says === "string"
            ? { formula: says }
            : { table: { hit: "first", rows: says } }),
        });
      }),
    ],
    parameters: [
      {
        parameter: "limit",
        type: "number",
        unit: "months",
        value: pack.limits[0],
        ...period("2014-10-27", "2025-01-01"),
      },
      {
        parameter: "limit",
        type: "number",
        unit: "months",
        value: pack.limits[1],
        ...period("2025-01-01"),
      },
      {
        parameter: "special",
        type: "list of prefecture",
        value: pack.special,
        ...period("2014-10-27"),
      },
    ],
    instruments: [instrument("U"), instrument("H", { held: false }), instrument("L")],
    chains: [{ places: ["65"], instruments: pack.openSlot ? ["U", "H", "L"] : ["U", "L"] }],
    rules: pack.rules.filter(({ own }) => own).map(asRule),
    upper: pack.rules.filter(({ own }) => !own).map(asRule),
  });
}

/** A person of whom everything is known, by fact: booleans, enum ids and codes, day numbers, numbers in the fact's unit. */
export type Person = Readonly<Record<string, boolean | string | number>>;

const someDay = fc.oneof(
  fc.constantFrom(...edges.map(day)),
  fc.integer({ min: day("2019-01-01"), max: day("2027-06-01") }),
);
const someAmount = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: max * 4 }).map((value) => value / 4) },
  );

export const person: fc.Arbitrary<Person> = fc.record({
  lawful: fc.boolean(),
  "home.own": fc.boolean(),
  "home-free": fc.boolean(),
  kind: fc.constantFrom(...kinds),
  "work.kind": fc.constantFrom(...works),
  county: fc.constantFrom(...counties),
  "home.prefecture": fc.constantFrom(...prefectures),
  since: fc.oneof(
    { weight: 8, arbitrary: someDay },
    { weight: 1, arbitrary: fc.constant(Infinity) },
  ),
  "work.since": someDay,
  months: someAmount(60),
  age: someAmount(90),
  away: someAmount(500),
  members: someAmount(8),
});

/** What is known of each fact: exactly, not at all, or only that it is at least or at most something near. */
export type Knowledge = Readonly<
  Record<string, "exact" | "none" | { readonly below: number; readonly above: number }>
>;

const slack = fc.oneof(fc.constant(Infinity), fc.constant(0), fc.integer({ min: 0, max: 400 }));
const howMuch = fc.oneof(
  { weight: 4, arbitrary: fc.constant("exact" as const) },
  { weight: 2, arbitrary: fc.constant("none" as const) },
  { weight: 2, arbitrary: fc.record({ below: slack, above: slack }) },
);
export const knowledge: fc.Arbitrary<Knowledge> = fc.record(
  Object.fromEntries(baseFacts.map((declared) => [String(declared["fact"]), howMuch])),
);

/** Days asked about, around the days on which something changes. */
export const askedDay = fc
  .constantFrom(
    "2014-10-27",
    "2024-05-31",
    "2024-06-01",
    "2024-12-31",
    "2025-01-01",
    "2025-12-31",
    "2026-01-01",
    "2026-02-28",
    "2026-05-01",
    "2028-02-29",
  )
  .map(day);
