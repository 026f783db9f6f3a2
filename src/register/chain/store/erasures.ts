import { statement } from "../../../platform/postgres/index.ts";

/** Erasures of the one county in the transaction's scope, newest first; the payload is null when it was erased too. */
export const listErasures = statement<{ readonly event: string; readonly payload: Buffer | null }>(
  "chain-list-erasures",
  `SELECT e.event_id AS event, p.payload
   FROM register_event e
     LEFT JOIN register_payload p ON p.county = e.county AND p.event_id = e.event_id
   WHERE e.county = (SELECT (current_setting('luohu.counties')::int[])[1]) AND e.type = 'person-erased'
   ORDER BY e.seq DESC`,
);
