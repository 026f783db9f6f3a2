import type { Transaction } from "../platform/postgres/index.ts";
import type { RegisterEvent } from "./domain/event.ts";
import { readRecorded } from "./recorded.ts";
import { type EventRow, findErasures } from "./store/events.ts";

/** An event as it was recorded, or what an erasure left of it. */
export type ReadEvent = Omit<EventRow, "payload"> & {
  readonly payload: RegisterEvent;
  readonly erased: boolean;
};

/** Also what an erasure says that was itself erased by this one. */
function addLeft(known: Map<string, RegisterEvent>, event: RegisterEvent): void {
  if (event.type !== "person-erased") return;
  for (const { event: key, left } of event.redacted) {
    known.set(key, left);
    addLeft(known, left);
  }
}

/** Reads payloads; for those that were erased, what the newest erasure left. */
export async function readEvents(
  tx: Transaction,
  rows: readonly EventRow[],
): Promise<readonly ReadEvent[]> {
  const left = new Map<string, RegisterEvent>();
  const gone = [...new Set(rows.flatMap(({ county, payload }) => (payload ? [] : [county])))];
  for (const { payload } of gone.length === 0 ? [] : await findErasures(tx, gone)) {
    addLeft(left, readRecorded(payload).event);
  }
  return rows.map(({ payload: bytes, ...row }) => {
    const payload = bytes === null ? left.get(row.event) : readRecorded(bytes).event;
    if (payload === undefined)
      throw new Error(`event ${row.event} has neither payload nor erasure`);
    return { ...row, payload, erased: bytes === null };
  });
}
