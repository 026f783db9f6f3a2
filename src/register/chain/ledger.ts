// What is chained and signed, a chain a county: the register's events, or what another context logs by the same formula.
import { genesisOf } from "./link.ts";
import { type ledgerStatements, listCounties, registerStatements } from "./store/checkpoints.ts";

export type Ledger = {
  /** What a signature says it is over: one of this kind is good for no other. */
  readonly signs: string;
  /** The file beside the keys that has its signatures. */
  readonly headsFile: string;
  /** What the first entry of a county links to. */
  readonly genesisOf: (county: number) => Buffer;
  /** Every county of which it has anything, whatever the scope. */
  readonly listCounties: typeof listCounties;
  readonly statements: ReturnType<typeof ledgerStatements>;
};

export const registerLedger: Ledger = {
  signs: "checkpoint",
  headsFile: "heads.jsonl",
  genesisOf,
  listCounties,
  statements: registerStatements,
};
