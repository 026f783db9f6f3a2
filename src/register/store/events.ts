import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, HouseholdId, PersonId } from "../domain/shapes.ts";
import type { KeptStamp } from "../recorded.ts";

/** An event as it lies in the register; `payload` is null where an erasure removed it. */
export type EventRow = {
  readonly county: County;
  readonly seq: number;
  readonly event: string;
  readonly type: string;
  readonly effective: string;
  readonly recorded: string;
  readonly actorName: string;
  readonly approverName: string | null;
  readonly hash: string;
  readonly payload: Buffer | null;
};

const columns = `e.county, e.seq, e.event_id AS event, e.type, e.effective, e.recorded,
  e.actor_name AS "actorName", e.approver_name AS "approverName", encode(e.hash, 'hex') AS hash, l.payload`;

const listPersonEvents = statement<EventRow>(
  "register-list-person-events",
  `SELECT ${columns}
   FROM event_person i JOIN register_event e USING (county, event_id) LEFT JOIN register_payload l USING (county, event_id)
   WHERE i.county = ANY ($1::int[]) AND i.person_id = $2
   ORDER BY e.recorded, e.county, e.seq`,
);

const listHouseholdEvents = statement<EventRow>(
  "register-list-household-events",
  `SELECT ${columns}
   FROM event_household i JOIN register_event e USING (county, event_id)
     LEFT JOIN register_payload l USING (county, event_id)
   WHERE i.county = $1 AND i.household_id = $2
   ORDER BY e.seq`,
);

const listErasures = statement<{ readonly county: County; readonly payload: Buffer }>(
  "register-list-erasures",
  `SELECT e.county, l.payload FROM register_event e JOIN register_payload l USING (county, event_id)
   WHERE e.county = ANY ($1::int[]) AND e.type = 'person-erased' ORDER BY e.county, e.seq`,
);

/** Events of a person's history, oldest first. */
export async function findPersonEvents(
  tx: Transaction,
  counties: readonly County[],
  person: PersonId,
): Promise<readonly EventRow[]> {
  return tx.run(listPersonEvents, [counties, person]);
}

/** Events of a household's history, oldest first. */
export async function findHouseholdEvents(
  tx: Transaction,
  county: County,
  household: HouseholdId,
): Promise<readonly EventRow[]> {
  return tx.run(listHouseholdEvents, [county, household]);
}

/** Payloads of the erasures in counties, oldest first: there are few. */
export async function findErasures(
  tx: Transaction,
  counties: readonly County[],
): Promise<readonly { readonly county: County; readonly payload: Buffer }[]> {
  return tx.run(listErasures, [counties]);
}

type StampRow = Omit<KeptStamp, "actor" | "approver"> & {
  readonly actor: string;
  readonly actorName: string;
  readonly approver: string | null;
  readonly approverName: string | null;
};

const listStamps = statement<StampRow>(
  "register-list-stamps",
  `SELECT event_id AS event, version, recorded, actor, actor_name AS "actorName", approver,
     approver_name AS "approverName", act_key AS act
   FROM register_event WHERE county = $1 AND event_id = ANY ($2::uuid[]) ORDER BY seq`,
);

/** Who and when of events. */
export async function findStamps(
  tx: Transaction,
  county: County,
  events: readonly string[],
): Promise<readonly KeptStamp[]> {
  const rows = await tx.run(listStamps, [county, events]);
  return rows.map(({ actor, actorName, approver, approverName, ...row }) => ({
    ...row,
    actor: { account: actor, name: actorName },
    approver: approver === null ? null : { account: approver, name: approverName ?? "" },
  }));
}

const erasePayloads = statement(
  "register-erase-payloads",
  `SELECT erase_proposals($1::int, $2::uuid),
     (SELECT count(*) FROM erase_payloads($1::int, $2::uuid)) AS payloads`,
);

/** Removes what a person-erased event of the county names: payloads, and proposals about the person. */
export async function erasePayloadsOf(
  tx: Transaction,
  county: County,
  erasure: string,
): Promise<void> {
  await tx.run(erasePayloads, [county, erasure]);
}
