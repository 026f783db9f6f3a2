type Words = Readonly<Record<string, string>>;

/** Words for how cases were decided. */
export type CaseTexts = {
  readonly title: string;
  readonly lead: string;
  readonly figures: Readonly<
    Record<"decided" | "median" | "slowest" | "against" | "reversed" | "overdue", string>
  >;
  readonly cases: (n: string) => string;
  readonly days: (n: string) => string;
  /** Instead of a length of time that could be told to be one case's. */
  readonly tooFew: string;
  readonly months: {
    readonly title: string;
    readonly columns: Readonly<Record<"month" | "decided" | "median" | "slowest", string>>;
    /** From the first day of the month. */
    readonly month: (month: string) => string;
  };
  readonly overdue: {
    readonly title: string;
    readonly columns: Readonly<Record<"case" | "stage" | "due" | "late", string>>;
    readonly shown: (shown: string, all: string) => string;
    readonly empty: string;
  };
  readonly overrides: {
    readonly title: string;
    readonly lead: string;
    readonly columns: Readonly<Record<"case" | "decision" | "clause" | "reason", string>>;
    readonly from: Readonly<Record<"first" | "review", string>>;
    /** By the advice's outcome. */
    readonly advised: Words;
    readonly noAdvice: string;
    readonly granted: (granted: number, people: number) => string;
    readonly empty: string;
  };
  readonly reversals: {
    readonly title: string;
    readonly columns: Readonly<Record<"case" | "clause" | "reason", string>>;
    readonly empty: string;
  };
  readonly ratings: {
    readonly title: string;
    /** From 1 to 5. */
    readonly grades: Words;
    readonly times: (n: string) => string;
    readonly empty: string;
  };
  readonly stages: Words;
  readonly services: Words;
  readonly print: string;
  readonly export: string;
  readonly fetching: string;
  readonly exported: (n: string) => string;
  readonly fileName: string;
  /** Headings of the file. */
  readonly file: Readonly<
    Record<
      | "case"
      | "county"
      | "service"
      | "on"
      | "from"
      | "advised"
      | "granted"
      | "people"
      | "clause"
      | "reason",
      string
    >
  >;
};
