import type { z } from "zod";
import type { Transaction } from "../platform/postgres/index.ts";
import { digestOf, saltBytes } from "./chain/link.ts";
import type { receipt } from "./contract.ts";
import type { CountyEvent } from "./domain/draft.ts";
import { eventVersion } from "./domain/event.ts";
import type { County } from "./domain/shapes.ts";
import { erasedBy, type Signatory, writeRecorded } from "./recorded.ts";
import type { HeldPapers } from "./keeper.ts";
import type { Register } from "./register.ts";
import { erasePayloadsOf, findStamps } from "./store/events.ts";
import { appendToChain, type Link } from "./store/link-event.ts";
import type { StoredReceipt } from "./store/receipts.ts";
import { rowsOf, touches } from "./store/rows.ts";
import { writeBookletRows } from "./store/write-booklets.ts";
import { endStretches } from "./store/write-ends.ts";
import { openHomes } from "./store/write-homes.ts";
import { writeJournalRows, type WrittenEvent } from "./store/write-journal.ts";
import { writePeopleRows } from "./store/write-people.ts";
import { uuidAt } from "./uuid.ts";

export type Receipt = z.infer<typeof receipt>;

/** An act as it is recorded: where it was filed, under which key, by whom. */
export type Recording = {
  readonly county: County;
  readonly key: string;
  readonly actor: Signatory;
  readonly approver: Signatory | null;
  /** Of the act as sent. */
  readonly digest: Buffer;
  readonly now: Date;
  /** Whether the transaction may be committed with its last statement. */
  readonly isLast: boolean;
  /** What an erasure takes along. */
  readonly papers?: readonly HeldPapers[];
};

/**
 * Writes events and what follows from them. Heads of chains come last and in county order: they are held until the
 * transaction ends, and everyone in the county waits for them.
 */
export async function recordEvents(
  tx: Transaction,
  { random, soundOf }: Register,
  decided: readonly CountyEvent[],
  { county, key, actor, approver, digest, now, isLast, papers = [] }: Recording,
): Promise<Receipt> {
  const recorded = now.toISOString();
  const stamp = { recorded, actor, approver, act: key };
  const events: WrittenEvent[] = [];
  for (const each of decided.toSorted((a, b) => a.county - b.county)) {
    const erased = erasedBy(each.event);
    const kept = erased.length === 0 ? {} : { kept: await findStamps(tx, each.county, erased) };
    const payload = writeRecorded({ ...stamp, event: each.event, ...kept });
    events.push({ ...each, id: uuidAt(now, random), salt: random(saltBytes), payload });
  }
  const done: StoredReceipt = {
    recorded,
    events: events.map((event) => ({ county: event.county, event: event.id })),
    households: touches("households", events).map((touch) => ({
      county: touch.county,
      household: touch.key,
    })),
    people: touches("people", events).map((touch) => ({ county: touch.county, person: touch.key })),
  };
  const rows = rowsOf(events);
  await endStretches(tx, rows);
  await openHomes(tx, rows);
  await writePeopleRows(tx, rows, soundOf);
  await writeBookletRows(tx, rows);
  await writeJournalRows(tx, events, rows, {
    county,
    key,
    actor: actor.account,
    digest,
    receipt: done,
  });

  const erases = events.some(({ event }) => event.type === "person-erased");
  const linked = [];
  for (const [index, { id, salt, payload, event, county: at }] of events.entries()) {
    const link: Link = {
      county: at,
      event: id,
      type: event.type,
      version: eventVersion,
      effective: event.on,
      recorded,
      actor,
      approver,
      act: key,
      digest: digestOf(salt, payload),
    };
    const place = await appendToChain(tx, link, isLast && !erases && index === events.length - 1);
    linked.push({ county: at, event: id, ...place });
  }
  const erasures = events.filter(({ event }) => event.type === "person-erased");
  for (const { county: at, id } of erasures) await erasePayloadsOf(tx, at, id);
  for (const { county: at, id } of erasures.slice(0, 1)) {
    for (const { erase } of papers) await erase(tx, { county: at, event: id });
  }
  return { ...done, key, events: linked };
}
