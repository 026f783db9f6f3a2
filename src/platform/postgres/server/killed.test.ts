// kill -9 of everything that can be killed.
import { spawn } from "node:child_process";
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { DatabaseUnavailable } from "../failure.ts";
import { statement } from "../statement.ts";
import { inBox, kill, query, soon, waitForAnswer } from "../testing/box.ts";
import { dataOf } from "./place.ts";
import { isAlive } from "./process.ts";
import { postgresUser } from "./system-user.ts";

const ping = statement<{ n: number }>("test-killed-ping", "SELECT 1 AS n");

async function answers(database: Database): Promise<boolean> {
  const tried = await database
    .inTransaction({ counties: [], department: "" }, (tx) => tx.run(ping))
    .catch((error: unknown) => error);
  if (Array.isArray(tried)) return true;
  expect(tried).toBeInstanceOf(DatabaseUnavailable);
  return false;
}

test.concurrent(
  "PostgreSQL: it is started again, and the pool goes on",
  inBox(async (box) => {
    const lines: string[] = [];
    const server = await box.start((line) => lines.push(line));
    const database = openDatabase(server.ownerUrl);
    await query(server.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
    for (let round = 1; round <= 2; round++) {
      const before = box.postmasterPid();
      kill(before);
      await soon("back after kill -9 of PostgreSQL", async () => {
        while ([0, before].includes(box.postmasterPid())) await answers(database);
        while (!(await answers(database))) await sleep(20);
      });
    }
    expect(await query(server.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
    expect(lines[0]).toBe("PostgreSQL ended (SIGKILL): starting it again");
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(box.postmasters()).toHaveLength(1);
    await database.close();
    await server.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "one session: PostgreSQL ends all of them, and is still ours",
  inBox(async (box) => {
    const server = await box.start();
    const client = new pg.Client({ connectionString: server.ownerUrl });
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    kill(rows[0]?.pid ?? 0);
    await client.end().catch(() => undefined);
    await waitForAnswer(server.ownerUrl);

    // Another process joins it, rather than to stop it as left behind.
    const before = box.postmasterPid();
    const other = box.startInProcess();
    expect(await other.up).toBe(server.ownerUrl);
    expect(other.lines).toHaveLength(1);
    await other.tell("stop");
    expect(box.postmasterPid()).toBe(before);
    await waitForAnswer(server.ownerUrl);
    await server.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "PostgreSQL again and again: it is given up",
  { timeout: 60_000 },
  inBox(async (box) => {
    const lines: string[] = [];
    const server = await box.start((line) => lines.push(line));
    while (!lines.some((line) => line.includes("given up"))) {
      for (const pid of box.postmasters()) kill(pid);
      await sleep(50);
    }
    expect(lines.at(-1)).toMatch(/, again and again: given up, see .*server\.log$/);
    await server.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "who started it: PostgreSQL ends by itself",
  inBox(async (box) => {
    const started = box.startInProcess();
    await started.up;
    started.child.kill("SIGKILL");
    await soon("PostgreSQL ends after kill -9 of who started it", () => box.expectGone());
  }),
);

test.concurrent(
  "an end without stop(): PostgreSQL ends too",
  inBox(async (box) => {
    const started = box.startInProcess();
    await started.up;
    await started.tell("exit");
    await box.expectGone();
  }),
);

test.concurrent(
  "who started it, and a start at once",
  inBox(async (box) => {
    for (let round = 0; round < 3; round++) {
      const started = box.startInProcess();
      const url = await started.up;
      await query(url, "CREATE TABLE IF NOT EXISTS kept (n int)");
      await query(url, `INSERT INTO kept VALUES (${round})`);
      started.child.kill("SIGKILL");
      const again = await soon("start at once after kill -9", () => box.start());
      const found = await query(again.ownerUrl, "SELECT count(*)::int FROM kept");
      expect(found).toEqual([{ count: round + 1 }]);
      expect(box.postmasters()).toHaveLength(1);
      await again.stop();
    }
    await box.expectGone();
  }),
);

test.concurrent(
  "all but PostgreSQL: what was left behind is stopped, and there are never two",
  inBox(async (box) => {
    const started = box.startInProcess();
    await query(await started.up, "CREATE TABLE kept AS SELECT 1 AS n");
    const before = box.postmasterPid();
    // First the shell that would end it.
    for (const { pid, command } of box.processes()) if (command.startsWith("/bin/sh")) kill(pid);
    started.child.kill("SIGKILL");
    await started.ended;
    await sleep(300);
    expect(isAlive(before)).toBe(true);

    const lines: string[] = [];
    const again = await soon("start beside one left behind", () =>
      box.start((line) => lines.push(line)),
    );
    expect(lines).toEqual(["Stopping a PostgreSQL that a killed process left behind"]);
    expect(box.postmasters()).toEqual([box.postmasterPid()]);
    expect(box.postmasterPid()).not.toBe(before);
    expect(await query(again.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
    await again.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "everything",
  inBox(async (box) => {
    const started = box.startInProcess();
    await query(await started.up, "CREATE TABLE kept AS SELECT 1 AS n");
    started.child.kill("SIGKILL");
    for (const { pid } of box.processes()) kill(pid);
    const again = await soon("start after kill -9 of everything", () => box.start());
    expect(await query(again.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
    await again.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "another process that got PostgreSQL's old number is left alone",
  inBox(async ({ folder, start }) => {
    const files = [
      join(dataOf(join(folder, "cluster")), "postmaster.pid"),
      join(folder, "run", ".s.PGSQL.5432.lock"),
    ];
    const first = await start();
    const texts = files.map((file) => readFileSync(file, "utf8"));
    await first.stop();

    const user = postgresUser();
    const innocent = spawn("sleep", ["60"], { ...user, stdio: "ignore" });
    for (const [index, file] of files.entries()) {
      writeFileSync(file, (texts[index] ?? "").replace(/^\d+/, String(innocent.pid)));
      if (user !== undefined) chownSync(file, user.uid, user.gid);
    }
    const again = await soon("start with a number used again", () => start());
    expect(await query(again.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await again.stop();
    expect([innocent.exitCode, innocent.signalCode]).toEqual([null, null]);
    innocent.kill();
  }),
);

test.concurrent(
  "who was making it: it is made anew",
  inBox(async (box) => {
    const halfMade = () =>
      existsSync(box.folder)
        ? readdirSync(box.folder).find((name) => name.startsWith("cluster."))
        : undefined;
    const started = box.startInProcess();
    while (halfMade() === undefined) await sleep(2);
    await sleep(50);
    started.child.kill("SIGKILL");
    await started.ended;
    expect(existsSync(join(box.folder, "cluster"))).toBe(false);

    const again = await box.start();
    expect(halfMade()).toBeUndefined();
    expect(await query(again.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await again.stop();
    await box.expectGone();
  }),
);
