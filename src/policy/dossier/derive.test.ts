import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOf, formatDay, formatMonth, parseDay } from "../calendar/day.ts";
import { FALSE, TRUE, UNKNOWN, highSlot, lowSlot, slotName } from "../fold/facts.ts";
import { fact, filesOf, loadOrThrow } from "../testing/pack-files.ts";
import { runs } from "../testing/properties.ts";
import { deriveFacts } from "./derive.ts";
import type { Dossier, PlainRecord } from "./dossier.ts";

const label = (text: string) => ({ "zh-CN": text, en: text });
const field = (type: unknown, required = false) => ({ type, required, label: label("field") });
const pack = loadOrThrow(
  filesOf({
    records: [
      {
        record: "homes",
        label: label("homes"),
        spell: true,
        fields: {
          at: field("division", true),
          from: field("date", true),
          to: field("date"),
          basis: field(["own", "let"]),
        },
      },
      {
        record: "payments",
        label: label("payments"),
        spell: true,
        fields: { from: field("month", true), to: field("month") },
      },
      {
        record: "parcels",
        label: label("parcels"),
        fields: { taken: field("boolean"), day: field("date"), size: field("number") },
      },
    ],
    facts: [
      fact("place.county", "division"),
      fact("there", "date", { derive: "unbroken-since(homes[item.at = place.county], on)" }),
      fact("there-own", "date", {
        derive: "unbroken-since(homes[item.at = place.county and item.basis = own], on)",
      }),
      fact("paid", "number", { unit: "months", derive: "months-covered(payments, on)" }),
      fact("parcels.count", "number", { derive: "count(parcels)" }),
      fact("parcels.large", "number", { derive: "count(parcels[item.size >= 5])" }),
      fact("any-taken", "boolean", { derive: "some p in parcels satisfies p.taken" }),
      fact("all-taken", "boolean", { derive: "every p in parcels satisfies p.taken" }),
      fact("large-taken", "boolean", {
        derive: "every p in parcels[item.size >= 5] satisfies p.taken",
      }),
      fact("first-day", "date", { derive: "earliest(parcels, day)" }),
      fact("last-day", "date", { derive: "latest(parcels, day)" }),
      fact("last-large", "date", { derive: "latest(parcels[item.size >= 5], day)" }),
      fact("arrived", "date"),
      fact("there-then", "date", { derive: "unbroken-since(homes, arrived)" }),
      fact("paid-then", "number", { unit: "months", derive: "months-covered(payments, arrived)" }),
    ],
  }),
);

type Records = Readonly<Record<string, readonly PlainRecord[]>>;
const dossier = (
  records: Records,
  complete: readonly string[] = [],
  facts: Dossier["facts"] = {},
): Dossier => ({
  on: "2026-05-01",
  place: { county: "650202" },
  complete,
  unsure: [],
  records,
  facts,
});
const on = parseDay("2026-05-01")!;

function slots(...args: Parameters<typeof dossier>) {
  const derived = deriveFacts(pack.vocabulary, dossier(...args));
  if (!derived.ok) throw new Error(derived.problems[0]!.code);
  return derived.value.slots;
}
type Known = { readonly lo: number; readonly hi: number };
const bounds = (found: Readonly<Record<string, number>>, name: string): Known => ({
  lo: found[lowSlot(name)]!,
  hi: found[highSlot(name)]!,
});
const words = ({ lo, hi }: Known): string => {
  const day = (value: number): string =>
    Number.isFinite(value) ? formatDay(value) : value > 0 ? "none" : "any";
  return lo === hi ? day(lo) : `${day(lo)} – ${day(hi)}`;
};

const home = (from: string, to?: string, more: PlainRecord = {}): PlainRecord => ({
  at: "650202",
  from,
  ...(to === undefined ? {} : { to }),
  ...more,
});

