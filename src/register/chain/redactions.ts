// What lawful erasures left of events: it stands in the erasing event, which is in the chain itself.
import type { PersonErased, RegisterEvent } from "../domain/event.ts";
import type { Transaction } from "../../platform/postgres/index.ts";
import { type KeptStamp, type Recorded, readRecorded } from "../recorded.ts";
import type { StoredEvent } from "./store/events.ts";
import { listErasures } from "./store/erasures.ts";

/** By key of the event; of the county that is the transaction's scope. */
export type Redactions = {
  /** What is left of an event. */
  readonly left: ReadonlyMap<string, RegisterEvent>;
  /** Who and when, as the erased payload said. */
  readonly kept: ReadonlyMap<string, KeptStamp>;
};

export async function findRedactions(tx: Transaction): Promise<Redactions> {
  const left = new Map<string, RegisterEvent>();
  const kept = new Map<string, KeptStamp>();
  for (const { event, payload } of await tx.run(listErasures)) {
    const read = payload === null ? undefined : readOrNothing(payload);
    const erasure = read?.event ?? left.get(event);
    if (erasure?.type === "person-erased") addRedactions(left, erasure);
    for (const stamp of read?.kept ?? []) if (!kept.has(stamp.event)) kept.set(stamp.event, stamp);
  }
  return { left, kept };
}

/** Newest first: what a later erasure left of an event is what counts. */
function addRedactions(left: Map<string, RegisterEvent>, { redacted }: PersonErased): void {
  for (const { event, left: rest } of redacted) if (!left.has(event)) left.set(event, rest);
}

/** A payload that cannot be read is a fault of its own, found where every payload is. */
function readOrNothing(payload: Buffer): Recorded | undefined {
  try {
    return readRecorded(payload);
  } catch {
    return undefined;
  }
}

/** What an event says, or what an erasure left of it, and when it was recorded; undefined when it is gone unlawfully. */
export function findContent(
  stored: StoredEvent,
  { left }: Redactions,
): { readonly event: RegisterEvent; readonly recorded: string } | undefined {
  if (stored.payload !== null) return readRecorded(stored.payload);
  const event = left.get(stored.event);
  return event === undefined ? undefined : { event, recorded: stored.columns().recorded };
}
