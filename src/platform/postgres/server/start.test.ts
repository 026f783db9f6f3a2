import { appendFileSync, chmodSync, chownSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inBox, query, soon, starterScript, waitForAnswer } from "../testing/box.ts";
import { dataOf } from "./place.ts";
import { startPostgres } from "./start.ts";
import { canEnter, postgresUser } from "./system-user.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

test.concurrent(
  "it is made once, keeps what it was given, and leaves no process",
  inBox(async (box) => {
    const first = await soon("first start", () => box.start());
    expect(first.version).toMatch(/^18\.\d+$/);
    await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
    await soon("stop", () => first.stop());
    await box.expectGone();

    const second = await soon("second start", () => box.start());
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, "TABLE kept")).toEqual([{ answer: 42 }]);
    await second.stop();
    await box.expectGone();
  }),
);

test.concurrent(
  "nobody else gets in, and what is written is kept",
  inBox(async ({ folder }) => {
    const server = await startPostgres({ folder });
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
    const mighty = await query(
      server.ownerUrl,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'luohu%'
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    expect(mighty).toEqual([]);

    const as = (role: string, password: string) => {
      const url = new URL(server.ownerUrl);
      url.username = role;
      url.password = password;
      return query(url.href, "SELECT 1");
    };
    await expect(as("luohu_owner", "wrong")).rejects.toThrow(/password authentication failed/);
    await expect(as("postgres", "any")).rejects.toThrow(/password authentication failed/);
    await server.stop();
  }),
);

test.concurrent(
  "its log holds no personal data",
  inBox(async ({ folder, start }) => {
    const server = await start();
    const ask = (text: string) => query(server.ownerUrl, text);
    await ask("CREATE TABLE person (name text PRIMARY KEY)");
    await ask("INSERT INTO person VALUES ('张三丰')");
    await expect(ask("INSERT INTO person VALUES ('张三丰')")).rejects.toThrow();
    await expect(ask("SELECT '张三丰'::int")).rejects.toThrow();
    await server.stop();
    expect(readFileSync(join(folder, "server.log"), "utf8")).not.toContain("张三丰");
  }),
);

test.concurrent(
  "one that cannot start says why, at once",
  inBox(async ({ folder, start }) => {
    await (await start()).stop();
    const settings = join(dataOf(join(folder, "cluster")), "postgresql.conf");
    appendFileSync(settings, "no_such_setting = 1\n");
    await soon("refusal", () =>
      expect(start()).rejects.toThrow(
        /PostgreSQL does not start: .*postgresql\.conf.*, see .*\.log$/,
      ),
    );
  }),
);

test.concurrent(
  "several processes share one, and the last one keeps it",
  inBox(async (box) => {
    const all = [box.startInProcess(), box.startInProcess(), box.startInProcess()];
    const urls = await soon("three at once", () => Promise.all(all.map(({ up }) => up)));
    expect(new Set(urls).size).toBe(1);
    for (const each of all) {
      await waitForAnswer(urls[0] ?? "");
      expect(box.postmasters()).toHaveLength(1);
      expect(await each.tell("stop")).toBe(0);
    }
    await box.expectGone();
  }),
);

test.concurrent(
  "a folder whose path is too long for a socket",
  inBox(
    async ({ start }) => {
      const server = await start();
      const socket = new URL(server.ownerUrl).searchParams.get("host") ?? "";
      expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
      expect((statSync(socket).mode & 0o777).toString(8)).toBe("700");
      expect(await query(server.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
      await server.stop();
      expect(existsSync(socket)).toBe(false);
    },
    join("a-rather-long-name-of-a-folder".repeat(5), "postgres"),
  ),
);

test.concurrent(
  "a folder of any name",
  inBox(
    async ({ start }) => {
      const server = await start();
      expect(await query(server.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
      await server.stop();
    },
    join(`落户, it's "new"`, "postgres"),
  ),
);

test.runIf(isRoot).concurrent(
  "root, below a folder that is closed to others",
  inBox(
    async ({ base, folder, start }) => {
      mkdirSync(join(base, "closed"), { mode: 0o700 });
      const first = await start();
      await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
      await first.stop();
      const home = readFileSync(join(folder, "moved-to"), "utf8").trim();
      expect(home).toMatch(/^\/var\/lib\/luohu\/closed-[0-9a-f]{12}$/);
      expect(statSync(dataOf(join(home, "cluster"))).uid).toBe(postgresUser()?.uid);

      // It stays there, though it could be here now.
      chmodSync(join(base, "closed"), 0o755);
      const second = await start();
      expect(await query(second.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
      await second.stop();
    },
    join("closed", ".luohu", "postgres"),
  ),
);

test.runIf(isRoot).concurrent(
  "root, and a folder that is closed itself: it is ours to open a little",
  inBox(async ({ folder, start }) => {
    mkdirSync(folder, { mode: 0o700 });
    const server = await start();
    expect(existsSync(join(folder, "moved-to"))).toBe(false);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe("711");
    await server.stop();
  }),
);

test.runIf(isRoot).concurrent(
  "root, and data that are here but closed off now",
  inBox(
    async ({ base, start }) => {
      await (await start()).stop();
      chmodSync(join(base, "open"), 0o700);
      await expect(start()).rejects.toThrow(/cannot get into .*postgres any more/);
    },
    join("open", "postgres"),
  ),
);

const theirsToRun = isRoot && canEnter(dirname(starterScript), { uid: NOBODY, gid: NOBODY });

test.runIf(theirsToRun).concurrent(
  "an ordinary user starts it; root goes on with it, and back",
  inBox(async (box) => {
    mkdirSync(box.folder);
    chownSync(box.folder, NOBODY, NOBODY);
    const theirs = box.startInProcess(NOBODY);
    await query(await theirs.up, "CREATE TABLE kept AS SELECT 1 AS n");
    expect(statSync(`/proc/${box.postmasterPid()}`).uid).toBe(NOBODY);
    expect(await theirs.tell("stop")).toBe(0);
    await box.expectGone();

    const ours = await box.start();
    expect(await query(ours.ownerUrl, "TABLE kept")).toEqual([{ n: 1 }]);
    expect(statSync(`/proc/${box.postmasterPid()}`).uid).toBe(NOBODY);
    await ours.stop();

    const again = box.startInProcess(NOBODY);
    expect(await query(await again.up, "TABLE kept")).toEqual([{ n: 1 }]);
    expect(await again.tell("stop")).toBe(0);
    await box.expectGone();
  }),
);

test.runIf(theirsToRun).concurrent(
  "an ordinary user and root's data: one line says what to do",
  inBox(async (box) => {
    await (await box.start()).stop();
    await expect(box.startInProcess(NOBODY).up).rejects.toThrow(
      /^failed: .* belongs to another user of this machine: start Luohu as that user\.$/,
    );
  }),
);