describe("unbroken-since", () => {
  it.each<{ name: string; homes: readonly PlainRecord[]; since: string }>([
    { name: "nothing stated", homes: [], since: "none" },
    { name: "a spell that goes on", homes: [home("2020-01-01")], since: "2020-01-01" },
    {
      name: "one that ends on the day",
      homes: [home("2020-01-01", "2026-05-01")],
      since: "2020-01-01",
    },
    {
      name: "one that ended the day before",
      homes: [home("2020-01-01", "2026-04-30")],
      since: "none",
    },
    { name: "one that ends later", homes: [home("2020-01-01", "2027-01-01")], since: "2020-01-01" },
    { name: "one that begins on the day", homes: [home("2026-05-01")], since: "2026-05-01" },
    { name: "one that begins the day after", homes: [home("2026-05-02")], since: "none" },
    {
      name: "two, the next day",
      homes: [home("2020-01-01", "2022-06-30"), home("2022-07-01")],
      since: "2020-01-01",
    },
    {
      name: "two, the same day",
      homes: [home("2022-06-30"), home("2020-01-01", "2022-06-30")],
      since: "2020-01-01",
    },
    {
      name: "two with a day between",
      homes: [home("2020-01-01", "2022-06-30"), home("2022-07-02")],
      since: "2022-07-02",
    },
    {
      name: "one inside another",
      homes: [home("2020-01-01"), home("2021-01-01", "2021-02-01")],
      since: "2020-01-01",
    },
    {
      name: "a chain through a long one",
      homes: [
        home("2025-01-01"),
        home("2019-01-01", "2020-12-31"),
        home("2020-06-01", "2025-03-01"),
      ],
      since: "2019-01-01",
    },
    {
      name: "another county between",
      homes: [
        home("2020-01-01", "2022-06-30"),
        home("2022-07-01", "2023-06-30", { at: "653101" }),
        home("2023-07-01"),
      ],
      since: "2023-07-01",
    },
    { name: "29 February", homes: [home("2024-02-29")], since: "2024-02-29" },
  ])("$name", ({ homes, since }) => {
    expect(words(bounds(slots({ homes }, ["homes"]), "there"))).toBe(since);
    expect(words(bounds(slots({ homes }), "there"))).toBe(
      since === "none" ? "any – none" : `any – ${since}`,
    );
  });

  it("leaves open what a field nobody filled in could change", () => {
    const homes = [home("2020-01-01", "2022-06-30", { basis: "own" }), home("2022-07-01")];
    expect(words(bounds(slots({ homes }, ["homes"]), "there-own"))).toBe("2020-01-01 – none");
    expect(words(bounds(slots({ homes }), "there-own"))).toBe("any – none");
  });

  it("and months-covered are open while the day they are asked for is", () => {
    const records = { homes: [home("2020-01-01")], payments: [{ from: "2025-01" }] };
    const all = ["homes", "payments"];
    expect(words(bounds(slots(records, all), "there-then"))).toBe("any – none");
    expect(bounds(slots(records, all), "paid-then")).toEqual({ lo: 0, hi: Infinity });
    const arrived = { arrived: { value: "2025-03-15" } };
    expect(words(bounds(slots(records, all, arrived), "there-then"))).toBe("2020-01-01");
    expect(bounds(slots(records, all, arrived), "paid-then")).toEqual({ lo: 2, hi: 2 });
  });
});

describe("months-covered", () => {
  it.each<{ name: string; payments: readonly PlainRecord[]; months: number }>([
    { name: "nothing", payments: [], months: 0 },
    { name: "one month", payments: [{ from: "2025-05", to: "2025-05" }], months: 1 },
    { name: "over a year's end", payments: [{ from: "2025-11", to: "2026-02" }], months: 4 },
    { name: "going on: not the month asked in", payments: [{ from: "2026-01" }], months: 4 },
    {
      name: "stated to the month asked in",
      payments: [{ from: "2026-01", to: "2026-05" }],
      months: 5,
    },
    { name: "stated beyond it", payments: [{ from: "2026-01", to: "2026-09" }], months: 5 },
    { name: "begun this month and going on", payments: [{ from: "2026-05" }], months: 0 },
    { name: "in the future", payments: [{ from: "2026-06" }], months: 0 },
    {
      name: "twice the same month",
      payments: [
        { from: "2025-01", to: "2025-06" },
        { from: "2025-04", to: "2025-08" },
      ],
      months: 8,
    },
    {
      name: "with a gap",
      payments: [
        { from: "2024-01", to: "2024-06" },
        { from: "2025-01", to: "2025-06" },
      ],
      months: 12,
    },
  ])("$name: $months", ({ payments, months }) => {
    expect(bounds(slots({ payments }, ["payments"]), "paid")).toEqual({ lo: months, hi: months });
    expect(bounds(slots({ payments }), "paid")).toEqual({ lo: months, hi: Infinity });
  });
});

