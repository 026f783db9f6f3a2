import { statement } from "../../../platform/postgres/index.ts";

export type ChainRow = {
  readonly county: number;
  readonly events: number;
  readonly head: string;
  readonly through: number | null;
  readonly signed: string | null;
  readonly key: string | null;
};

/** The chains of the scope, with the newest checkpoint of each. */
export const listChains = statement<ChainRow>(
  "chain-list-chains",
  `SELECT h.county, h.seq AS events, encode(h.hash, 'hex') AS head,
     c.through_seq AS through, c.signed, c.key_id AS key
   FROM chain_head h LEFT JOIN LATERAL (
     SELECT through_seq, signed, key_id FROM checkpoint c
     WHERE c.county = h.county ORDER BY through_seq DESC LIMIT 1) AS c ON true
   ORDER BY h.county`,
);
