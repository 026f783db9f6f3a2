import { statement } from "../../../platform/postgres/index.ts";

/** Every county of which the register has any row, whatever the scope. */
export const listCounties = statement<{ readonly county: number }>(
  "chain-list-counties",
  "SELECT list_counties() AS county",
);

/** Counties of the scope that have events after their newest checkpoint. */
export const countiesWithTail = statement<{ readonly county: number }>(
  "chain-counties-with-tail",
  `SELECT h.county FROM chain_head h
   WHERE h.seq > coalesce((SELECT max(c.through_seq) FROM checkpoint c WHERE c.county = h.county), 0)
   ORDER BY h.county`,
);

/** One at a time takes a county's checkpoints. */
export const lockCheckpoints = statement(
  "chain-lock-checkpoints",
  "SELECT pg_advisory_xact_lock(7091004, $1)",
);

export type TailRow = {
  readonly seq: number;
  readonly event: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
  readonly recorded: string;
};

/** The first events after a county's newest checkpoint: county, how many at most. */
export const readTail = statement<TailRow>(
  "chain-read-tail",
  `SELECT seq, event_id AS event, digest, hash, recorded FROM register_event
   WHERE county = $1
     AND seq > coalesce((SELECT max(through_seq) FROM checkpoint WHERE county = $1), 0)
   ORDER BY seq LIMIT $2`,
);

/** The newest hash that is signed. */
export const readSignedHead = statement<{ readonly hash: Buffer }>(
  "chain-read-signed-head",
  `SELECT substr(hashes, length(hashes) - 31) AS hash FROM checkpoint
   WHERE county = $1 ORDER BY through_seq DESC LIMIT 1`,
);

export type CheckpointRow = {
  readonly county: number;
  readonly from: number;
  readonly through: number;
  readonly hashes: Buffer;
  readonly signed: string;
  readonly key: string;
  readonly signature: Buffer;
};

export const listCheckpoints = statement<CheckpointRow>(
  "chain-list-checkpoints",
  `SELECT county, from_seq AS from, through_seq AS through, hashes, signed, key_id AS key, signature
   FROM checkpoint WHERE county = $1 ORDER BY through_seq`,
);

/** County, from, through, hashes, signed, key, signature. */
export const insertCheckpoint = statement(
  "chain-insert-checkpoint",
  `INSERT INTO checkpoint (county, from_seq, through_seq, hashes, signed, key_id, signature)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

export type HeadRow = { readonly seq: number; readonly prev: Buffer; readonly hash: Buffer };

export const readHead = statement<HeadRow>(
  "chain-read-head",
  "SELECT seq, prev_hash AS prev, hash FROM chain_head WHERE county = $1",
);

export type KeyRow = {
  readonly key: string;
  /** SPKI, DER. */
  readonly publicKey: Buffer;
  readonly since: string;
  readonly until: string | null;
};

export const listSigningKeys = statement<KeyRow>(
  "chain-list-signing-keys",
  `SELECT key_id AS key, public_key AS "publicKey", since, until FROM signing_key ORDER BY since`,
);

/** Key, public key, since, until. */
export const putSigningKey = statement(
  "chain-put-signing-key",
  `INSERT INTO signing_key (key_id, public_key, since, until) VALUES ($1, $2, $3, $4)
   ON CONFLICT (key_id) DO UPDATE SET until = excluded.until
   WHERE signing_key.until IS DISTINCT FROM excluded.until`,
);
