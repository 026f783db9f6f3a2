import { statement } from "../../../platform/postgres/index.ts";

/** Every county of which the register has any row, whatever the scope. */
export const listCounties = statement<{ readonly county: number }>(
  "chain-list-counties",
  "SELECT list_counties() AS county",
);

/** Where a ledger is kept: its entries, the head of each chain, and what was signed. */
export type LedgerTables = {
  /** Before the names of its statements. */
  readonly prefix: string;
  readonly entries: string;
  /** Column of an entry's key. */
  readonly id: string;
  readonly head: string;
  readonly checkpoints: string;
  /** Number of the lock under which its checkpoints are taken. */
  readonly lock: number;
};

export type TailRow = {
  readonly seq: number;
  readonly event: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
};

export type CheckpointRow = {
  readonly county: number;
  readonly from: number;
  readonly through: number;
  readonly hashes: Buffer;
  readonly signed: string;
  readonly key: string;
  readonly signature: Buffer;
};

export type HeadRow = { readonly seq: number; readonly prev: Buffer; readonly hash: Buffer };

/** What is read and written to sign a ledger, and to check it. */
export const ledgerStatements = ({
  prefix,
  entries,
  id,
  head,
  checkpoints,
  lock,
}: LedgerTables) => ({
  /** Counties of the scope that have entries after their newest checkpoint. */
  countiesWithTail: statement<{ readonly county: number }>(
    `${prefix}-counties-with-tail`,
    `SELECT h.county FROM ${head} h
     WHERE h.seq > coalesce((SELECT max(c.through_seq) FROM ${checkpoints} c WHERE c.county = h.county), 0)
     ORDER BY h.county`,
  ),
  /** One at a time takes a county's checkpoints. */
  lockCheckpoints: statement(
    `${prefix}-lock-checkpoints`,
    `SELECT pg_advisory_xact_lock(${lock}, $1)`,
  ),
  /** The first entries after a county's newest checkpoint: county, how many at most. */
  readTail: statement<TailRow>(
    `${prefix}-read-tail`,
    `SELECT seq, ${id} AS event, digest, hash FROM ${entries}
     WHERE county = $1
       AND seq > coalesce((SELECT max(through_seq) FROM ${checkpoints} WHERE county = $1), 0)
     ORDER BY seq LIMIT $2`,
  ),
  /** The newest hash that is signed. */
  readSignedHead: statement<{ readonly hash: Buffer }>(
    `${prefix}-read-signed-head`,
    `SELECT substr(hashes, length(hashes) - 31) AS hash FROM ${checkpoints}
     WHERE county = $1 ORDER BY through_seq DESC LIMIT 1`,
  ),
  listCheckpoints: statement<CheckpointRow>(
    `${prefix}-list-checkpoints`,
    `SELECT county, from_seq AS from, through_seq AS through, hashes, signed, key_id AS key, signature
     FROM ${checkpoints} WHERE county = $1 ORDER BY through_seq`,
  ),
  /** County, from, through, hashes, signed, key, signature. */
  insertCheckpoint: statement(
    `${prefix}-insert-checkpoint`,
    `INSERT INTO ${checkpoints} (county, from_seq, through_seq, hashes, signed, key_id, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  ),
  readHead: statement<HeadRow>(
    `${prefix}-read-head`,
    `SELECT seq, prev_hash AS prev, hash FROM ${head} WHERE county = $1`,
  ),
});

/** The register's own events. */
export const registerStatements = ledgerStatements({
  prefix: "chain",
  entries: "register_event",
  id: "event_id",
  head: "chain_head",
  checkpoints: "checkpoint",
  lock: 7091004,
});

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
