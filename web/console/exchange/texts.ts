type Words = Readonly<Record<string, string>>;

/** Words for how the logs of the exchange stand. */
export type ExchangeTexts = {
  readonly title: string;
  readonly lead: string;
  readonly again: string;
  readonly logs: {
    readonly title: string;
    readonly columns: Readonly<
      Record<"county" | "entries" | "head" | "checkpoint" | "tail" | "state", string>
    >;
    readonly whole: string;
    readonly faults: (n: string) => string;
    readonly signed: (seq: string, at: string) => string;
    readonly unsigned: string;
    readonly tail: (n: string) => string;
    readonly at: (seq: string) => string;
    readonly empty: string;
    /** By the code of the fault; of links and signatures as the register's. */
    readonly codes: Words;
  };
  readonly departments: {
    readonly title: string;
    readonly columns: Readonly<Record<"department" | "compared" | "state", string>>;
    readonly same: string;
    readonly unread: string;
    readonly nothing: string;
    readonly differs: (n: string) => string;
    readonly where: (reference: string, place: string) => string;
    readonly unknown: (request: string) => string;
    readonly empty: string;
    /** By the code of the difference. */
    readonly codes: Words;
  };
  readonly unanswered: {
    readonly title: string;
    readonly lead: string;
    readonly columns: Readonly<Record<"asked" | "case" | "department" | "state", string>>;
    readonly attempts: (n: string) => string;
    readonly shown: (shown: string, all: string) => string;
    readonly empty: string;
  };
};
