import { expect, it } from "vitest";
import { onEachServer, useDatabase } from "../platform/postgres/testing/index.ts";
import type { Act } from "./domain/act.ts";
import { viewHousehold } from "./read-household.ts";
import { dayAfter } from "./testing/made-up.ts";
import { doAct, looker, registerOn } from "./testing/register.ts";
import {
  daughter,
  family,
  father,
  grandmother,
  groundFor,
  mother,
  people,
  today,
  town,
} from "./testing/small-town.ts";
import { settleTown } from "./testing/town-database.ts";

onEachServer(async (server) => {
  const { database, owner } = await useDatabase(server);
  const register = registerOn(database, () => dayAfter(today, 3));
  const all = [people.father, people.mother, people.daughter, people.grandmother];

  const headedBy = (head: number, on: string): Act => ({
    act: "change-head",
    on,
    ground: groundFor([people.father, people.mother], on),
    household: family,
    seats: [
      { person: father, relation: head === father ? 2 : 11 },
      { person: mother, relation: head === mother ? 2 : 12 },
      { person: daughter, relation: 30 },
      { person: grandmother, relation: 97 },
    ],
  });
  const livingAt = (address: string, on: string): Act => ({
    act: "change-address",
    on,
    ground: groundFor(all, on),
    household: family,
    home: { kind: "new", address, community: "和平社区" },
  });
  const on = (day: string) => viewHousehold(register, town, family, day, looker);

  it("puts right on a day what was done wrong on it, and keeps nothing of a day that never was", async () => {
    await settleTown(register, owner);
    for (const [place, act] of [
      headedBy(mother, today),
      headedBy(father, today),
      headedBy(mother, today),
      livingAt("团结路 1 号", today),
      livingAt("团结路 2 号", today),
    ].entries()) {
      expect(await doAct(register, town, act, `again ${place}`)).toMatchObject({ kind: "done" });
    }
    const after = await on(today);
    expect(after?.days).toEqual(["2020-01-01", today]);
    expect(after?.members[0]).toMatchObject({ person: mother, relation: 2, since: today });
    expect(after?.dwelling?.address).toBe("团结路 2 号");
    expect(after?.version).toBe(6);
    const before = await on(dayAfter(today, -1));
    expect(before?.members[0]).toMatchObject({ person: father, relation: 2, since: "2020-01-01" });
    expect(before?.dwelling?.address).toBe("和平路 4 号");
  });

  it("shows a household on any day, also those to come", async () => {
    expect((await on("2019-12-31"))?.members).toEqual([]);
    expect((await on("2020-01-01"))?.members).toHaveLength(4);
    expect((await on("2999-01-01"))?.members).toHaveLength(4);
  });
});
