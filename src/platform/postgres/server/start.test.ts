import { spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findProcesses } from "../../../../test/checkout.ts";
import { type Database, openDatabase } from "../database.ts";
import { DatabaseUnavailable } from "../failure.ts";
import { statement } from "../statement.ts";
import { dataOf } from "./place.ts";
import { isAlive } from "./process.ts";
import { startPostgres } from "./start.ts";
import { canEnter, postgresUser } from "./system-user.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const script = join(import.meta.dirname, "../testing/start-postgres.ts");

let base = "";
let folder = "";
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "luohu-postgres-")));
  chmodSync(base, 0o755);
  folder = join(base, "postgres");
});
afterEach(async () => {
  for (const { pid } of findProcesses(base)) kill(pid);
  const moved = join(folder, "moved-to");
  if (existsSync(moved)) rmSync(readFileSync(moved, "utf8").trim(), { recursive: true });
  rmSync(base, { recursive: true });
});

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}

/** A process of its own that starts PostgreSQL on the folder, as another user if so told. */
function startInProcess(uid?: number) {
  const child = spawn(process.execPath, [script, folder], {
    cwd: "/",
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const up = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("up: ")) resolve(line.slice("up: ".length));
      if (line.startsWith("failed: ")) reject(new Error(line));
    });
  });
  up.catch(() => undefined);
  const tell = async (word: string) => {
    child.stdin.end(`${word}\n`);
    return ended;
  };
  return { child, up, ended, lines, tell };
}

const postgresProcesses = () =>
  findProcesses(base).filter(({ command }) => !/start-postgres.ts/.test(command));
const postmasters = () =>
  postgresProcesses().filter(({ command }) => /^\S*postgres -D/.test(command));
const pidFile = () => join(dataOf(join(folder, "cluster")), "postmaster.pid");
const postmasterPid = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

async function expectGone(): Promise<void> {
  for (let tries = 0; tries < 200 && findProcesses(base).length > 0; tries++) await sleep(50);
  expect(findProcesses(base)).toEqual([]);
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Usually a tenth of a second; seconds on a machine that does much else at once. */
async function soon<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const milliseconds = Math.round(performance.now() - began);
  if (process.env["TIMES"] === "1") process.stdout.write(`${what}: ${milliseconds} ms\n`);
  expect(milliseconds, what).toBeLessThan(8_000);
  return result;
}

test("it is made once, keeps what it was given, and leaves no process", async () => {
  const first = await soon("first start", () => startPostgres({ folder }));
  expect(first.version).toMatch(/^18\.\d+$/);
  await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  await soon("stop", () => first.stop());
  await expectGone();

  const second = await soon("second start", () => startPostgres({ folder }));
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await query(second.ownerUrl, "TABLE kept")).toEqual([{ answer: 42 }]);
  await second.stop();
  await expectGone();
});

