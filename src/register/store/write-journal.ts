import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County } from "../domain/shapes.ts";
import type { RegisterEvent } from "../domain/event.ts";
import { mentioned, touched } from "../domain/touched.ts";
import type { StoredReceipt } from "./receipts.ts";
import { type KeyedEvent, type Rows, type Touch, touches } from "./rows.ts";

/** An event with its payload as written. */
export type WrittenEvent = KeyedEvent & { readonly salt: Buffer; readonly payload: Buffer };

/** An act that is done, under the key with which it was sent. */
export type ActDone = {
  readonly county: County;
  readonly key: string;
  /** Account of who sent it. */
  readonly actor: string;
  readonly digest: Buffer;
  readonly receipt: StoredReceipt;
};

const writeJournal = statement(
  "register-write-journal",
  `WITH payloads AS (
     INSERT INTO register_payload (county, event_id, salt, payload)
     SELECT * FROM unnest($1::int[], $2::uuid[], $3::bytea[], $4::bytea[])
   ), people AS (
     INSERT INTO event_person (county, person_id, event_id) SELECT * FROM unnest($5::int[], $6::bigint[], $7::uuid[])
   ), households AS (
     INSERT INTO event_household (county, household_id, event_id)
     SELECT * FROM unnest($8::int[], $9::bigint[], $10::uuid[])
   ), touched_people AS (
     UPDATE person p SET version = p.version + t.times, changed = greatest(p.changed, t.day), event_id = t.event
     FROM json_to_recordset($11) AS t (county int, key bigint, times int, day date, event uuid)
     WHERE p.county = t.county AND p.person_id = t.key
   ), receipt AS (
     INSERT INTO act_receipt (county, act_key, actor, request_digest, receipt, at)
     VALUES ($13, $14, $15, $16, $17, $18)
   )
   UPDATE household h SET version = h.version + t.times, changed = greatest(h.changed, t.day), event_id = t.event
   FROM json_to_recordset($12) AS t (county int, key bigint, times int, day date, event uuid)
   WHERE h.county = t.county AND h.household_id = t.key`,
);

/** Payloads, whose history they belong to, the versions of what they touch, and the receipt of the act. */
export async function writeJournalRows(
  tx: Transaction,
  events: readonly WrittenEvent[],
  rows: Rows,
  { county, key, actor, digest, receipt }: ActDone,
): Promise<void> {
  const index = (keysOf: (event: RegisterEvent) => readonly number[]) =>
    events.flatMap(({ county, event, id }) => keysOf(event).map((key) => ({ county, key, id })));
  const people = index(mentioned);
  const households = index((event) => touched(event).households);
  await tx.run(writeJournal, [
    events.map(({ county }) => county),
    events.map(({ id }) => id),
    events.map(({ salt }) => salt),
    events.map(({ payload }) => payload),
    people.map(({ county }) => county),
    people.map(({ key }) => key),
    people.map(({ id }) => id),
    households.map(({ county }) => county),
    households.map(({ key }) => key),
    households.map(({ id }) => id),
    JSON.stringify(
      without(touches("people", events), [
        ...rows["put-person"].map(({ county, person }) => `${county} ${person}`),
        ...rows["patch-person"].map(({ county, person }) => `${county} ${person}`),
      ]),
    ),
    JSON.stringify(
      without(
        touches("households", events),
        rows["open-household"].map(({ county, household }) => `${county} ${household}`),
      ),
    ),
    county,
    key,
    actor,
    digest,
    JSON.stringify(receipt),
    receipt.recorded,
  ]);
}

/** Rows that were written whole have counted their event already. */
function without(all: readonly Touch[], written: readonly string[]): readonly Touch[] {
  return all
    .map((touch) => {
      const name = `${touch.county} ${touch.key}`;
      return { ...touch, times: touch.times - written.filter((each) => each === name).length };
    })
    .filter(({ times }) => times > 0);
}