describe("some, every, count, earliest, latest", () => {
  const cases: readonly {
    readonly parcels: readonly PlainRecord[];
    readonly complete: boolean;
    readonly any: number;
    readonly all: number;
    readonly count: readonly [number, number];
  }[] = [
    { parcels: [], complete: true, any: FALSE, all: TRUE, count: [0, 0] },
    { parcels: [], complete: false, any: UNKNOWN, all: UNKNOWN, count: [0, Infinity] },
    { parcels: [{ taken: true }], complete: true, any: TRUE, all: TRUE, count: [1, 1] },
    { parcels: [{ taken: true }], complete: false, any: TRUE, all: UNKNOWN, count: [1, Infinity] },
    { parcels: [{ taken: false }], complete: true, any: FALSE, all: FALSE, count: [1, 1] },
    {
      parcels: [{ taken: false }],
      complete: false,
      any: UNKNOWN,
      all: FALSE,
      count: [1, Infinity],
    },
    { parcels: [{}], complete: true, any: UNKNOWN, all: UNKNOWN, count: [1, 1] },
    { parcels: [{}, { taken: true }], complete: true, any: TRUE, all: UNKNOWN, count: [2, 2] },
    { parcels: [{}, { taken: false }], complete: true, any: UNKNOWN, all: FALSE, count: [2, 2] },
  ];
  it.each(cases)("$parcels, complete: $complete", ({ parcels, complete, any, all, count }) => {
    const found = slots({ parcels }, complete ? ["parcels"] : []);
    expect([found[slotName("any-taken")], found[slotName("all-taken")]]).toEqual([any, all]);
    expect(bounds(found, "parcels.count")).toEqual({ lo: count[0], hi: count[1] });
  });

  it("filters leave open what they do not know", () => {
    const parcels = [{ size: 6, taken: true }, { size: 1, taken: false }, { taken: false }];
    const found = slots({ parcels }, ["parcels"]);
    expect(bounds(found, "parcels.large")).toEqual({ lo: 1, hi: 2 });
    expect(found[slotName("large-taken")]).toBe(UNKNOWN);
    expect(slots({ parcels: parcels.slice(0, 2) }, ["parcels"])[slotName("large-taken")]).toBe(
      TRUE,
    );
  });

  it("first and last days", () => {
    const parcels = [{ day: "2020-05-01" }, { day: "2022-05-01" }];
    expect(words(bounds(slots({ parcels }, ["parcels"]), "first-day"))).toBe("2020-05-01");
    expect(words(bounds(slots({ parcels }), "first-day"))).toBe("any – 2020-05-01");
    expect(words(bounds(slots({ parcels }, ["parcels"]), "last-day"))).toBe("2022-05-01");
    expect(words(bounds(slots({ parcels }), "last-day"))).toBe("2022-05-01 – none");
    expect(words(bounds(slots({ parcels: [...parcels, {}] }, ["parcels"]), "first-day"))).toBe(
      "any – 2020-05-01",
    );
    expect(words(bounds(slots({ parcels: [] }, ["parcels"]), "first-day"))).toBe("none");
  });
});

describe("statements", () => {
  const problems = (...args: Parameters<typeof dossier>) => {
    const derived = deriveFacts(pack.vocabulary, dossier(...args));
    return derived.ok ? [] : derived.problems;
  };
  const homes = [home("2020-01-01")];
  it.each<{ name: string; args: Parameters<typeof dossier>; said: string }>([
    {
      name: "earlier than the records, which may not be all",
      args: [{ homes }, [], { there: { value: "2019-01-01" } }],
      said: "2019-01-01",
    },
    {
      name: "as the records",
      args: [{ homes }, ["homes"], { there: { value: "2020-01-01" } }],
      said: "2020-01-01",
    },
    {
      name: "none, as the records",
      args: [{}, ["homes"], { there: { value: "none" } }],
      said: "none",
    },
    {
      name: "without records",
      args: [{}, [], { there: { value: "2024-02-29" } }],
      said: "2024-02-29",
    },
    { name: "none without records", args: [{}, [], { there: { value: "none" } }], said: "none" },
  ])("$name", ({ args, said }) => {
    expect(words(bounds(slots(...args), "there"))).toBe(said);
  });

  it.each<{ name: string; args: Parameters<typeof dossier>; fact: string }>([
    {
      name: "later than a record shows",
      args: [{ homes }, [], { there: { value: "2020-01-02" } }],
      fact: "there",
    },
    {
      name: "none, against a record",
      args: [{ homes }, [], { there: { value: "none" } }],
      fact: "there",
    },
    {
      name: "earlier than all records",
      args: [{ homes }, ["homes"], { there: { value: "2019-01-01" } }],
      fact: "there",
    },
    {
      name: "fewer months than paid",
      args: [{ payments: [{ from: "2025-01", to: "2025-06" }] }, [], { paid: { value: 5 } }],
      fact: "paid",
    },
    {
      name: "no, against a record",
      args: [{ parcels: [{ taken: true }] }, [], { "any-taken": { value: false } }],
      fact: "any-taken",
    },
  ])("contradict the records: $name", ({ args, fact: name }) => {
    expect(problems(...args)).toMatchObject([
      { code: "contradiction", at: { path: `facts.${name}` }, params: { fact: name } },
    ]);
  });

  it("may say none of the last day where there is none", () => {
    expect(problems({}, ["parcels"], { "last-day": { value: "none" } })).toEqual([]);
  });
});

