import type { Transaction } from "../platform/postgres/index.ts";
import type { KnownAs, PapersKept } from "./domain/papers.ts";
import type { County, IsoDate, PersonId } from "./domain/shapes.ts";

/** Whoever keeps papers about people beside the register, as of cases: an erasure takes them along. */
export type Keeper = {
  /** Counties in which there are any about somebody, found past the scope of the transaction. */
  readonly countiesOf: (tx: Transaction, person: PersonId) => Promise<readonly County[]>;
  /** Holds them until the transaction ends, so that nothing is added meanwhile. */
  readonly hold: (tx: Transaction, whom: KnownAs, today: IsoDate) => Promise<HeldPapers>;
};

export type HeldPapers = {
  /** Why some of them have to stay for now; then nothing is erased. */
  readonly kept: readonly PapersKept[];
  /** Takes them away, as a recorded erasure says. */
  readonly erase: (
    tx: Transaction,
    erasure: { readonly county: County; readonly event: string },
  ) => Promise<void>;
};
