import type { Ledger } from "../register/index.ts";
import { genesisOf } from "./log.ts";
import { exchangeStatements } from "./store/checkpoints.ts";
import { countiesWithLog } from "./store/log.ts";

/** The exchange's log, signed as the register is: `takeCheckpoints` and `startCheckpoints` take it. */
export const exchangeLedger: Ledger = {
  signs: "exchange-checkpoint",
  headsFile: "exchange-heads.jsonl",
  genesisOf,
  listCounties: countiesWithLog,
  statements: exchangeStatements,
};
