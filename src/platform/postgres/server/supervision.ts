// How processes of ours tell in the database itself who watches over it: a lock that is held for as
// long as the process lives, and an answer to whoever asks, since the server may notice a death late.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isConnectionLoss } from "../failure.ts";

/** Any number will do, so long as nobody else locks it in this database. */
const lock = 7_091_002;

const question = "luohu_supervisor_asked";
const answer = "luohu_supervisor_answered";

/** Milliseconds. A supervisor that is busy for longer is asked again. */
const answerPatience = 2_000;

export type Supervision = { readonly client: pg.Client; end(): Promise<void> };

/** Watches over a PostgreSQL of ours; taken up again when a crash of one session ends all. */
export async function supervise(url: string, ended: Promise<unknown>): Promise<Supervision> {
  let over = false;
  void ended.then(() => (over = true));
  let client = await hold();

  async function hold(): Promise<pg.Client> {
    for (;;) {
      const next = quietClient(url);
      try {
        await next.connect();
        await next.query("SELECT pg_advisory_lock($1)", [lock]);
        next.on("notification", () => void next.query(`NOTIFY ${answer}`).catch(() => undefined));
        await next.query(`LISTEN ${question}`);
        next.once("end", () => void resume());
        return next;
      } catch (error) {
        await close(next);
        if (over || !isConnectionLoss(error)) throw error;
        await sleep(100);
      }
    }
  }

  async function resume(): Promise<void> {
    if (over) return;
    // It fails only when PostgreSQL has ended, which is told elsewhere.
    client = await hold().catch(() => client);
  }

  return {
    client,
    end() {
      over = true;
      return close(client);
    },
  };
}

/** Whether a process watches over the PostgreSQL that answers; "unsure" when it says nothing. */
export async function findSupervisor(client: pg.Client): Promise<"alive" | "none" | "unsure"> {
  const { rows } = await client.query<{ held: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND classid = 0 AND objid = $1::oid AND objsubid = 1) AS held`,
    [lock],
  );
  if (rows[0]?.held !== true) return "none";
  await client.query(`LISTEN ${answer}`);
  const signal = AbortSignal.timeout(answerPatience);
  const answered = once(client, "notification", { signal }).then(
    () => "alive" as const,
    () => "unsure" as const,
  );
  await client.query(`NOTIFY ${question}`);
  return answered;
}

/** A connection whose end is no error. */
export function quietClient(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  return client;
}

export const close = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);