describe("random records", () => {
  const someDay = fc.integer({ min: on - 60, max: on + 10 });
  const spells = fc.array(
    fc.record({
      at: fc.constantFrom("650202", "650202", "653101"),
      from: someDay,
      length: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      basis: fc.constantFrom(undefined, "own", "let"),
    }),
    { maxLength: 6 },
  );
  const homesOf = (list: typeof spells extends fc.Arbitrary<infer T> ? T : never) =>
    list.map(({ at, from, length, basis }): PlainRecord => ({
      at,
      from: formatDay(from),
      ...(length === undefined ? {} : { to: formatDay(from + length) }),
      ...(basis === undefined ? {} : { basis }),
    }));
  const payments = fc.array(
    fc
      .tuple(
        fc.integer({ min: on - 700, max: on + 60 }),
        fc.option(fc.integer({ min: 0, max: 300 })),
      )
      .map(([from, length]): PlainRecord => ({
        from: formatMonth(from),
        ...(length === null ? {} : { to: formatMonth(from + length) }),
      })),
    { maxLength: 5 },
  );
  const parcels = fc.array(
    fc
      .record({
        taken: fc.constantFrom(undefined, true, false),
        day: fc.constantFrom(undefined, "2020-01-01", "2021-06-30"),
        size: fc.constantFrom(undefined, 1, 5, 9),
      })
      .map(
        (record) =>
          Object.fromEntries(
            Object.entries(record).filter(([, value]) => value !== undefined),
          ) as PlainRecord,
      ),
    { maxLength: 4 },
  );

  it("unbroken-since walks back day by day", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const lived = (day: number): boolean =>
          list.some(
            ({ at, from, length }) =>
              at === "650202" && from <= day && (length === undefined || day <= from + length),
          );
        let since = Infinity;
        for (let day = on; lived(day); day -= 1) since = day;
        expect(bounds(slots({ homes: homesOf(list) }, ["homes"]), "there")).toEqual({
          lo: since,
          hi: since,
        });
      }),
      runs(1000),
    );
  });

  it("months-covered counts months one by one", () => {
    fc.assert(
      fc.property(payments, (list) => {
        const index = (month: string): number =>
          Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
        const current = civilOf(on).year * 12 + civilOf(on).month;
        let months = 0;
        for (let month = current - 60; month <= current; month += 1)
          if (
            list.some(({ from, to }) =>
              to === undefined
                ? index(String(from)) <= month && month < current
                : index(String(from)) <= month && month <= index(String(to)),
            )
          )
            months += 1;
        expect(bounds(slots({ payments: list }, ["payments"]), "paid")).toEqual({
          lo: months,
          hi: months,
        });
      }),
      runs(500),
    );
  });

  it("of a kind that may not be complete are never contradicted by more of them", () => {
    fc.assert(
      fc.property(
        fc.tuple(spells.map(homesOf), payments, parcels),
        fc.tuple(spells.map(homesOf), payments, parcels),
        fc.subarray(["homes", "payments", "parcels"]),
        (known, more, complete) => {
          const before = slots({ homes: known[0], payments: known[1], parcels: known[2] });
          const after = slots(
            {
              homes: [...known[0], ...more[0]],
              payments: [...more[1], ...known[1]],
              parcels: [...known[2], ...more[2]],
            },
            complete,
          );
          for (const { name, type } of pack.vocabulary.facts) {
            if (type.kind === "boolean") {
              const truth = before[slotName(name)]!;
              if (truth !== UNKNOWN) expect([name, after[slotName(name)]]).toEqual([name, truth]);
            } else if (type.kind === "date" || type.kind === "number") {
              const [a, b] = [bounds(before, name), bounds(after, name)];
              expect([name, b.lo >= a.lo, b.hi <= a.hi, b.lo <= b.hi]).toEqual([
                name,
                true,
                true,
                true,
              ]);
            }
          }
        },
      ),
      runs(1000),
    );
  });

  it("with a field left open are never contradicted by filling it in", () => {
    fc.assert(
      fc.property(
        spells,
        parcels,
        fc.constantFrom("own", "let"),
        fc.boolean(),
        fc.constantFrom(1, 9),
        (list, some, basis, taken, size) => {
          const before = slots({ homes: homesOf(list), parcels: some }, ["homes", "parcels"]);
          const after = slots(
            {
              homes: homesOf(list.map((spell) => ({ ...spell, basis: spell.basis ?? basis }))),
              parcels: some.map((parcel) => ({ taken, size, ...parcel })),
            },
            ["homes", "parcels"],
          );
          for (const name of ["any-taken", "all-taken", "large-taken"])
            if (before[slotName(name)] !== UNKNOWN)
              expect([name, after[slotName(name)]]).toEqual([name, before[slotName(name)]]);
          for (const name of ["there-own", "parcels.large", "there", "last-large", "last-day"]) {
            const [a, b] = [bounds(before, name), bounds(after, name)];
            expect([name, b.lo >= a.lo, b.hi <= a.hi]).toEqual([name, true, true]);
          }
        },
      ),
      runs(600),
    );
  });
});
