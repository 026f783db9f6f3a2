import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { decideDossier } from "../decision/decide.ts";
import { readDossier } from "../dossier/read-dossier.ts";
import {
  FALSE,
  NO_CODE,
  type Slots,
  TRUE,
  UNKNOWN,
  highSlot,
  lowSlot,
  slotKind,
  slotName,
  slottedFacts,
  unknownSlots,
} from "../fold/facts.ts";
import { boundaryFiles } from "../lint/boundaries.ts";
import { lintPack } from "../lint/lint.ts";
import { loadOrThrow, realExamples, realRulebooks } from "../testing/pack-files.ts";
import { agreedOutcome, explainsItself, rulesFor, runs } from "../testing/properties.ts";
import { runCases } from "./cases.ts";
import { isCaseFile } from "./load.ts";

const files = realRulebooks();
const pack = loadOrThrow(files);
const cases = files.filter(({ path }) => isCaseFile(path));

describe("the rulebooks", () => {
  it("load, and every case passes", () => {
    const { passed, failures } = runCases(pack, cases);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThanOrEqual(90);
  });

  it("keep the boundary cases that their rules have now", () => {
    const kept = new Map(cases.map(({ path, text }) => [path.replace(/^rulebooks\//, ""), text]));
    for (const { path, text } of boundaryFiles(pack)) expect(kept.get(path)).toBe(text);
  });

  it("cover every clause of the region that settles, permits or registers", () => {
    const clauses = new Set(pack.rules.map(({ clause }) => clause));
    for (const clause of ["R4.1", "R4.2", "R5", "R6", "R7", "R9", "R10.1", "R10.2", "R10.3"])
      expect([...clauses].some((other) => other.startsWith(clause))).toBe(true);
  });

  it("have for each rule a case of each outcome it can have", () => {
    const text = cases.map((file) => file.text).join("\n");
    const says = (rule: string, outcome: string): boolean =>
      new RegExp(`\\b${rule}: ${outcome}\\b`).test(text);
    // A ground that waits for a parameter nobody has set yet cannot be granted: the linter says which.
    const waiting = lintPack(pack)
      .filter(({ kind }) => kind === "unreachable")
      .flatMap(({ rules }) => rules);
    const lacking = pack.rules.flatMap(({ id, gives, when }) => {
      const isUnconditional = when.op === "constant";
      const wanted =
        gives === "refer"
          ? ["refer"]
          : isUnconditional
            ? ["granted"]
            : [...(waiting.includes(id) ? [] : ["granted"]), "refused", "unknown"];
      return wanted.filter((outcome) => !says(id, outcome)).map((outcome) => `${id}: ${outcome}`);
    });
    expect(lacking).toEqual([]);
  });

  it("have a question for every fact that can be missing", () => {
    const silent = slottedFacts(pack.vocabulary).filter(({ question }) => question === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe("the examples", () => {
  /** What the first comment of each promises. */
  const promised: Readonly<Record<string, object>> = {
    "graduate.yaml": { outcome: "granted", by: ["graduate"] },
    "herder-who-lost-land.yaml": { outcome: "granted", by: ["land-taken"] },
    "kashgar-returner.yaml": { outcome: "granted", by: ["south"] },
    "tenant.yaml": { outcome: "granted", by: ["tenant"] },
    "urumqi-worker.yaml": { outcome: "refer", authority: "urumqi-government" },
    "village-or-unknown.yaml": {
      outcome: "unknown",
      missing: ["insurance.months: unsure"],
      next: null,
    },
  };
  it.each(realExamples())("$path decides as it says", ({ path, text }) => {
    const dossier = readDossier(pack, text);
    if (!dossier.ok) throw new Error(dossier.problems[0]!.code);
    const decided = decideDossier(pack, dossier.value);
    if (!decided.ok) throw new Error(decided.problems[0]!.code);
    const { outcome, grounds, missing, next, authority } = decided.value;
    expect({
      outcome,
      by: grounds.filter((ground) => ground.outcome === "granted").map(({ rule }) => rule),
      missing: missing.map(({ fact, state }) => `${fact}: ${state}`),
      next,
      authority: authority?.id ?? null,
    }).toMatchObject(promised[path] ?? { outcome: "promised" });
  });
});

/** Any state of knowledge over the vocabulary, codes and days drawn where the rules draw their lines. */
const someSlots: fc.Arbitrary<Slots> = fc
  .tuple(
    ...slottedFacts(pack.vocabulary).map(({ name, type }): fc.Arbitrary<Slots> => {
      switch (slotKind(type)) {
        case "truth":
          return fc
            .constantFrom(TRUE, FALSE, UNKNOWN)
            .map((value) => ({ [slotName(name)]: value }));
        case "code":
          return (
            type.kind === "enum"
              ? fc.integer({ min: NO_CODE, max: type.values.length - 1 })
              : fc.constantFrom(NO_CODE, 650102, 650202, 652801, 652901, 653101, 659002, 650402)
          ).map((value) => ({ [slotName(name)]: value }));
        default: {
          const middle = type.kind === "date" ? parseDay("2025-05-01")! : 12;
          const value = fc.oneof(
            fc.integer({ min: middle - 3, max: middle + 3 }),
            fc.integer({ min: middle - 800, max: middle + 800 }),
          );
          return fc
            .tuple(
              value,
              fc.constantFrom(0, 0, 0, 5, Infinity),
              fc.constantFrom(0, 0, 0, 5, Infinity),
            )
            .map(([known, below, above]) => ({
              [lowSlot(name)]: known - below,
              [highSlot(name)]: known + above,
            }));
        }
      }
    }),
  )
  .map((parts) => Object.assign(unknownSlots(slottedFacts(pack.vocabulary)), ...parts) as Slots);

const askedOn = fc.constantFrom(
  ...["2014-10-27", "2026-04-30", "2026-05-01", "2028-02-29"].map((day) => parseDay(day)!),
);

describe("random people under the real rules", () => {
  it("are answered alike by both kernels, for reasons that force the answer", () => {
    fc.assert(
      fc.property(someSlots, askedOn, (slots, on) => {
        const rules = rulesFor(pack, { county: "650102", on });
        agreedOutcome(rules, on, slots);
        explainsItself(pack, rules, on, slots);
      }),
      runs(1500),
    );
  });

  it("keep their answer when more is known", () => {
    fc.assert(
      fc.property(someSlots, someSlots, askedOn, (some, other, on) => {
        const rules = rulesFor(pack, { county: "650102", on });
        const filled = { ...some };
        for (const { name, type } of slottedFacts(pack.vocabulary)) {
          const slot = slotName(name);
          if (slotKind(type) === "ordered") {
            const [low, high] = [some[lowSlot(name)]!, some[highSlot(name)]!];
            const middle = other[lowSlot(name)]!;
            const value = Math.min(Math.max(Number.isFinite(middle) ? middle : 0, low), high);
            filled[lowSlot(name)] = value;
            filled[highSlot(name)] = value;
          } else if (some[slot] === (slotKind(type) === "truth" ? UNKNOWN : NO_CODE)) {
            filled[slot] = other[slot]!;
          }
        }
        const before = agreedOutcome(rules, on, some);
        if (before !== "unknown") expect(agreedOutcome(rules, on, filled)).toBe(before);
      }),
      runs(1500),
    );
  });
});
