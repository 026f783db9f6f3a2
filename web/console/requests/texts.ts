type Words = Readonly<Record<string, string>>;
type State = "waiting" | "answered" | "refused" | "unreachable" | "called-off";

/** Words for what a department was asked. */
export type RequestTexts = {
  readonly title: string;
  readonly lead: string;
  readonly state: string;
  readonly allStates: string;
  readonly states: Readonly<Record<State, string>>;
  readonly counts: string;
  readonly total: (n: string) => string;
  readonly times: (n: string) => string;
  readonly empty: string;
  readonly columns: Readonly<Record<"asked" | "why" | "what" | "outcome", string>>;
  readonly case: (reference: string) => string;
  readonly basis: (clauses: string) => string;
  readonly fields: (kind: string, fields: string) => string;
  /** A length of time. */
  readonly length: (milliseconds: number) => string;
  readonly answered: (length: string) => string;
  readonly refused: (why: string) => string;
  readonly unreachable: (length: string) => string;
  readonly calledOff: string;
  readonly waiting: string;
  /** By the code of a department's refusal. */
  readonly refusals: Words;
  readonly whyFields: string;
  readonly whyLead: (day: string) => string;
  readonly readBy: (kind: string) => string;
  readonly noReader: string;
  readonly rule: (clause: string, title: string) => string;
  readonly log: string;
  readonly kinds: Readonly<Record<"asked" | Exclude<State, "waiting">, string>>;
  readonly entry: (seq: string, kind: string, at: string) => string;
  readonly both: {
    readonly title: string;
    readonly same: (n: string) => string;
    readonly sameNote: string;
    readonly none: string;
    readonly differs: (n: string) => string;
    readonly differsNote: string;
    readonly unread: string;
    readonly unreadNote: string;
    readonly chain: (place: string, entries: string) => string;
    readonly broken: (place: string, n: string) => string;
  };
};
