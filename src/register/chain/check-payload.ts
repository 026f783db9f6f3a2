// What an event says, against its digest and against the columns that repeat it.
import type { RegisterEvent } from "../domain/event.ts";
import { type Recorded, readRecorded } from "../recorded.ts";
import type { Faults } from "./fault.ts";
import { digestOf } from "./link.ts";
import type { Redactions } from "./redactions.ts";
import type { EventColumns, StoredEvent } from "./store/events.ts";

/** An event as far as it can be read, and when it was recorded. */
export type Content = { readonly event: RegisterEvent; readonly recorded: string };

/** Undefined where nothing can be read. */
export function checkPayload(
  stored: StoredEvent,
  redactions: Redactions,
  faults: Faults,
): Content | undefined {
  const { seq, event: id, salt, payload, digest } = stored;
  const at = { seq, event: id };
  const left = redactions.left.get(id);
  if (salt === null || payload === null) {
    if (left === undefined) {
      faults.add("payload-missing", at);
      return undefined;
    }
    const stamp = redactions.kept.get(id);
    if (stamp === undefined) faults.add("payload-missing", at);
    else tellDifferences(stored.columns(), columnsOf(stamp, left), at, faults);
    return { event: left, recorded: stored.columns().recorded };
  }
  if (left !== undefined) faults.add("payload-kept", at);
  if (Buffer.compare(digestOf(salt, payload), digest) !== 0) faults.add("payload-changed", at);
  try {
    const recorded = readRecorded(payload);
    tellDifferences(stored.columns(), columnsOf(recorded, recorded.event), at, faults);
    return recorded;
  } catch {
    faults.add("payload-unreadable", at);
    return undefined;
  }
}

function columnsOf(
  { version, recorded, actor, approver, act }: Omit<Recorded, "event">,
  event: RegisterEvent,
): EventColumns {
  return {
    type: event.type,
    version,
    effective: event.on,
    recorded,
    actor: actor.account,
    actorName: actor.name,
    approver: approver?.account ?? null,
    approverName: approver?.name ?? null,
    act,
  };
}

const names: Readonly<Record<keyof EventColumns, string>> = {
  type: "type",
  version: "version",
  effective: "effective",
  recorded: "recorded",
  actor: "actor",
  actorName: "actor_name",
  approver: "approver",
  approverName: "approver_name",
  act: "act_key",
};

function tellDifferences(
  found: EventColumns,
  expected: EventColumns,
  at: { readonly seq: number; readonly event: string },
  faults: Faults,
): void {
  for (const key of Object.keys(names) as (keyof EventColumns)[]) {
    if (found[key] !== expected[key]) faults.add("column-differs", at, { column: names[key] });
  }
}
