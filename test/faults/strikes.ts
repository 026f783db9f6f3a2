// What is killed in turn.
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../../src/demo-data/chance.ts";
import { isAlive } from "../../src/platform/postgres/server/process.ts";
import { query } from "./books.ts";
import { killNow, type Program } from "./program.ts";

/** In turn: the server; PostgreSQL; one of its backends; the server and PostgreSQL at once. */
export const strikes = ["server", "postgres", "backend", "both"] as const;
export type Strike = (typeof strikes)[number];

/** Kills, and starts again what nobody else does; settles when nothing of what was killed is left to answer. */
export async function strike(
  what: Strike,
  program: Program,
  ownerUrl: string,
  chance: Chance,
  signal: AbortSignal,
): Promise<void> {
  const moment = () => sleep(5, undefined, { signal });
  const postmaster = program.postmaster();
  switch (what) {
    case "server":
      await program.kill();
      return program.start();
    case "postgres":
      killNow(postmaster);
      while ([0, postmaster].includes(program.postmaster())) await moment();
      return;
    case "backend": {
      const backend = await findBackend(ownerUrl, chance);
      killNow(backend);
      while (isAlive(backend)) await moment();
      return;
    }
    case "both":
      killNow(postmaster);
      await program.kill();
      return program.start();
  }
}

/** A backend of the program, at work if one is. */
async function findBackend(ownerUrl: string, chance: Chance): Promise<number> {
  const rows = await query<{ pid: number; busy: boolean }>(
    ownerUrl,
    `SELECT pid, state <> 'idle' AS busy FROM pg_stat_activity
     WHERE usename = 'luohu_app' AND backend_type = 'client backend' ORDER BY pid`,
  );
  const busy = rows.filter((row) => row.busy);
  return chance.pick(busy.length > 0 ? busy : rows).pid;
}
