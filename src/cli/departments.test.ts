// The departments as a process of their own: killed at any moment, asked by a server that is killed too.
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import {
  answersOf,
  askDepartments,
  deliverDue,
  type Exchange,
  type Member,
} from "../exchange/index.ts";
import { newAsker } from "../exchange/testing/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { luohuProcess, startLuohu } from "./command-line.fixture.ts";
import { membersFile, readMembers, writeMembers } from "./members.ts";
import { startSandbox } from "./sandbox.ts";

const { database } = await useDatabase();
const data = mkdtempSync(join(tmpdir(), "luohu-sandbox-"));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});
const us = await newAsker("luohu");
const pack = builtInPack();
const county = 990_101;
const scope = { counties: [county], department: "public-security" };

let members: readonly Member[] | undefined;
const exchange: Exchange = {
  database,
  pack,
  clock: () => new Date(),
  random: randomBytes,
  keys: us.keys,
  members: () => members,
  patience: 2_000,
  attempts: 50,
};

async function start(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = startLuohu(["departments"], { env: { LUOHU_DATA: data } });
  children.push(child);
  const { stdout } = child;
  if (stdout === null) throw new Error("no output");
  const [url] = (await once(createInterface(stdout), "line")) as [string];
  members = readMembers(await (await fetch(`${url}directory.json`)).text());
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
  members = undefined;
}

const ask = (caseReference: string) =>
  database.inTransaction(scope, (tx) =>
    askDepartments(tx, exchange, {
      county,
      caseReference,
      person: 4711,
      idNumber: "990101197001019015",
      service: "settlement",
      place: { county: "990101", kind: "town" },
      on: "2026-05-01",
      purpose: "application",
      by: { account: "a", name: "林思齐" },
    }),
  );

const setDue = {
  name: "test-set-due",
  text: "UPDATE exchange_request SET next_attempt = now() - interval '1 s' WHERE state = 'waiting'",
};
const stateOf = {
  name: "test-states",
  text: `SELECT r.department, r.request_id AS request, r.state, count(*) FILTER (WHERE l.kind = 'asked') AS asked,
     count(*) FILTER (WHERE l.kind = 'answered') AS answered, min(encode(l.digest, 'hex')) FILTER (WHERE l.kind = 'answered') AS digest
   FROM exchange_request r JOIN exchange_log l USING (county, request_id) GROUP BY 1, 2, 3`,
};
type State = {
  readonly department: string;
  readonly request: string;
  readonly state: string;
  readonly asked: number;
  readonly answered: number;
  readonly digest: string;
};

it(
  "departments killed again and again: every question is answered once, and both logs agree",
  { timeout: 120_000 },
  async () => {
    mkdirSync(join(data, "departments"), { recursive: true });
    writeMembers(join(data, "departments", membersFile), [us.member]);
    const cases = Array.from({ length: 12 }, (_, index) => `K-${index}`);
    for (const each of cases) await ask(each);
    for (let round = 0; round < 6; round++) {
      const { child } = await start();
      const delivering = deliverDue(exchange);
      await sleep(5 + round * 12);
      await kill(child);
      await delivering;
      await database.inTransaction(scope, (tx) => tx.run(setDue));
    }
    const { child, url } = await start();
    for (;;) {
      await database.inTransaction(scope, (tx) => tx.run(setDue));
      if ((await deliverDue(exchange)) === 0) break;
    }
    const states = await database.inTransaction(scope, (tx) => tx.run<State>(stateOf));
    expect(states.length).toBeGreaterThan(cases.length * 4);
    expect(
      states.filter(
        ({ state, asked, answered }) => state !== "answered" || asked !== 1 || answered !== 1,
      ),
    ).toEqual([]);
    const logs = new Map<string, { request: string; answer: string }[]>();
    for (const department of new Set(states.map((each) => each.department))) {
      const log = await (await fetch(`${url}${department}/log`)).json();
      logs.set(department, log as { request: string; answer: string }[]);
    }
    for (const { department, request, digest } of states) {
      const theirs = logs.get(department)?.filter((each) => each.request === request);
      expect(theirs).toMatchObject([{ answer: digest }]);
    }
    const counted = [...logs.values()].reduce((sum, log) => sum + log.length, 0);
    expect(counted).toBe(states.length);
    const read = await database.inTransaction(scope, (tx) =>
      answersOf(tx, { county, caseReference: "K-0", person: 4711 }),
    );
    expect(read.open).toEqual([]);
    await kill(child);
  },
);

it("a second process leaves the journal to the first, and takes over when it is gone", async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  await kill(first.child);
  const [code] = (await once(second.child, "close")) as [number];
  expect(code).toBe(0);
});

it("a demo keeps them up, and ends them", { timeout: 30_000 }, async () => {
  const lines: string[] = [];
  const sandbox = startSandbox({
    data,
    askers: [us.member],
    env: process.env,
    log: (line) => lines.push(line),
  });
  const up = async (): Promise<string> => {
    for (;;) {
      const found = sandbox.members()?.[0]?.url;
      if (found !== undefined) return found;
      await sleep(20);
    }
  };
  const before = await up();
  const { origin } = new URL(before);
  const pid = Number(readFileSync(join(data, "departments", "running"), "utf8").split("\n")[1]);
  process.kill(pid, "SIGKILL");
  while (sandbox.members() !== undefined) await sleep(10);
  await up();
  const told = performance.now();
  await sandbox.stop();
  // It ended by itself, before it would have been killed.
  expect(performance.now() - told).toBeLessThan(450);
  expect(sandbox.members()).toBeUndefined();
  await expect(fetch(`${origin}/directory.json`)).rejects.toThrow();
  expect(lines.filter((line) => !line.includes("GET"))).toEqual([]);
});

it("says in one line what is wrong with its settings", async () => {
  const ended = await luohuProcess(["departments", "--port", "x", "--lang", "en"], {
    env: { LUOHU_DATA: data },
  });
  expect([ended.code, ended.stderr]).toEqual([
    2,
    'luohu: PORT must be a whole number from 0 to 65535, but is "x"\n',
  ]);
});
