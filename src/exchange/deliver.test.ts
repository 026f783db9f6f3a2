import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { useDepartments } from "../departments/testing/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { linkOf } from "../register/index.ts";
import { answersOf } from "./answers-of.ts";
import { type Ask, askDepartments } from "./ask-departments.ts";
import { callOff } from "./call-off.ts";
import { deliverDue } from "./deliver.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import { genesisOf } from "./log.ts";
import { send } from "./send.ts";
import { answerPosts, newAsker } from "./testing/index.ts";
import { verifyExchange } from "./verify-exchange.ts";

const pack = builtInPack();
const { database, owner } = await useDatabase();
const us = await newAsker("luohu");
const departments = await useDepartments(pack, [us.member]);
const exchange: Exchange = {
  database,
  pack,
  clock: () => new Date(),
  random: randomBytes,
  keys: us.keys,
  members: departments.members,
  patience: 10_000,
};

const county = 990_101;
let cases = 0;
const askOf = (changes: Partial<Ask> = {}): Ask => ({
  county,
  caseReference: `D-${++cases}`,
  person: 4711,
  idNumber: "990102199111119011",
  service: "settlement",
  place: { county: "990101", kind: "village" },
  on: "2026-05-01",
  purpose: "application",
  by: { account: "a", name: "林思齐" },
  ...changes,
});

