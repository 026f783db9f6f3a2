// What is killed in turn.
import { watch } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../../src/demo-data/chance.ts";
import { isAlive } from "../../src/platform/postgres/server/process.ts";
import { query } from "./query.ts";
import { killNow, type Program } from "./program.ts";

/**
 * In turn: both ends of the exchange at once, the server and the departments; the departments; PostgreSQL; the server;
 * one of PostgreSQL's backends; the server and PostgreSQL at once.
 */
export const strikes = [
  "exchange",
  "departments",
  "postgres",
  "server",
  "backend",
  "both",
] as const;
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
  const together = what === "departments" || what === "exchange" || chance.odds(0.5);
  if (together) await answerUnderWay(program, chance, signal);
  switch (what) {
    case "server":
      await program.kill();
      return program.start();
    case "departments":
      return killDepartments(program, signal);
    case "exchange":
      return killDepartments(program, signal, async () => {
        await program.kill();
        await program.start();
      });
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

/** Milliseconds in which a department is sure to answer something. */
const longestQuiet = 1_500;

/** A department has written an answer down just now: it leaves, or is being written down here. */
async function answerUnderWay(
  { departments }: Program,
  { below, odds }: Chance,
  signal: AbortSignal,
): Promise<void> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(longestQuiet)]);
  try {
    for await (const { filename } of watch(departments, { recursive: true, signal: bounded }))
      if (filename?.endsWith("journal.jsonl") === true) break;
  } catch (error) {
    if (signal.aborted || !bounded.aborted) throw error;
  }
  // Before it is here, or just after.
  await sleep(below(odds(0.4) ? 5 : 250), undefined, { signal });
}

/** Settles when others are there in their place. */
async function killDepartments(
  { departmentsProcess }: Program,
  signal: AbortSignal,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const isUp = () => departmentsProcess() > 0 && isAlive(departmentsProcess());
  while (!isUp()) await sleep(5, undefined, { signal });
  const killed = departmentsProcess();
  killNow(killed);
  await meanwhile();
  while (departmentsProcess() === killed || !isUp()) await sleep(5, undefined, { signal });
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