test("nobody else gets in, and what is written is kept", async () => {
  const server = await startPostgres({ folder });
  try {
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(join(folder, "cluster", "passwords.json"))).toBe("600");
    expect(mode(join(folder, "server.log"))).toBe("600");
    expect(mode(join(folder, "run"))).toBe("700");
    expect(mode(dataOf(join(folder, "cluster")))).toBe("700");

    const [settings] = await query(
      server.ownerUrl,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS commits, current_setting('jit') AS jit,
         current_setting('data_checksums') AS checksums, current_setting('timezone') AS zone,
         pg_encoding_to_char(encoding) AS encoding, datctype AS locale
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual({
      listens: "",
      fsync: "on",
      commits: "on",
      jit: "off",
      checksums: "on",
      zone: "UTC",
      encoding: "UTF8",
      locale: "C.UTF-8",
    });
    const roles = await query(
      server.ownerUrl,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'luohu%'
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    expect(roles).toEqual([]);

    const as = (role: string, password: string) => {
      const url = new URL(server.ownerUrl);
      url.username = role;
      url.password = password;
      return query(url.href, "SELECT 1");
    };
    await expect(as("luohu_owner", "wrong")).rejects.toThrow(/password authentication failed/);
    await expect(as("postgres", "")).rejects.toThrow();
  } finally {
    await server.stop();
  }
});

test("its log holds no personal data", async () => {
  const server = await startPostgres({ folder });
  await query(server.ownerUrl, "CREATE TABLE person (name text PRIMARY KEY)");
  await query(server.ownerUrl, "INSERT INTO person VALUES ('张三丰')");
  await expect(query(server.ownerUrl, "INSERT INTO person VALUES ('张三丰')")).rejects.toThrow();
  await expect(query(server.ownerUrl, "SELECT '张三丰'::int")).rejects.toThrow();
  await server.stop();
  expect(readFileSync(join(folder, "server.log"), "utf8")).not.toContain("张三丰");
});

const ping = statement<{ n: number }>("test-start-ping", "SELECT 1 AS n");
const scope = { counties: [], department: "" } as const;

async function answers(database: Database): Promise<boolean> {
  const tried = await database
    .inTransaction(scope, (tx) => tx.run(ping))
    .catch((error: unknown) => error);
  if (Array.isArray(tried)) return true;
  expect(tried).toBeInstanceOf(DatabaseUnavailable);
  return false;
}

test("when PostgreSQL is killed, it is started again, and the pool goes on", async () => {
  const lines: string[] = [];
  const server = await startPostgres({ folder, log: (line) => lines.push(line) });
  const database = openDatabase(server.ownerUrl);
  try {
    await query(server.ownerUrl, "CREATE TABLE kept (n int)");
    await query(server.ownerUrl, "INSERT INTO kept VALUES (1)");
    for (let round = 1; round <= 2; round++) {
      const before = postmasterPid();
      kill(before);
      await soon("back after kill -9 of PostgreSQL", async () => {
        while (!existsSync(pidFile()) || postmasterPid() === before) await answers(database);
        while (!(await answers(database))) await sleep(20);
      });
    }
    expect(await query(server.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
    expect(lines).toEqual(Array(2).fill("PostgreSQL ended: SIGKILL. Starting it again."));
    expect(postmasters()).toHaveLength(1);
  } finally {
    await database.close();
    await server.stop();
  }
  await expectGone();
});

test("when one session is killed, it is still ours", async () => {
  const server = await startPostgres({ folder });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  kill(rows[0]?.pid ?? 0);
  await client.end().catch(() => undefined);
  for (let tries = 0; tries < 100; tries++) {
    if (
      await query(server.ownerUrl, "SELECT 1").then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(20);
  }
  // Another process joins it, rather than to stop it as left behind.
  const other = startInProcess();
  expect(await other.up).toBe(server.ownerUrl);
  expect(other.lines).toHaveLength(1);
  await other.tell("stop");
  expect(await query(server.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await server.stop();
  await expectGone();
});

test("a PostgreSQL that does not stay up is given up", { timeout: 60_000 }, async () => {
  const lines: string[] = [];
  const server = await startPostgres({ folder, log: (line) => lines.push(line) });
  const began = Date.now();
  while (!lines.some((line) => line.includes("within a minute")) && Date.now() - began < 50_000) {
    for (const { pid } of postmasters()) kill(pid);
    await sleep(50);
  }
  expect(lines.at(-1)).toMatch(/That was 6 times within a minute\. See .*server\.log$/);
  await server.stop();
  await expectGone();
});

test("one that cannot start says why, at once", async () => {
  await (await startPostgres({ folder })).stop();
  appendFileSync(join(dataOf(join(folder, "cluster")), "postgresql.conf"), "no_such_setting = 1\n");
  await expect(soon("refusal", () => startPostgres({ folder }))).rejects.toThrow(
    /PostgreSQL does not start: .*, see .*server\.log/,
  );
});

test("kill -9 of us: PostgreSQL ends by itself", async () => {
  const started = startInProcess();
  await started.up;
  started.child.kill("SIGKILL");
  await soon("PostgreSQL ends after kill -9 of who started it", expectGone);
});

test("an end without stop(): PostgreSQL ends too", async () => {
  const started = startInProcess();
  await started.up;
  await started.tell("exit");
  await expectGone();
});

test("kill -9 of us, and a start at once", async () => {
  for (let round = 0; round < 3; round++) {
    const started = startInProcess();
    const url = await started.up;
    await query(url, "CREATE TABLE IF NOT EXISTS kept (n int)");
    await query(url, `INSERT INTO kept VALUES (${round})`);
    started.child.kill("SIGKILL");
    const again = await soon("start at once after kill -9", () => startPostgres({ folder }));
    expect(await query(again.ownerUrl, "SELECT count(*)::int FROM kept")).toEqual([
      { count: round + 1 },
    ]);
    expect(postmasters()).toHaveLength(1);
    await again.stop();
  }
  await expectGone();
});

test("a PostgreSQL that outlived everybody is stopped, and there are never two", async () => {
  const started = startInProcess();
  const url = await started.up;
  await query(url, "CREATE TABLE kept AS SELECT 1 AS n");
  const before = postmasterPid();
  // First the shell that would end it.
  for (const { pid, command } of postgresProcesses()) if (command.startsWith("/bin/sh")) kill(pid);
  started.child.kill("SIGKILL");
  await started.ended;
  await sleep(300);
  expect(isAlive(before)).toBe(true);

  const lines: string[] = [];
  const again = await soon("start beside one left behind", () =>
    startPostgres({ folder, log: (line) => lines.push(line) }),
  );
  expect(lines).toEqual(["Stopping a PostgreSQL that a killed process left behind"]);
  expect(postmasters()).toHaveLength(1);
  expect(postmasterPid()).not.toBe(before);
  expect(await query(again.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
  await again.stop();
  await expectGone();
});

test("kill -9 of everything", async () => {
  const started = startInProcess();
  const url = await started.up;
  await query(url, "CREATE TABLE kept AS SELECT 1 AS n");
  started.child.kill("SIGKILL");
  for (const { pid } of postgresProcesses()) kill(pid);
  const again = await soon("start after kill -9 of everything", () => startPostgres({ folder }));
  expect(await query(again.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
  await again.stop();
  await expectGone();
});

test("another process that got PostgreSQL's old number is left alone", async () => {
  const first = await startPostgres({ folder });
  const socketLock = readFileSync(join(folder, "run", ".s.PGSQL.5432.lock"), "utf8");
  const said = readFileSync(pidFile(), "utf8");
  await first.stop();

  const user = postgresUser();
  const innocent = spawn("sleep", ["60"], { ...user, stdio: "ignore" });
  for (const [path, text] of [
    [pidFile(), said],
    [join(folder, "run", ".s.PGSQL.5432.lock"), socketLock],
  ] as const) {
    writeFileSync(path, text.replace(/^\d+/, String(innocent.pid)));
    if (user !== undefined) chownSync(path, user.uid, user.gid);
  }
  try {
    const again = await soon("start with a reused number", () => startPostgres({ folder }));
    expect(await query(again.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await again.stop();
    expect(innocent.exitCode).toBeNull();
    expect(innocent.signalCode).toBeNull();
  } finally {
    innocent.kill();
  }
});

test("killed while it was made, it is made anew", async () => {
  const started = startInProcess();
  const halfMade = () =>
    existsSync(folder)
      ? readdirSync(folder).find((name) => name.startsWith("cluster."))
      : undefined;
  while (halfMade() === undefined) await sleep(2);
  await sleep(50);
  started.child.kill("SIGKILL");
  await started.ended;
  expect(existsSync(join(folder, "cluster"))).toBe(false);

  const again = await startPostgres({ folder });
  expect(halfMade()).toBeUndefined();
  expect(await query(again.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await again.stop();
  await expectGone();
});

test("several at once share one, and the last one keeps it", async () => {
  const all = [startInProcess(), startInProcess(), startInProcess()];
  const urls = await soon("three at once", () => Promise.all(all.map(({ up }) => up)));
  expect(new Set(urls).size).toBe(1);
  expect(postmasters()).toHaveLength(1);
  const url = urls[0] ?? "";
  for (const [index, each] of all.entries()) {
    for (let tries = 0; tries < 200; tries++) {
      if (
        await query(url, "SELECT 1").then(
          () => true,
          () => false,
        )
      )
        break;
      await sleep(20);
    }
    expect(postmasters(), `before the ${index + 1}. stops`).toHaveLength(1);
    expect(await each.tell("stop")).toBe(0);
  }
  await expectGone();
});

test("a folder with a long name, and one with any name", async () => {
  folder = join(base, "a-rather-long-name-of-a-folder".repeat(5), "postgres");
  const long = await startPostgres({ folder });
  const socket = new URL(long.ownerUrl).searchParams.get("host") ?? "";
  expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
  expect((statSync(socket).mode & 0o777).toString(8)).toBe("700");
  expect(await query(long.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await long.stop();
  expect(existsSync(socket)).toBe(false);

  folder = join(base, `落户, it's "new"`, "postgres");
  const strange = await startPostgres({ folder });
  expect(await query(strange.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await strange.stop();
  await expectGone();
});

test.runIf(isRoot)("root, below a folder that is closed to others", async () => {
  folder = join(base, "closed", ".luohu", "postgres");
  mkdirSync(join(base, "closed"), { mode: 0o700 });
  const first = await startPostgres({ folder });
  await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
  await first.stop();
  const home = readFileSync(join(folder, "moved-to"), "utf8").trim();
  expect(home).toMatch(/^\/var\/lib\/luohu\/closed-[0-9a-f]{12}$/);
  expect(statSync(dataOf(join(home, "cluster"))).uid).toBe(postgresUser()?.uid);

  // It stays there, though it could be here now.
  chmodSync(join(base, "closed"), 0o755);
  const second = await startPostgres({ folder });
  expect(await query(second.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
  await second.stop();
});

test.runIf(isRoot)("root, and data that are here but closed off now", async () => {
  folder = join(base, "open", "postgres");
  await (await startPostgres({ folder })).stop();
  chmodSync(join(base, "open"), 0o700);
  await expect(startPostgres({ folder })).rejects.toThrow(/cannot get into .*postgres any more/);
});

const theirsToRun = isRoot && canEnter(dirname(script), { uid: NOBODY, gid: NOBODY });

test.runIf(theirsToRun)("an ordinary user starts it; root goes on with it, and back", async () => {
  mkdirSync(folder);
  chownSync(folder, NOBODY, NOBODY);
  const theirs = startInProcess(NOBODY);
  await query(await theirs.up, "CREATE TABLE kept AS SELECT 1 AS n");
  expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(NOBODY);
  expect(await theirs.tell("stop")).toBe(0);
  await expectGone();

  const ours = await startPostgres({ folder });
  expect(await query(ours.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
  expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(NOBODY);
  await ours.stop();

  const again = startInProcess(NOBODY);
  expect(await query(await again.up, "TABLE kept")).toEqual([{ n: 1 }]);
  await again.tell("stop");
  await expectGone();
});

test.runIf(theirsToRun)("an ordinary user and root's data: one line says what to do", async () => {
  await (await startPostgres({ folder })).stop();
  const theirs = startInProcess(NOBODY);
  await expect(theirs.up).rejects.toThrow(
    /^failed: .* belongs to another user of this machine: start Luohu as that user\.$/,
  );
});
