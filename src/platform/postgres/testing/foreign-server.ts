// A PostgreSQL that Luohu did not make: nothing of ours is in it, and its superuser is at hand.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Programs } from "../server/programs.ts";
import { postgresUser } from "../server/system-user.ts";

export type ForeignServer = {
  /** Runs statements as the superuser in a database; each on its own. */
  administer(database: string, ...statements: readonly string[]): Promise<void>;
  /** The address of a database for a role, which needs no password here. */
  urlOf(role: string, database: string): string;
  stop(): Promise<void>;
};

/** Starts one in a folder of its own, which stop() removes. */
export async function startForeignServer(programs: Programs): Promise<ForeignServer> {
  const folder = mkdtempSync(join(tmpdir(), "luohu-foreign-"));
  const user = postgresUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: "ignore" } as const;
  const data = join(folder, "data");
  execFileSync(
    join(programs.bin, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    options,
  );
  const server = spawn(
    join(programs.bin, "postgres"),
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"],
    options,
  );
  const ended = once(server, "exit");
  const urlOf = (role: string, database: string) =>
    `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`;

  async function administer(database: string, ...statements: readonly string[]): Promise<void> {
    const client = new pg.Client({ connectionString: urlOf("postgres", database) });
    await client.connect();
    try {
      for (const each of statements) await client.query(each);
    } finally {
      await client.end();
    }
  }

  async function isUp(): Promise<boolean> {
    return administer("postgres").then(
      () => true,
      () => false,
    );
  }
  while (!(await isUp())) await sleep(20);

  return {
    administer,
    urlOf,
    async stop() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
