import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { onEachServer, useDatabase } from "../platform/postgres/testing/index.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import { genesisOf, linkOf } from "./chain/link.ts";
import type { Act } from "./domain/act.ts";
import { type ActOutcome, performAct } from "./perform-act.ts";
import { previewAct } from "./preview-act.ts";
import { decideOnProposal } from "./proposals.ts";
import { scopeOf } from "./register.ts";
import { actKey, approver, clerk, doAct, looker, registerOn } from "./testing/register.ts";
import { dayAfter, madeUpPerson } from "./testing/made-up.ts";
import {
  arriving,
  family,
  father,
  groundFor,
  mother,
  neighbour,
  people,
  singleHousehold,
  today,
  town,
} from "./testing/small-town.ts";
import { settleTown } from "./testing/town-database.ts";
import { readVersions, type Versions } from "./versions.ts";

onEachServer(async (server) => {
  const { appUrl, database: few, owner } = await useDatabase(server);
  const database = openDatabase(appUrl, { size: 24 });
  afterAll(() => database.close());
  const register = registerOn(database, () => today);

  const seenOf = async (act: Act, county = town): Promise<Versions> =>
    readVersions((await previewAct(register, county, act, looker)).ifMatch) ?? new Map();
  const send = (act: Act, seen: Versions, sent: { county?: number; key?: string } = {}) =>
    performAct(register, { county: town, key: randomUUID(), act, seen, actor: clerk, ...sent });
  const kinds = (outcomes: readonly ActOutcome[]) => outcomes.map(({ kind }) => kind).toSorted();

  const correct = (after: object, on = today): Act => ({
    act: "correct",
    on,
    ground: groundFor([people.mother]),
    person: mother,
    after,
  });
  const changeHead: Act = {
    act: "change-head",
    on: today,
    ground: groundFor([people.mother]),
    household: family,
    seats: [
      { person: mother, relation: 2 },
      { person: father, relation: 11 },
      { person: father + 2, relation: 30 },
      { person: father + 3, relation: 97 },
    ],
  };
  const comeIn = (place: number, household = singleHousehold): Act => ({
    ...arriving([[madeUpPerson(100 + place, "1991-02-03", { female: false, numbered: true }), 97]]),
    on: today,
    into: { kind: "known", household },
  });

  async function wholeChain(county: number): Promise<number> {
    const rows = await few.inTransaction(scopeOf([county]), (tx) =>
      tx.run<{ seq: number; event: string; digest: Buffer; prev: Buffer; hash: Buffer }>(
        {
          name: "test-read-chain",
          text: `SELECT seq, event_id AS event, digest, prev_hash AS prev, hash FROM register_event
                 WHERE county = $1 ORDER BY seq`,
        },
        [county],
      ),
    );
    let before = genesisOf(county);
    for (const [index, { seq, event, digest, prev, hash }] of rows.entries()) {
      expect([seq, prev]).toEqual([index + 1, before]);
      expect(hash).toEqual(linkOf(before, county, seq, event, digest));
      before = hash;
    }
    return rows.length;
  }

  it("lets one of two clerks on one household win, and tells the other what changed", async () => {
    await settleTown(register, owner);
    const seen = await seenOf(changeHead);
    const other = comeIn(0, family);
    const otherSeen = await seenOf(other);
    const outcomes = await Promise.all([
      send(changeHead, seen),
      send(other, otherSeen),
      send(changeHead, seen),
    ]);
    expect(kinds(outcomes)).toEqual(["done", "stale", "stale"]);
    const lost = outcomes.find((outcome) => outcome.kind === "stale");
    expect(lost?.changed).toContainEqual({ tag: `h${family}`, seen: 1, now: 2 });
  });

  it("lets one of ten win who saw the same household", async () => {
    const acts = Array.from({ length: 10 }, (_, place) => comeIn(500 + place, family));
    const seen = await seenOf(comeIn(500, family));
    const outcomes = await Promise.all(acts.map((act) => send(act, seen)));
    expect(kinds(outcomes).filter((kind) => kind === "done")).toHaveLength(1);
    expect(kinds(outcomes).filter((kind) => kind === "stale")).toHaveLength(9);
  });

  it("does an act that is sent ten times at once one time, and gives all the same receipt", async () => {
    const act = correct({ education: 60 });
    const seen = await seenOf(act);
    const before = await wholeChain(town);
    const key = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send(act, seen, { key })));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(outcomes[0]?.kind).toBe("done");
    expect(await wholeChain(town)).toBe(before + 1);

    // Where nothing is locked, since everything begins with the act, the key alone holds.
    for (const numbered of [true, false]) {
      const founding = {
        ...arriving([[madeUpPerson(300, "1980-01-01", { female: true, numbered }), 2]]),
        on: today,
      };
      const key = actKey(`founding ${numbered}`);
      const founded = await Promise.all(
        Array.from({ length: 10 }, () => send(founding, new Map(), { key })),
      );
      for (const outcome of founded) expect(outcome).toEqual(founded[0]);
      // Who has no number may be registered already: a second person looks.
      expect(founded[0]?.kind).toBe(numbered ? "done" : "proposed");
    }
    expect(await wholeChain(town)).toBe(before + 2);

    const another = await send(
      correct({ education: 70 }),
      await seenOf(correct({ education: 70 })),
      { key },
    );
    expect(another.kind).toBe("key-taken");
  });

  it("gives a number to one of those who come with it at once, and refuses the others with a code", async () => {
    const same = madeUpPerson(200, "1992-05-06", { female: false, numbered: true });
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, place) => {
        const act = arriving([[same, 2]], "family", today);
        return send(act, new Map(), { county: place % 2 === 0 ? town : neighbour });
      }),
    );
    expect(kinds(outcomes)).toEqual(["done", ...Array.from({ length: 5 }, () => "refused")]);
    const codes = outcomes.flatMap((each) =>
      each.kind === "refused" ? each.refusals.map(({ code }) => code) : [],
    );
    expect(new Set(codes)).toEqual(new Set(["already-registered"]));
  });

  it("settles many at once in one county, and chains all of them", async () => {
    const before = await wholeChain(town);
    const tries = 40;
    const outcomes = await Promise.all(
      Array.from({ length: tries }, async (_, place) => {
        const act = comeIn(1 + place);
        for (;;) {
          const outcome = await send(act, await seenOf(act));
          if (outcome.kind !== "stale") return outcome;
        }
      }),
    );
    expect(new Set(kinds(outcomes))).toEqual(new Set(["done"]));
    expect(await wholeChain(town)).toBe(before + tries);
  }, 60_000);

  it("moves people to and fro between two counties at once, and nobody waits for ever", async () => {
    const tomorrow = dayAfter(today, 1);
    const later = registerOn(database, () => tomorrow);
    const movers = await Promise.all(
      Array.from({ length: 16 }, async (_, place) => {
        const particulars = madeUpPerson(400 + place, "1970-03-04", {
          female: false,
          numbered: true,
        });
        const from = place % 2 === 0 ? town : neighbour;
        const key = `come ${place}`;
        const outcome = await doAct(
          register,
          from,
          arriving([[particulars, 2]], "family", today),
          key,
        );
        if (outcome.kind !== "done") expect.fail(JSON.stringify(outcome));
        return { particulars, from, person: outcome.receipt.people[0]?.person ?? 0 };
      }),
    );
    const outcomes = await Promise.all(
      movers.map(({ particulars, from, person }, place) => {
        const act: Act = {
          ...arriving([]),
          on: tomorrow,
          ground: groundFor([particulars], tomorrow),
          arrivals: [{ from: "county", county: from, person, relation: 2 }],
        };
        return doAct(later, from === town ? neighbour : town, act, `move ${place}`);
      }),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["done"]));
    await wholeChain(town);
    await wholeChain(neighbour);
  }, 60_000);

  it("lets one of two approvers decide", async () => {
    const later = registerOn(database, () => dayAfter(today, 1));
    const act = correct({ name: "新名" }, dayAfter(today, 1));
    const seen = await seenOf(act);
    const proposed = await performAct(later, {
      county: town,
      act,
      key: randomUUID(),
      seen,
      actor: clerk,
    });
    if (proposed.kind !== "proposed") expect.fail(JSON.stringify(proposed));
    const asked = { county: town, proposal: proposed.proposal.proposal, reason: "" };
    const outcomes = await Promise.all(
      (["approve", "approve", "reject"] as const).map((verdict, place) =>
        decideOnProposal(later, { ...asked, verdict, actor: { ...approver, account: `${place}` } }),
      ),
    );
    const done = outcomes.filter(({ kind }) => kind === "done" || kind === "rejected");
    expect(done).toHaveLength(1);
  });
});
