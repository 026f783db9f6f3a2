import type { PurposeCode } from "../../src/platform/auth/contract.ts";
import type { CaseTexts } from "./cases/texts.ts";
import type { ChallengeTexts } from "./challenges/texts.ts";
import type { ExchangeTexts } from "./exchange/texts.ts";
import type { RequestTexts } from "./requests/texts.ts";

type Words = Readonly<Record<string, string>>;

/** What to do about a kind of fault; `wait` where events of the same county are in doubt. */
export type Todo = "tampered" | "signature" | "rebuild" | "wait" | "erase";

/** One kind of fault: what is so, what it means, what to do. */
export type FaultWords = { readonly what: string; readonly means: string; readonly todo: Todo };

/** Every word of the console. */
export type ConsoleTexts = {
  readonly title: string;
  readonly menu: Readonly<
    Record<
      "cases" | "exchange" | "chains" | "looks" | "challenges" | "erasure" | "requests" | "start",
      string
    >
  >;
  readonly day: (iso: string) => string;
  readonly moment: (instant: string) => string;
  readonly number: (n: number) => string;
  readonly place: (name: string | null, code: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly chains: {
    readonly title: string;
    readonly lead: string;
    readonly columns: Readonly<
      Record<"county" | "events" | "head" | "checkpoint" | "tail" | "verified", string>
    >;
    readonly checkpoint: (seq: string, at: string) => string;
    readonly key: (key: string) => string;
    readonly noCheckpoint: string;
    readonly tail: (n: number) => string;
    readonly tailNote: string;
    readonly never: string;
    readonly verifiedClean: (at: string) => string;
    readonly verifiedFaults: (at: string, n: number) => string;
    readonly empty: string;
    readonly verifyAll: string;
    readonly verify: string;
    readonly verifyOne: (place: string) => string;
    readonly running: (done: string, total: string) => string;
    readonly failed: string;
    readonly clean: (chains: number, events: string) => string;
    readonly cleanNote: string;
    readonly found: (n: number) => string;
    readonly foundNote: string;
    readonly event: (seq: string) => string;
    /** A row of a table of the present. */
    readonly row: (table: string, key: string) => string;
    readonly tables: Words;
    readonly whole: string;
    readonly more: (n: number) => string;
    readonly means: string;
    readonly todo: string;
    readonly details: string;
    readonly onlyAuditor: string;
  };
  /** By the code that verification gives. */
  readonly faults: Readonly<Record<string, FaultWords>>;
  readonly otherFault: FaultWords;
  readonly todos: Readonly<Record<Todo, string>>;
  /** What narrows a list down, and what goes on with it. */
  readonly filter: {
    readonly title: string;
    readonly county: string;
    readonly allCounties: string;
    readonly from: string;
    readonly until: string;
    readonly apply: string;
    readonly clear: string;
    readonly wrongDays: string;
    readonly more: string;
  };
  readonly requests: RequestTexts;
  readonly cases: CaseTexts;
  readonly exchange: ExchangeTexts;
  readonly challenges: ChallengeTexts;
  readonly looks: {
    readonly title: string;
    readonly lead: string;
    readonly purpose: string;
    readonly allPurposes: string;
    readonly role: string;
    readonly allRoles: string;
    readonly columns: Readonly<Record<"at" | "who" | "purpose" | "what" | "people", string>>;
    readonly counts: string;
    readonly total: (n: string) => string;
    readonly share: (n: string) => string;
    readonly people: (keys: readonly number[]) => string;
    readonly manyPeople: (n: number) => string;
    readonly reference: (reference: string) => string;
    readonly empty: string;
    readonly kinds: Words;
    readonly purposes: Readonly<Record<PurposeCode, string>>;
  };
  readonly erasure: {
    readonly title: string;
    readonly lead: string;
    readonly county: string;
    readonly person: string;
    readonly personHint: string;
    readonly basis: string;
    /** By the clause that the act cites. */
    readonly bases: Words;
    readonly paper: string;
    readonly paperHint: string;
    readonly signer: string;
    readonly signerHint: string;
    readonly signed: string;
    readonly check: string;
    readonly back: string;
    readonly preview: string;
    readonly goes: string;
    readonly stays: string;
    readonly goesText: string;
    readonly staysText: string;
    readonly name: string;
    readonly refused: string;
    readonly propose: string;
    readonly proposed: string;
    readonly proposedText: string;
    readonly another: string;
    readonly required: string;
    readonly wrongNumber: string;
    /** Why it cannot be done, by the code of the remark. */
    readonly remarks: Words;
  };
  readonly proposals: {
    readonly title: string;
    readonly empty: string;
    readonly by: (name: string, at: string) => string;
    readonly person: (key: number) => string;
    readonly states: Readonly<Record<"waiting" | "approved" | "rejected" | "withdrawn", string>>;
  };
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly now: string;
    readonly later: string;
    readonly laterText: readonly string[];
    readonly questions: { readonly title: string; readonly note: string };
    readonly api: { readonly title: string; readonly note: string };
    readonly coverage: { readonly title: string; readonly note: string; readonly command: string };
  };
};
