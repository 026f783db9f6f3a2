// A history played in memory, written to PostgreSQL by the statements that live acts use.
import { createHash, randomUUID } from "node:crypto";
import type { Database } from "../../platform/postgres/index.ts";
import type { CountyEvent } from "../domain/draft.ts";
import { recordEvents } from "../record-events.ts";
import { openRegister, type Register, scopeOf } from "../register.ts";
import type { SoundOf } from "../store/particulars.ts";
import { play, type Step } from "./random-histories.ts";
import { tables } from "./tables.ts";

/** Any function of the name will do, so long as verification has the same. */
export const plainSound: SoundOf = (name) => ({
  sound: name.toLowerCase(),
  initials: name.slice(0, 1),
});

const clerk = { account: "clerk-1", name: "王办事" };
const approver = { account: "approver-1", name: "李审批" };

export type RecordOptions = {
  readonly database: Database;
  readonly keys: string;
  readonly random: Register["random"];
  readonly soundOf?: SoundOf;
};

/** Plays and writes; gives how many events there are. Each act is a second after the one before. */
export async function recordHistory(
  steps: readonly Step[],
  { database, keys, random, soundOf = plainSound }: RecordOptions,
): Promise<number> {
  const { played } = play(steps);
  /** Keys of the events by their number in the memory register. */
  const ids: string[] = [];
  let at = Date.UTC(2020, 0, 1);
  for (const [index, { county, act, today, verdict }] of played.entries()) {
    at = Math.max(at + 1000, Date.parse(today));
    if (!verdict.ok) continue;
    const now = new Date(at);
    const register = openRegister({
      database,
      clock: () => now,
      random,
      soundOf,
      tables,
      keys,
      keepers: [],
    });
    const events = verdict.events.map((each) => withKeys(each, ids));
    const counties = [...new Set([county, ...events.map((each) => each.county)])];
    const done = await database.inTransaction(scopeOf(counties), (tx) =>
      recordEvents(tx, register, events, {
        county,
        key: randomUUID(),
        actor: clerk,
        approver: index % 3 === 0 ? approver : null,
        digest: createHash("sha256").update(JSON.stringify(act)).digest(),
        now,
        isLast: true,
      }),
    );
    // Both write one event a county in an act; the memory register in the order decided.
    for (const each of events) {
      ids.push(done.events.find((written) => written.county === each.county)?.event ?? "");
    }
  }
  return ids.length;
}

/** The memory register names events by number, where the database has keys. */
function withKeys(event: CountyEvent, ids: readonly string[]): CountyEvent {
  const text = JSON.stringify(event).replace(
    /"event-(\d+)"/g,
    (_, number: string) => `"${ids[Number(number) - 1] ?? ""}"`,
  );
  return JSON.parse(text) as CountyEvent;
}
