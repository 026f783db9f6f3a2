type Words = Readonly<Record<string, string>>;

/** Words for what people object to, and the answers. */
export type ChallengeTexts = {
  readonly title: string;
  readonly lead: string;
  readonly tabs: Readonly<Record<"open" | "answered", (n: string) => string>>;
  readonly which: string;
  readonly empty: Readonly<Record<"open" | "answered", string>>;
  readonly about: Readonly<Record<"exchange" | "look-up", string>>;
  readonly made: (at: string, days: number) => string;
  readonly reason: string;
  readonly who: string;
  /** Instead of the name of whoever objects. */
  readonly oneself: string;
  readonly when: string;
  readonly why: string;
  readonly basis: string;
  readonly what: string;
  readonly department: string;
  readonly gone: string;
  /** By the code of a field of a look-up. */
  readonly fields: Words;
  readonly answer: {
    readonly open: (n: string) => string;
    readonly verdict: string;
    readonly justified: string;
    readonly unjustified: string;
    readonly words: string;
    readonly hint: string;
    readonly required: string;
    readonly choose: string;
    readonly check: string;
    readonly reads: string;
    readonly once: string;
    readonly send: string;
    readonly back: string;
    readonly sent: string;
    readonly cancel: string;
  };
  readonly verdicts: Readonly<Record<"justified" | "unjustified", string>>;
  readonly answered: (name: string, at: string) => string;
};
