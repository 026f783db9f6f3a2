import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInPack } from "../../../test/pack.ts";
import {
  decideDossier,
  type FieldType,
  formatDay,
  type PlainRecord,
  type PlainValue,
} from "../../policy/index.ts";
import { beyondRules, type Matter, minimalRequests, splitFacts } from "./minimal-request.ts";

const pack = builtInPack();
const on = "2026-05-01";

const matter: fc.Arbitrary<Matter> = fc
  .record({
    service: fc.constantFrom("settlement", "residence-permit", "benefits"),
    county: fc.constantFrom("990101", "652301", "653101"),
    kind: fc.constantFrom(undefined, "village", "town"),
  })
  .map(({ service, county, kind }) => ({
    service,
    place: { county, ...(kind === undefined ? {} : { kind }) },
    on,
  }));

function valueOf(type: FieldType): fc.Arbitrary<PlainValue> {
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...type.values.map(({ id }) => id));
    case "code":
      return fc.constantFrom("990101", "652301", "653101");
    case "date":
      return fc.integer({ min: 15_000, max: 20_500 }).map(formatDay);
    case "month":
      return fc.integer({ min: 15_000, max: 20_500 }).map((day) => formatDay(day).slice(0, 7));
    case "number":
      return fc.nat(100);
    case "text":
      return fc.constant("x");
  }
}

/** Every kind of record, all of them complete; of the kinds with an end, only those that go on. */
const everything = fc.record(
  Object.fromEntries(
    pack.vocabulary.records.map(({ name, fields }) => [
      name,
      fc.array(
        fc.record(
          Object.fromEntries(
            fields
              .filter((field) => field.name !== "to")
              .map((field) => [field.name, valueOf(field.type)]),
          ),
        ),
        { maxLength: 2 },
      ),
    ]),
  ),
) as fc.Arbitrary<Readonly<Record<string, readonly PlainRecord[]>>>;

describe("the minimal request", () => {
  it("leads to the same decision as everything that there is", () => {
    fc.assert(
      fc.property(matter, everything, (asked, records) => {
        const requests = minimalRequests(pack, asked);
        if (!requests.ok) throw new Error(JSON.stringify(requests.problems));
        const answered = requests.value.flatMap((each) => each.records);
        const given = Object.fromEntries(
          answered.map(({ kind, fields }) => [
            kind,
            (records[kind] ?? []).map((record) =>
              Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name))),
            ),
          ]),
        );
        const dossier = { ...asked, unsure: [], facts: {} };
        const decide = (of: typeof records, complete: readonly string[]) => {
          const decided = decideDossier(pack, { ...dossier, records: of, complete });
          if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
          const { outcome, covers } = decided.value;
          return {
            outcome,
            covers: covers.map(({ relation, members }) => ({
              relation,
              members: members.map(({ state }) => state),
            })),
          };
        };
        const all = decide(
          records,
          pack.vocabulary.records.map(({ name }) => name),
        );
        expect(
          decide(
            given,
            answered.map(({ kind }) => kind),
          ),
        ).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it("names each department once, its own records only, and the clauses that read them", () => {
    fc.assert(
      fc.property(matter, (asked) => {
        const requests = minimalRequests(pack, asked);
        const made = requests.ok ? requests.value : [];
        expect(new Set(made.map(({ department }) => department)).size).toBe(made.length);
        for (const { department, records, basis } of made) {
          for (const { kind } of records) {
            const found = pack.vocabulary.records.find(({ name }) => name === kind);
            expect(found?.heldBy).toBe(department);
          }
          expect(basis.length).toBeGreaterThan(0);
          expect(beyondRules(pack, asked, department, records)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("with one field or one record more is more than the rules read", () => {
    const tenant: Matter = {
      service: "settlement",
      place: { county: "652301", kind: "village" },
      on,
    };
    const beyond = (department: string, kind: string, ...fields: string[]) =>
      beyondRules(pack, tenant, department, [{ kind, fields }]);
    expect(beyond("human-resources", "insurances", "from", "to")).toEqual([]);
    expect(beyond("human-resources", "insurances", "from", "scheme")).toEqual([
      "insurances.scheme",
    ]);
    expect(beyond("human-resources", "employments", "employer")).toEqual(["employments"]);
    expect(beyond("tax", "insurances", "from")).toEqual(["insurances"]);
    expect(
      beyondRules(pack, { ...tenant, service: "anything" }, "tax", [
        { kind: "insurances", fields: [] },
      ]),
    ).toEqual(["insurances"]);
  });

  it("shrinks by what is known; what no record proves is the person's to say", () => {
    const student: Matter = {
      service: "settlement",
      place: { county: "990101", kind: "village" },
      on,
    };
    const departments = (known: Parameters<typeof minimalRequests>[2]) => {
      const requests = minimalRequests(pack, student, known);
      return requests.ok ? requests.value.map(({ department }) => department) : [];
    };
    expect(departments({})).toContain("agriculture");
    expect(departments({ complete: ["memberships"], records: { memberships: [] } })).not.toContain(
      "agriculture",
    );
    const split = splitFacts(pack, student);
    expect(split.ok && split.value.exchanged).toContain("village.member");
    expect(split.ok && split.value.asked).toContain("student.graduated");
    expect(split.ok && split.value.asked).not.toContain("village.member");
  });
});