async function ask(asked: Ask, by = exchange): Promise<readonly string[]> {
  const made = await database.inTransaction(scopeOf([asked.county]), (tx) =>
    askDepartments(tx, by, asked),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const read = ({ county: at, caseReference, person }: Ask) =>
  database.inTransaction(scopeOf([at]), (tx) =>
    answersOf(tx, { county: at, caseReference, person }),
  );

type Logged = { readonly request: string; readonly question: string; readonly answer: string };
async function theirLog(department: string): Promise<readonly Logged[]> {
  return (await fetch(`${departments.url()}${department}/log`)).json() as Promise<
    readonly Logged[]
  >;
}

async function ourLog(requests: readonly string[]) {
  const { rows } = await owner.pool.query<{
    request: string;
    kind: string;
    department: string;
    digest: string;
  }>(
    `SELECT request_id AS request, kind, department, encode(digest, 'hex') AS digest FROM exchange_log
     WHERE request_id = ANY ($1::uuid[]) ORDER BY seq`,
    [requests],
  );
  return rows;
}

const setDue = {
  name: "test-set-due",
  text: "UPDATE exchange_request SET next_attempt = now() + $1::interval WHERE request_id = ANY ($2::uuid[])",
};
const dueIn = (time: string, requests: readonly string[]) =>
  database.inTransaction(scopeOf([county]), (tx) => tx.run(setDue, [time, requests]));

describe("a case that asks", () => {
  it("gets what departments hold, with source and day, and both sides logged the same", async () => {
    const asked = askOf();
    const requests = await ask(asked);
    expect((await read(asked)).open.map(({ state }) => state)).toEqual(
      requests.map(() => "waiting"),
    );
    expect(await deliverDue(exchange)).toBe(requests.length);
    const { records, complete, open } = await read(asked);
    expect(open).toEqual([]);
    expect(complete.toSorted()).toEqual(["employments", "memberships", "registrations"]);
    expect(records["registrations"]).toMatchObject([{ at: "990102", source: "public-security" }]);
    const log = await ourLog(requests);
    expect(log.filter(({ kind }) => kind === "asked")).toHaveLength(requests.length);
    for (const request of requests) {
      const [question, answer] = log.filter((each) => each.request === request);
      const theirs = (await theirLog(question?.department ?? "")).filter(
        (each) => each.request === request,
      );
      expect(theirs).toMatchObject([{ question: question?.digest, answer: answer?.digest }]);
    }
    expect(await deliverDue(exchange)).toBe(0);
  });

  it("asks once, however often it is told to", async () => {
    const asked = askOf();
    const requests = await ask(asked);
    expect(requests.length).toBeGreaterThan(1);
    expect(await ask(asked)).toEqual([]);
    await deliverDue(exchange);
    expect(await ask(asked)).toEqual([]);
    expect(await ask({ ...asked, on: "2026-05-02" })).toHaveLength(requests.length);
    await deliverDue(exchange);
  });

  it("asks nobody about what is known", async () => {
    const known = { complete: ["memberships"], records: { memberships: [] } };
    const asked = askOf({ known });
    await ask(asked);
    const { open } = await read(asked);
    expect(open.map(({ department }) => department)).not.toContain("agriculture");
    await deliverDue(exchange);
  });

  it("that is not committed asks nothing", async () => {
    const asked = askOf();
    const undone = database.inTransaction(scopeOf([county]), async (tx) => {
      await askDepartments(tx, exchange, asked);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await deliverDue(exchange)).toBe(0);
    expect((await read(asked)).open).toEqual([]);
  });
});

describe("a question", () => {
  it("whose answer was lost on our side is answered again, the same, and counted once", async () => {
    const asked = askOf({ idNumber: "990101197001019015" });
    const requests = await ask(asked);
    const { rows } = await owner.pool.query<{ payload: Buffer }>(
      "SELECT payload FROM exchange_payload WHERE part = 'question' AND request_id = $1",
      [requests[0]],
    );
    const question = JSON.parse(rows[0]?.payload.toString() ?? "") as Parameters<typeof send>[1];
    const lost = await send(exchange, question);
    expect(lost.kind).toBe("answered");
    await deliverDue(exchange);
    const { records } = await read(asked);
    for (const [kind, list] of Object.entries(
      lost.kind === "answered" ? lost.answer.records : {},
    )) {
      expect(records[kind]).toEqual(list);
    }
    const theirs = await theirLog(question.department);
    expect(theirs.filter(({ request }) => request === question.request)).toHaveLength(1);
    expect((await ourLog([question.request])).map(({ kind }) => kind)).toEqual([
      "asked",
      "answered",
    ]);
  });

  it("that a killed server had taken is due again when its time is up", async () => {
    const asked = askOf();
    const requests = await ask(asked);
    await dueIn("30 s", requests);
    expect(await deliverDue(exchange)).toBe(0);
    const later = { ...exchange, clock: () => new Date(Date.now() + 31_000) };
    expect(await deliverDue({ ...later, members: () => undefined })).toBe(requests.length);
    await dueIn("-1 s", requests);
    await deliverDue(exchange);
    expect((await read(asked)).open).toEqual([]);
  });

  it("is not given up, however often who has it in hand is killed", async () => {
    const asked = askOf();
    const requests = await ask(asked);
    // Without a key nothing is sent: it ends as a kill does, with the question taken and nothing said.
    const killed = { ...exchange, keys: "/nowhere" };
    for (let times = 0; times < 12; times++) {
      await expect(deliverDue(killed)).rejects.toThrow();
      await dueIn("-1 s", requests);
    }
    expect(await deliverDue({ ...exchange, members: () => undefined })).toBe(requests.length);
    await dueIn("-1 s", requests);
    expect(await deliverDue(exchange)).toBe(requests.length);
    expect((await read(asked)).open).toEqual([]);
  });

  it("two servers take once each", async () => {
    const asked = askOf();
    const requests = await ask(asked);
    const taken = await Promise.all([
      deliverDue(exchange),
      deliverDue(exchange),
      deliverDue(exchange),
    ]);
    expect(taken.reduce((sum, count) => sum + count)).toBe(requests.length);
    expect((await ourLog(requests)).map(({ kind }) => kind).toSorted()).toEqual([
      ...requests.map(() => "answered"),
      ...requests.map(() => "asked"),
    ]);
  });

  it("that two servers sent, since the first was slow, is settled once", async () => {
    let slowed = false;
    const url = await answerPosts(async (path, body) => {
      if (!slowed) {
        slowed = true;
        await dueIn("-1 s", requests);
        while ((await deliverDue(exchange)) > 0);
      }
      const sent = await fetch(`${departments.url()}${path.slice(1)}`, {
        method: "POST",
        headers: { "content-type": "application/jose" },
        body,
      });
      return sent.text();
    });
    const members = () =>
      departments.members()?.map((each) => ({ ...each, url: `${url}/${each.member}` }));
    const asked = askOf();
    const requests = await ask(asked);
    await deliverDue({ ...exchange, members });
    expect((await read(asked)).open).toEqual([]);
    expect((await ourLog(requests)).filter(({ kind }) => kind === "answered")).toHaveLength(
      requests.length,
    );
  });

  it("that is called off is not sent, and an answer on its way is not taken", async () => {
    const [quick, slow] = [askOf(), askOf()];
    const off = (asked: Ask) =>
      database.inTransaction(scopeOf([county]), (tx) => callOff(tx, exchange, asked));
    await ask(quick);
    await off(quick);
    expect(await deliverDue(exchange)).toBe(0);
    const open = (await read(quick)).open.map(({ state }) => state);
    expect(new Set(open)).toEqual(new Set(["called-off"]));

    const keys = await ask(slow);
    const arrived: string[] = [];
    const held = Promise.withResolvers<string>();
    const url = await answerPosts((path) => {
      arrived.push(path);
      return held.promise;
    });
    const members = () => departments.members()?.map((each) => ({ ...each, url }));
    const delivering = deliverDue({ ...exchange, members });
    while (arrived.length < keys.length) await sleep(5);
    await off(slow);
    held.resolve("");
    await delivering;
    const after = await read(slow);
    expect(after.open.map(({ state }) => state)).toEqual(keys.map(() => "called-off"));
    const [log] = await verifyExchange({ database, keys: us.keys, counties: [county] });
    expect(log?.faults).toEqual([]);
  });

  it("about somebody who is erased while it is away leaves no answer", async () => {
    const asked = askOf({ person: 4712 });
    const keys = await ask(asked);
    const text = "DELETE FROM exchange_payload WHERE request_id = ANY ($1::uuid[])";
    const erase = () =>
      owner.inTransaction(scopeOf([county]), (tx) => tx.run({ name: "test-erase", text }, [keys]));
    const url = await answerPosts(async (path, body) => {
      await erase();
      const there = new URL(path.slice(1), departments.url());
      const headers = { "content-type": "application/jose" };
      return (await fetch(there, { method: "POST", headers, body })).text();
    });
    const members = () =>
      departments.members()?.map((each) => ({ ...each, url: `${url}/${each.member}` }));
    expect(await deliverDue({ ...exchange, members })).toBe(keys.length);
    const { rows } = await owner.pool.query(
      "SELECT state, count(*)::int FROM exchange_request WHERE request_id = ANY ($1::uuid[]) GROUP BY 1",
      [keys],
    );
    expect(rows).toEqual([{ state: "unreachable", count: keys.length }]);
    expect(await read(asked)).toMatchObject({ records: {}, complete: [] });
  });

  it("that gets no answer is sent again, less and less often, then given up: the facts stay unknown", async () => {
    const silent = createServer((socket) => socket.on("error", () => undefined)).listen(
      0,
      "127.0.0.1",
    );
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : 0;
    const members = () =>
      departments.members()?.map((each) => ({ ...each, url: `http://127.0.0.1:${port}/` }));
    let now = Date.now();
    const lines: string[] = [];
    const slow = { ...exchange, members, patience: 50, attempts: 3, clock: () => new Date(now) };
    const asked = askOf({ place: { county: "652301", kind: "village" } });
    const requests = await ask(asked, slow);
    const rounds = [];
    for (let round = 0; round < 5; round++) {
      rounds.push(await deliverDue(slow, (line) => lines.push(line)));
      expect(await deliverDue(slow)).toBe(0);
      now += 4_000;
    }
    silent.close();
    expect(rounds).toEqual([requests.length, requests.length, requests.length, 0, 0]);
    const { records, complete, open } = await read(asked);
    expect([records, complete]).toEqual([{}, []]);
    expect(new Set(open.map(({ state }) => state))).toEqual(new Set(["unreachable"]));
    expect(lines.every((line) => line.endsWith("late"))).toBe(true);
    expect(lines.join("\n")).not.toContain(asked.idNumber);
    expect((await ourLog(requests)).filter(({ kind }) => kind === "unreachable")).toHaveLength(
      requests.length,
    );
  });

  it("to a department that is in no directory is given up at once", async () => {
    const asked = askOf();
    await ask(asked);
    await deliverDue({ ...exchange, members: () => [] });
    expect((await read(asked)).open.map(({ state }) => state)).toContain("unreachable");
  });

  it("whose answer another signed, or that says more than was asked, has no answer", async () => {
    const stranger = await newAsker("human-resources");
    const members = () =>
      departments.members()?.map((each) => ({ ...each, keys: stranger.member.keys }));
    const asked = askOf();
    const lines: string[] = [];
    const requests = await ask(asked);
    await deliverDue({ ...exchange, members, attempts: 1 }, (line) => lines.push(line));
    expect(lines).toHaveLength(requests.length);
    expect(lines[0]).toMatch(/answer-bad-signature$/);
    expect((await read(asked)).records).toEqual({});
  });
});

describe("our log", () => {
  it("is a chain by the register's formula, which nobody changes", async () => {
    const { rows } = await owner.pool.query<{
      seq: number;
      entry_id: string;
      digest: Buffer;
      hash: Buffer;
    }>("SELECT seq, entry_id, digest, hash FROM exchange_log WHERE county = $1 ORDER BY seq", [
      county,
    ]);
    let head = genesisOf(county);
    for (const [index, { seq, entry_id, digest, hash }] of rows.entries()) {
      head = linkOf(head, county, index + 1, entry_id, digest);
      expect([seq, hash.toString("hex")]).toEqual([index + 1, head.toString("hex")]);
    }
    expect(rows.length).toBeGreaterThan(20);
    for (const pool of [database.pool, owner.pool]) {
      await expect(pool.query("UPDATE exchange_log SET digest = digest")).rejects.toMatchObject({
        code: "42501",
      });
      await expect(pool.query("DELETE FROM exchange_log")).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("and the questions are for the county's office and the department that was asked, not for others", async () => {
    const count = {
      name: "test-count-requests",
      text: "SELECT count(*) AS n, count(DISTINCT department) AS d FROM exchange_request",
    };
    const payloads = {
      name: "test-count-payloads",
      text: "SELECT count(*) AS n FROM exchange_payload",
    };
    const seen = (counties: number[], department: string, what = count) =>
      database.inTransaction({ counties, department }, (tx) =>
        tx.run<{ n: number; d: number }>(what),
      );
    expect((await seen([county], "public-security"))[0]?.n).toBeGreaterThan(10);
    expect(await seen([990_102], "public-security")).toEqual([{ n: 0, d: 0 }]);
    const [theirs] = await seen([county], "human-resources");
    expect(theirs?.n).toBeGreaterThan(3);
    expect(theirs?.d).toBe(1);
    expect(await seen([county], "human-resources", payloads)).toEqual([{ n: 0 }]);
    expect(await seen([990_102], "human-resources")).toEqual([{ n: 0, d: 0 }]);
  });
});
