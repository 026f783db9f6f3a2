import { createHash, randomUUID } from "node:crypto";
import type { CountyEvent } from "./domain/draft.ts";
import type { County } from "./domain/shapes.ts";
import { recordEvents } from "./record-events.ts";
import type { Signatory } from "./recorded.ts";
import { type Register, scopeOf } from "./register.ts";
import { findChains } from "./store/find-chains.ts";
import { takeKeys } from "./store/take-keys.ts";

/** Keys for what begins in a history, none of them given out before. */
export type HistoryKeys = {
  readonly person: () => number;
  readonly household: () => number;
  readonly dwelling: () => number;
};

/** An event that was recorded elsewhere; events one after the other with the same `act` belong to one act. */
export type HistoricEvent = CountyEvent & {
  readonly act: number;
  /** An instant. */
  readonly recorded: string;
  readonly actor: Signatory;
  readonly approver: Signatory | null;
};

/** A history of some counties that was written elsewhere and follows the register's rules. */
export type History = {
  readonly counties: readonly County[];
  /** At most so many people, households and dwellings each. */
  readonly keys: number;
  /** In the order in which they happened. */
  readonly events: (keys: HistoryKeys) => Iterable<HistoricEvent>;
};

/**
 * Takes a history into counties that have no events yet, whole or not at all; gives how many acts it had,
 * and 0 where a county has some already.
 */
export async function recordHistory(
  register: Register,
  { counties, keys, events }: History,
): Promise<number> {
  return register.database.inTransaction(scopeOf(counties), async (tx) => {
    if ((await tx.run(findChains, [counties])).length > 0) return 0;
    const person = giver(await takeKeys(tx, "people", keys));
    const household = giver(await takeKeys(tx, "households", keys));
    const dwelling = giver(await takeKeys(tx, "dwellings", keys));
    let recorded = 0;
    for (const act of actsOf(events({ person, household, dwelling }))) {
      const [{ county, actor, approver, recorded: at }] = act;
      const key = randomUUID();
      const digest = createHash("sha256").update(key).digest();
      const now = new Date(at);
      const recording = { county, key, actor, approver, digest, now, isLast: false };
      await recordEvents(tx, register, act, recording);
      recorded += 1;
    }
    return recorded;
  });
}

type Together = [HistoricEvent, ...HistoricEvent[]];

function* actsOf(events: Iterable<HistoricEvent>): Generator<Together> {
  let act: Together | undefined;
  for (const event of events) {
    if (act?.[0].act === event.act) act.push(event);
    else {
      if (act !== undefined) yield act;
      act = [event];
    }
  }
  if (act !== undefined) yield act;
}

function giver(keys: readonly number[]): () => number {
  const left = keys.values();
  return () => {
    const next = left.next();
    if (next.done === true) throw new Error("the history has more than its keys are for");
    return next.value;
  };
}
