import { statement } from "../../platform/postgres/index.ts";

export type LogKind = "asked" | "answered" | "refused" | "unreachable";

/** Takes the head of the county's log and appends an entry in one statement; the formula is `linkOf`'s. */
export const linkEntry = statement<{ readonly seq: number }>(
  "exchange-link-entry",
  `WITH head AS (
     UPDATE exchange_head SET seq = seq + 1, prev_hash = hash,
       hash = sha256(hash || int4send(county) || int8send(seq + 1) || uuid_send($2) || $7::bytea)
     WHERE county = $1::int
     RETURNING county, seq, prev_hash, hash
   )
   INSERT INTO exchange_log (county, seq, entry_id, request_id, at, kind, department, digest, prev_hash, hash)
   SELECT county, seq, $2::uuid, $3, $4, $5, $6, $7, prev_hash, hash FROM head
   RETURNING seq`,
);

export const openLog = statement(
  "exchange-open-log",
  `INSERT INTO exchange_head (county, seq, prev_hash, hash) VALUES ($1, 0, $2, $2) ON CONFLICT DO NOTHING`,
);
