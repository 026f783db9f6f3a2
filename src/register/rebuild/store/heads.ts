import { statement } from "../../../platform/postgres/index.ts";

/** Counties with the heads of their chains, as arrays: county, seq, the hash before, the newest hash. */
export const putHeads = statement(
  "rebuild-put-heads",
  `INSERT INTO chain_head (county, seq, prev_hash, hash)
   SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[], $4::bytea[])
   ON CONFLICT (county) DO UPDATE SET seq = excluded.seq, prev_hash = excluded.prev_hash, hash = excluded.hash
   WHERE (chain_head.seq, chain_head.prev_hash, chain_head.hash) IS DISTINCT FROM
     (excluded.seq, excluded.prev_hash, excluded.hash)`,
);

/** No key is given twice: the largest ones in use of people, households and dwellings. */
export const raiseKeys = statement(
  "rebuild-raise-keys",
  `SELECT setval('person_key', greatest($1::bigint, (SELECT last_value FROM person_key))),
     setval('household_key', greatest($2::bigint, (SELECT last_value FROM household_key))),
     setval('dwelling_key', greatest($3::bigint, (SELECT last_value FROM dwelling_key)))`,
);

/** As far as the heads of the chains know; for telling how far a rebuild is. */
export const countEvents = statement<{ readonly events: number }>(
  "rebuild-count-events",
  "SELECT count(*) AS events FROM register_event",
);
