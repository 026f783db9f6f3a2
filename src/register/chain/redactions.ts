// What lawful erasures left of events: it stands in the erasing event, which is in the chain itself.
import type { PersonErased, RegisterEvent } from "../domain/event.ts";
import type { Transaction } from "../../platform/postgres/index.ts";
import { readRecorded } from "../recorded.ts";
import type { StoredEvent } from "./store/events.ts";
import { listErasures } from "./store/erasures.ts";

/** By key of the event; of the county that is the transaction's scope. */
export type Redactions = ReadonlyMap<string, RegisterEvent>;

export async function findRedactions(tx: Transaction): Promise<Redactions> {
  const left = new Map<string, RegisterEvent>();
  for (const { event, payload } of await tx.run(listErasures)) {
    const erasure = payload === null ? left.get(event) : readOrNothing(payload);
    if (erasure?.type === "person-erased") addRedactions(left, erasure);
  }
  return left;
}

/** Newest first: what a later erasure left of an event is what counts. */
function addRedactions(left: Map<string, RegisterEvent>, { redacted }: PersonErased): void {
  for (const { event, left: rest } of redacted) if (!left.has(event)) left.set(event, rest);
}

/** A payload that cannot be read is a fault of its own, found where every payload is. */
function readOrNothing(payload: Buffer): RegisterEvent | undefined {
  try {
    return readRecorded(payload).event;
  } catch {
    return undefined;
  }
}

/** What an event says, or what an erasure left of it, and when it was recorded; undefined when it is gone unlawfully. */
export function findContent(
  stored: StoredEvent,
  redactions: Redactions,
): { readonly event: RegisterEvent; readonly recorded: string } | undefined {
  if (stored.payload !== null) return readRecorded(stored.payload);
  const event = redactions.get(stored.event);
  return event === undefined ? undefined : { event, recorded: stored.columns().recorded };
}
