import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureKey } from "../platform/keys/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { viewOwnLookUps } from "./own-record.ts";
import { previewAct } from "./preview-act.ts";
import { viewBooklet } from "./read-booklet.ts";
import { viewHistory, viewHousehold } from "./read-household.ts";
import { viewPerson } from "./read-person.ts";
import { scopeOf } from "./register.ts";
import { searchPeople } from "./search-people.ts";
import { findLookUps } from "./store/look-ups.ts";
import { looker, registerOn } from "./testing/register.ts";
import {
  arriving,
  daughter,
  family,
  father,
  grandmother,
  groundFor,
  mother,
  neighbour,
  people,
  single,
  stranger,
  today,
  town,
} from "./testing/small-town.ts";
import { settleTown } from "./testing/town-database.ts";

const { database, owner } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "luohu-test-keys-"));
const register = registerOn(database, () => today, folder);

beforeAll(async () => {
  await ensureKey(folder, `${today}T00:00:00.000Z`);
  await settleTown(register, owner);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inOrder = (keys: readonly number[]) => keys.toSorted((a, b) => a - b);

/** The looks that `work` leaves behind, oldest first. */
async function looksOf(work: () => Promise<unknown>) {
  const read = () => {
    const match = {
      counties: [town, neighbour],
      purpose: null,
      role: null,
      from: null,
      until: null,
    };
    return database.inTransaction(scopeOf(match.counties), (tx) =>
      findLookUps(tx, match, null, 500),
    );
  };
  const before = new Set((await read()).map(({ id }) => id));
  await work();
  const after = (await read()).filter(({ id }) => !before.has(id));
  return after.toReversed().map(({ county, kind, people: seen }) => [county, kind, inOrder(seen)]);
}

const all = [father, mother, daughter, grandmother];

it.each([
  [
    "a search",
    () => searchPeople(register, town, { by: "address", text: "和平路4" }, looker),
    "search",
    all,
  ],
  [
    "a search that finds nobody",
    () => searchPeople(register, town, { by: "name", text: "赵" }, looker),
    "search",
    [],
  ],
  ["a person", () => viewPerson(register, town, single, looker), "person", [single]],
  ["a household", () => viewHousehold(register, town, family, today, looker), "household", all],
  [
    "a household before its time",
    () => viewHousehold(register, town, family, "1999-01-01", looker),
    "household",
    [],
  ],
  ["a history", () => viewHistory(register, town, family, looker), "household", all],
  ["a booklet", () => viewBooklet(register, town, family, null, looker), "booklet", all],
  [
    "a booklet of one's own",
    () => viewBooklet(register, town, family, mother, looker),
    "booklet",
    [mother],
  ],
])("writes down %s", async (_what, look, kind, seen) => {
  expect(await looksOf(look)).toEqual([[town, kind, inOrder(seen)]]);
});

it("writes down nothing where nothing is shown", async () => {
  const nobody = async () => {
    expect(await viewPerson(register, town, 9999, looker)).toBeUndefined();
    expect(await viewHousehold(register, town, 9999, today, looker)).toBeUndefined();
    expect(await viewBooklet(register, town, 9999, null, looker)).toBeUndefined();
  };
  expect(await looksOf(nobody)).toEqual([]);
});

it("writes down people of another county in that county, where they find it", async () => {
  const act = {
    ...arriving([]),
    on: today,
    ground: groundFor([people.stranger]),
    arrivals: [{ from: "county" as const, county: neighbour, person: stranger, relation: 2 }],
  };
  const looks = await looksOf(() => previewAct(register, town, act, looker));
  expect(looks).toEqual([[neighbour, "act", [stranger, stranger + 1]]]);
  const number = people.stranger.idNumber ?? "";
  const search = { by: "id-number", text: number } as const;
  expect(await looksOf(() => searchPeople(register, town, search, looker))).toEqual([
    [neighbour, "search", [stranger]],
  ]);
  const own = await viewOwnLookUps(register, stranger);
  expect(own.map(({ kind }) => kind)).toEqual(["search", "act"]);
  expect(await viewOwnLookUps(register, single)).not.toContainEqual(own[0]);
});

it("shows nothing that cannot be written down", async () => {
  // No purpose: the table refuses it, and with it the look.
  const bad = { ...looker, purpose: null as unknown as string };
  await expect(viewPerson(register, town, single, bad)).rejects.toThrow(/null value/);
});
