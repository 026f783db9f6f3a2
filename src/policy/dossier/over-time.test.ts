import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, formatMonth, monthsBetween, parseDay } from "../calendar/day.ts";
import { highSlot, lowSlot, slotKind, slotName, slottedFacts } from "../fold/facts.ts";
import { loadOrThrow, realRulebooks } from "../testing/pack-files.ts";
import { runs } from "../testing/properties.ts";
import { deriveFacts } from "./derive.ts";
import type { Dossier, PlainRecord } from "./dossier.ts";
import { factsOverTime } from "./over-time.ts";

const pack = loadOrThrow(realRulebooks());
const on = parseDay("2026-05-17")!;
const window = { from: on - 400, until: on + 500 };
const day = fc.integer({ min: on - 1200, max: on + 450 });

const spells = (make: (from: number, to: number | undefined) => PlainRecord) =>
  fc
    .array(fc.tuple(day, fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined })), {
      maxLength: 3,
    })
    .map((drawn) =>
      drawn.map(([from, length]) => make(from, length === undefined ? undefined : from + length)),
    );
const until = (to: number | undefined, write: (day: number) => string): object =>
  to === undefined ? {} : { to: write(to) };

const dossier: fc.Arbitrary<Dossier> = fc.record({
  on: fc.constant(formatDay(on)),
  place: fc.constant({ county: "652301", kind: "town" }),
  complete: fc.subarray(["residences", "insurances", "employments"]),
  unsure: fc.constant([]),
  records: fc.record({
    residences: spells((from, to) => ({
      at: "652301",
      from: formatDay(from),
      ...until(to, formatDay),
      basis: "relatives-home",
    })),
    insurances: spells((from, to) => ({ from: formatMonth(from), ...until(to, formatMonth) })),
    employments: spells((from, to) => ({
      at: "652301",
      from: formatDay(from),
      ...until(to, formatDay),
      contract: true,
    })),
  }),
  facts: fc.constant({}),
});

describe("facts over time", () => {
  it("are on every day what the records prove on that day", () => {
    fc.assert(
      fc.property(dossier, (asked) => {
        const derived = deriveFacts(pack.vocabulary, asked);
        if (!derived.ok) throw new Error(derived.problems[0]!.code);
        for (const { from, until: end, slots } of factsOverTime(
          pack.vocabulary,
          asked,
          derived.value,
          window,
        )) {
          for (let today = from; today < end; today += 1) {
            const now = deriveFacts(pack.vocabulary, { ...asked, on: formatDay(today) });
            if (!now.ok) throw new Error(now.problems[0]!.code);
            for (const fact of slottedFacts(pack.vocabulary)) {
              const isAmount =
                fact.moves === "counter" &&
                slots[lowSlot(fact.name)] === slots[highSlot(fact.name)];
              const growth = isAmount ? monthsBetween(from, today) : 0;
              const names =
                slotKind(fact.type) === "ordered"
                  ? [lowSlot(fact.name), highSlot(fact.name)]
                  : [slotName(fact.name)];
              for (const name of names) {
                const grown = Number.isFinite(slots[name]) ? slots[name]! + growth : slots[name]!;
                if (now.value.slots[name] !== grown)
                  expect([formatDay(today), fact.name, now.value.slots[name]]).toEqual([
                    formatDay(today),
                    fact.name,
                    grown,
                  ]);
              }
            }
          }
        }
      }),
      runs(12),
    );
  });
});
