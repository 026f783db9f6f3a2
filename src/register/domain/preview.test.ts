import { expect, it } from "vitest";
import { tables } from "../testing/tables.ts";
import { viewOf } from "../testing/memory-register.ts";
import * as t from "../testing/small-town.ts";
import { decide } from "./decide.ts";
import type { Act } from "./act.ts";
import { findHouseholdOn } from "./household-on.ts";
import { previewOf } from "./preview.ts";

function preview(act: Act) {
  const register = t.smallTown();
  const view = viewOf(register, t.town, act, t.today);
  const ids = { people: [101], households: [102], dwellings: [103] };
  const verdict = decide(act, { view, county: t.town, ids, tables });
  return previewOf(view, verdict.ok ? verdict.events : []);
}

const relations = (of: ReturnType<typeof preview>["households"][number]["before"]) =>
  of?.members.map(({ person, relation }) => [person, relation]);

it("shows a household before and after a death, its new head first", () => {
  const { households, people } = preview(t.death(t.father, { seats: t.underMother }));
  expect(households).toHaveLength(1);
  expect(relations(households[0]?.before ?? null)).toEqual([
    [t.father, 2],
    [t.mother, 12],
    [t.daughter, 30],
    [t.grandmother, 50],
  ]);
  expect(relations(households[0]?.after ?? null)).toEqual([
    [t.mother, 2],
    [t.daughter, 30],
    [t.grandmother, 97],
  ]);
  expect(people).toEqual([]);
});

it("shows a household that begins, one that ends, and where each lives", () => {
  const { households } = preview({
    act: "move-within",
    as: "merger",
    on: t.today,
    ground: t.groundFor([t.people.single]),
    from: t.singleHousehold,
    movers: [{ person: t.single, relation: 97 }],
    into: { kind: "known", household: t.family },
    left: [],
    seats: [],
  });
  const [joined, left] = households;
  expect(joined?.after?.members).toHaveLength(5);
  expect(joined?.after?.dwelling?.dwelling).toBe(t.familyHome);
  expect(left?.before?.members).toHaveLength(1);
  expect(left?.after).toMatchObject({ ended: t.today, members: [], dwelling: null });
  const begun = preview({
    ...t.arriving([[t.people.single, 2]], "family", t.today),
    arrivals: [
      { from: "unregistered", particulars: { ...t.people.single, idNumber: null }, relation: 2 },
    ],
  });
  expect(begun.households[0]?.before).toBeNull();
  expect(begun.households[0]?.after).toMatchObject({
    household: 102,
    founded: t.today,
    version: 1,
  });
  expect(begun.people).toMatchObject([{ person: null, after: { name: t.people.single.name } }]);
});

it("shows a correction field by field, and of what is refused the household as it is", () => {
  const correct = {
    act: "correct",
    on: t.today,
    ground: t.groundFor([t.people.single]),
    person: t.single,
    after: { name: "新名", sex: t.people.single.sex },
  } satisfies Act;
  expect(preview(correct).people).toEqual([
    { person: t.single, before: { name: t.people.single.name }, after: { name: "新名" } },
  ]);
  const refused = preview(t.death(t.single, { on: "2019-01-01" }));
  expect(refused.people).toEqual([]);
  expect(relations(refused.households[0]?.after ?? null)).toEqual([[t.single, 2]]);
});

it("knows a household on any day", () => {
  const register = t.after(
    t.moveOut([t.grandmother], {
      on: "2020-03-01",
      ground: t.groundFor([t.people.grandmother], "2020-03-01"),
    }),
  );
  const on = (day: string) => findHouseholdOn(register.state, t.town, t.family, day);
  expect(on("2019-12-31")).toBeUndefined();
  expect(on("2020-01-01")?.members.map(({ person }) => person)).toContain(t.grandmother);
  expect(on("2020-02-29")?.members).toHaveLength(4);
  expect(on("2020-03-01")?.members).toHaveLength(3);
  expect(on("2020-03-01")?.members[1]).toMatchObject({ since: "2020-01-01" });
});
