import { ledgerStatements } from "../../register/index.ts";

/** The exchange's log, as it is signed and checked. */
export const exchangeStatements = ledgerStatements({
  prefix: "exchange",
  entries: "exchange_log",
  id: "entry_id",
  head: "exchange_head",
  checkpoints: "exchange_checkpoint",
  lock: 7091006,
});
