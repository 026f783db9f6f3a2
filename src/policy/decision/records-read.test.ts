import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fact, filesOf, loadOrThrow, rule, same } from "../testing/pack-files.ts";
import { runs } from "../testing/properties.ts";
import { recordsRead } from "./records-read.ts";

const kinds = ["k0", "k1", "k2", "k3"] as const;
const places = ["village", "town", "city"] as const;
const fields = ["a", "b", "c", "d"] as const;

/** Facts of records: some record of the kind has all of these fields. */
type Derived = { readonly kind: (typeof kinds)[number]; readonly fields: readonly string[] };
type RuleOf = {
  readonly where: readonly (typeof places)[number][];
  readonly facts: readonly number[];
  readonly by: "and" | "or";
};

const derived: fc.Arbitrary<readonly Derived[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    fields: fc.subarray([...fields], { minLength: 1 }),
  }),
  { minLength: 2, maxLength: 6 },
);
const law = derived.chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    rules: fc.array(
      fc.record({
        where: fc.subarray([...places], { minLength: 1 }),
        facts: fc.uniqueArray(fc.nat(facts.length - 1), { minLength: 1, maxLength: 3 }),
        by: fc.constantFrom("and" as const, "or" as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

function packOf(facts: readonly Derived[], rules: readonly RuleOf[]) {
  const field = (label: string) => ({ type: "boolean", label: same(label) });
  return loadOrThrow(
    filesOf({
      records: kinds.map((kind) => ({
        record: kind,
        label: same(kind),
        "held-by": "police",
        fields: {
          ...Object.fromEntries(fields.map((name) => [name, field(name)])),
          key: { ...field("key"), required: true },
          note: { type: "text", label: same("note") },
        },
      })),
      facts: [
        fact("place.kind", places),
        ...facts.map(({ kind, fields: all }, index) =>
          fact(`f${index}`, "boolean", {
            derive: `some x in ${kind} satisfies ${all.map((name) => `x.${name}`).join(" and ")}`,
          }),
        ),
      ],
      rules: rules.map(({ where, facts: read, by }, index) =>
        rule(`r${index}`, {
          clause: `C${index}`,
          where: `place.kind in [${where.join(", ")}]`,
          when: read.map((name) => `f${name}`).join(` ${by} `),
        }),
      ),
    }),
  );
}

const dossier = (kind: string, facts: Record<string, boolean> = {}) => ({
  on: "2026-05-01",
  place: { county: "650102", kind },
  complete: [],
  unsure: [],
  records: {},
  facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value }])),
});

describe("records that rules can read", () => {
  it("are those of the rules that apply at the place, with their fields and clauses, and no others", () => {
    const law2 = fc.tuple(law, fc.constantFrom(...places));
    fc.assert(
      fc.property(law2, ([{ facts, rules }, place]) => {
        const read = recordsRead(packOf(facts, rules), "settlement", dossier(place));
        const here = rules
          .map((each, index) => ({ ...each, index }))
          .filter(({ where }) => where.includes(place));
        const expected = kinds.flatMap((kind) => {
          const uses = here.filter((each) => each.facts.some((name) => facts[name]?.kind === kind));
          if (uses.length === 0) return [];
          const named = uses.flatMap((each) =>
            each.facts.flatMap((name) => (facts[name]?.kind === kind ? facts[name].fields : [])),
          );
          return [
            {
              kind,
              fields: [...fields.filter((name) => named.includes(name)), "key"],
              clauses: uses.map(({ index }) => `C${index}`),
            },
          ];
        });
        const found = read.ok
          ? read.value.records.map((each) => ({
              kind: each.kind.name,
              fields: each.fields,
              clauses: [...each.clauses].toSorted(),
            }))
          : read.problems;
        expect(found).toEqual(expected);
      }),
      runs(150),
    );
  });

  it("are fewer once something is known that settles a rule", () => {
    const facts: readonly Derived[] = [
      { kind: "k0", fields: ["a"] },
      { kind: "k1", fields: ["b"] },
      { kind: "k2", fields: ["c"] },
    ];
    const pack = packOf(facts, [
      { where: ["town"], facts: [0, 1], by: "and" },
      { where: ["town"], facts: [1, 2], by: "or" },
    ]);
    const kindsRead = (known: Record<string, boolean>) => {
      const read = recordsRead(pack, "settlement", dossier("town", known));
      return read.ok ? read.value.records.map(({ kind }) => kind.name) : read.problems;
    };
    expect(kindsRead({})).toEqual(["k0", "k1", "k2"]);
    expect(kindsRead({ f0: true })).toEqual(["k1", "k2"]);
    expect(kindsRead({ f0: false })).toEqual(["k1", "k2"]);
    expect(kindsRead({ f0: false, f1: true })).toEqual([]);
    expect(kindsRead({ f1: false })).toEqual(["k2"]);
  });

  it("are none where there is no law", () => {
    const pack = packOf(
      [{ kind: "k0", fields: ["a"] }],
      [{ where: ["town"], facts: [0], by: "or" }],
    );
    const read = recordsRead(pack, "settlement", { ...dossier("town"), on: "2001-01-01" });
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["no-text-in-force"]);
  });
});
