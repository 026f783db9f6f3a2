import { statement } from "../../platform/postgres/index.ts";

/** Canonical JSON as it was digested. */
export const insertPayload = statement(
  "exchange-insert-payload",
  "INSERT INTO exchange_payload (county, request_id, part, payload) VALUES ($1, $2, $3, $4)",
);

export const listPayloads = statement<{ readonly request: string; readonly payload: Buffer }>(
  "exchange-list-payloads",
  `SELECT request_id AS request, payload FROM exchange_payload
   WHERE county = $1 AND part = $2 AND request_id = ANY ($3::uuid[])`,
);
