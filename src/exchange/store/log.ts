import { statement } from "../../platform/postgres/index.ts";

export type LogKind = "asked" | "answered" | "refused" | "unreachable" | "called-off";

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

export const countiesWithLog = statement<{ readonly county: number }>(
  "exchange-counties-with-log",
  "SELECT county FROM counties_with_exchange() AS county",
);

export type StoredEntry = {
  readonly seq: number;
  readonly entry: string;
  readonly request: string;
  readonly at: string;
  readonly kind: LogKind;
  readonly department: string;
  readonly digest: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
  /** Of the question or the answer that the entry is about; null where it has none, or it was erased. */
  readonly payload: Buffer | null;
  /** What the request says of itself. */
  readonly state: string;
  readonly asked: string;
};

/** A county's entries after `$2`, in order, at most `$3`; they are taken first, or each batch would join all that follow. */
export const readEntries = statement<StoredEntry>(
  "exchange-read-entries",
  `WITH batch AS MATERIALIZED (
     SELECT * FROM exchange_log WHERE county = $1 AND seq > $2 ORDER BY seq LIMIT $3)
   SELECT l.seq, l.entry_id AS entry, l.request_id AS request, l.at, l.kind, l.department, l.digest,
     l.prev_hash AS prev, l.hash, p.payload, r.state, r.department AS asked
   FROM batch l
     JOIN exchange_request r ON r.county = l.county AND r.request_id = l.request_id
     LEFT JOIN exchange_payload p ON p.county = l.county AND p.request_id = l.request_id
       AND p.part = CASE l.kind WHEN 'asked' THEN 'question' WHEN 'answered' THEN 'answer' END
   ORDER BY l.seq`,
);

/** Requests that lack the entry of what they say became of them. */
export const listUnlogged = statement<{ readonly request: string }>(
  "exchange-list-unlogged",
  `SELECT r.request_id AS request FROM exchange_request r WHERE r.county = $1 AND (
     NOT EXISTS (SELECT FROM exchange_log l WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = 'asked')
     OR r.state <> 'waiting' AND NOT EXISTS (SELECT FROM exchange_log l
       WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = r.state))`,
);

export type LoggedPair = {
  readonly county: number;
  readonly case: string;
  readonly request: string;
  readonly state: string;
  readonly question: string;
  readonly answer: string | null;
};

/** What we logged of each question to a department, by digest, in every county of the scope. */
export const listPairs = statement<LoggedPair>(
  "exchange-list-pairs",
  `SELECT r.county, r.case_reference AS case, r.request_id AS request, r.state,
     encode((SELECT digest FROM exchange_log l WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = 'asked'), 'hex') AS question,
     encode((SELECT digest FROM exchange_log l WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = 'answered'), 'hex') AS answer
   FROM exchange_request r WHERE r.county = ANY ($1::int[]) AND r.department = $2`,
);
