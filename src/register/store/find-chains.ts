import { statement } from "../../platform/postgres/index.ts";

/** Which of these counties have events. */
export const findChains = statement<{ readonly county: number }>(
  "register-find-chains",
  "SELECT county FROM chain_head WHERE county = ANY ($1::int[]) AND seq > 0",
);
