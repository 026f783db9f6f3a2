import * as fc from "fast-check";
import { expect, it } from "vitest";
import { histories, play } from "../testing/random-histories.ts";
import type { Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import { headRelation } from "./shapes.ts";

const ground = { clause: "R8", papers: [], signatures: [] };

it("has nothing for an erased correction to change", () => {
  const correction = {
    type: "particulars-corrected",
    on: "2020-01-01",
    ground,
    person: 1,
  } as const;
  expect(changesOf({ ...correction, before: { name: "甲" }, after: { name: "乙" } })).toHaveLength(
    1,
  );
  expect(changesOf({ ...correction, before: {}, after: {} })).toEqual([]);
});

/** Constraints are checked row by row: at no step two heads, nor a seat of or in what is not there. */
it("comes in an order that no constraint refuses", () => {
  fc.assert(
    fc.property(histories(), (steps) => {
      const tables = new Map<number, ReturnType<typeof county>>();
      for (const { county: at, payload } of play(steps).register.log) {
        const table = tables.get(at) ?? county();
        tables.set(at, table);
        for (const change of changesOf(payload)) table(change);
      }
    }),
    { numRuns: 150 },
  );
});

function county(): (change: Change) => void {
  const households = new Set<number>();
  const people = new Set<number>();
  const dwellings = new Set<number>();
  const seats = new Map<number, { readonly household: number; readonly relation: number }>();
  return (change) => {
    if (change.do === "open-household") households.add(change.household);
    if (change.do === "put-person") people.add(change.person);
    if (change.do === "put-dwelling") dwellings.add(change.dwelling.dwelling);
    if (change.do === "set-residence") {
      expect([dwellings.has(change.dwelling), households.has(change.household)]).toEqual([
        true,
        true,
      ]);
    }
    if (change.do === "close-seat") seats.delete(change.person);
    if (change.do === "close-household") {
      expect([...seats.values()].some(({ household }) => household === change.household)).toBe(
        false,
      );
    }
    if (change.do !== "set-seat") return;
    const { household, person, relation } = change;
    expect([households.has(household), people.has(person)]).toEqual([true, true]);
    seats.set(person, { household, relation });
    const heads = [...seats.values()].filter(
      (seat) => seat.household === household && seat.relation === headRelation,
    );
    expect(heads.length).toBeLessThanOrEqual(1);
  };
}
