import { statement } from "../../platform/postgres/index.ts";

export const countiesOfExchange = statement<{ readonly county: number }>(
  "exchange-counties-of-person",
  "SELECT county FROM counties_of_exchange($1) AS county",
);

/** An answer that comes back waits, and then finds nothing that it could answer. */
export const holdRequestsOf = statement(
  "exchange-hold-requests-of-person",
  "SELECT FROM exchange_request WHERE person_id = $1 ORDER BY county, request_id FOR NO KEY UPDATE",
);

/** As the event of an erasure names the person. */
export const eraseExchange = statement("exchange-erase", "SELECT erase_exchange($1, $2)");
