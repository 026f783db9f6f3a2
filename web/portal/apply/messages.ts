import type { ApplyPart } from "../shell/route.ts";
import type { HomeKind } from "../../../src/services/settlement/contract.ts";
import type { Tie } from "./draft/draft.ts";
import type { FaultCode, NumberFault } from "./draft/faults.ts";

type Titled = { readonly title: string; readonly note: string };

/** Every word of the way from the answer to the application handed in. They come with its pages. */
export type ApplyMessages = {
  readonly waiting: string;
  readonly steps: Readonly<Record<Exclude<ApplyPart, "start" | "sent">, string>>;
  readonly stepsTitle: string;
  readonly step: (number: number, of: number) => string;
  readonly goOn: string;
  readonly saving: string;
  readonly saved: string;
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly place: (place: string) => string;
    readonly begin: string;
    readonly noAnswers: Titled & { readonly link: string };
    readonly otherService: Titled;
    readonly refused: Titled;
    readonly minor: Titled;
    readonly drafts: string;
    readonly draft: (place: string, day: string) => string;
    readonly goOn: string;
    readonly remove: string;
    readonly removeAsk: Titled & { readonly yes: string; readonly no: string };
    readonly removed: string;
    readonly open: Titled;
    readonly see: string;
    readonly kept: string;
  };
  readonly home: {
    readonly title: string;
    readonly hint: string;
    readonly add: string;
    readonly addAnother: string;
    readonly kinds: Readonly<Record<HomeKind, Titled>>;
    readonly number: (place: number, kind: string) => string;
    readonly remove: string;
    readonly here: string;
    readonly address: string;
    readonly addressHint: string;
    readonly community: string;
    readonly communityHint: string;
    readonly name: Readonly<
      Record<
        | "employer-collective"
        | "school-collective"
        | "talent-centre-collective"
        | "community-collective",
        string
      >
    >;
    readonly landlord: string;
    readonly landlordNo: string;
    readonly host: string;
    readonly hostNo: string;
    readonly yes: string;
    readonly no: string;
    readonly consentName: Readonly<Record<"landlord" | "host", string>>;
    readonly consentDay: string;
    readonly consentNote: string;
    readonly order: {
      readonly title: string;
      readonly by: (clause: string) => string;
      readonly free: string;
      readonly unranked: string;
      readonly others: string;
      readonly first: (kind: string) => string;
      readonly later: string;
      readonly closed: string;
      readonly rented: string;
    };
    readonly land: string;
  };
  readonly people: {
    readonly title: string;
    readonly hint: string;
    readonly you: string;
    readonly household: string;
    readonly householdNote: string;
    readonly alone: string;
    readonly others: string;
    readonly bornOn: (day: string) => string;
    readonly relation: Readonly<Record<"self" | "host", string>>;
    readonly choose: string;
    readonly head: string;
    readonly guardians: string;
    readonly guardiansHint: string;
    readonly wardAsk: string;
    readonly ward: string;
    readonly addGuardian: string;
    readonly unnamed: (relatives: string) => string;
    readonly remove: (name: string) => string;
    readonly ties: Readonly<Record<Exclude<Tie, "self">, string>>;
    readonly consent: Titled;
    readonly together: (name: string) => string;
    readonly add: {
      readonly open: string;
      readonly numbered: string;
      readonly unnumbered: string;
      readonly which: string;
      readonly number: string;
      readonly numberHint: string;
      readonly name: string;
      readonly nameHint: string;
      readonly tie: string;
      readonly place: string;
      readonly placeHint: string;
      readonly born: string;
      readonly sex: string;
      readonly sexes: { readonly female: string; readonly male: string };
      readonly button: string;
      readonly leave: string;
      readonly faults: Readonly<
        Record<NumberFault | "name" | "tie" | "place" | "born" | "sex" | "twice", string>
      >;
    };
  };
  readonly proof: {
    readonly title: string;
    readonly hint: string;
    readonly departments: Titled;
    readonly departmentsFailed: string;
    readonly what: string;
    readonly basis: (clauses: string) => string;
    readonly register: string;
    readonly fetched: Titled;
    readonly yours: Titled;
    readonly noneYours: string;
    readonly proves: (facts: string) => string;
    readonly open: Titled;
    readonly said: Titled;
    readonly change: string;
    readonly changeWhat: (what: string) => string;
    readonly keep: string;
  };
  readonly papers: {
    readonly title: string;
    readonly hint: (most: number, size: string) => string;
    readonly which: string;
    readonly choose: string;
    readonly none: string;
    readonly count: (count: number, most: number) => string;
    readonly progress: (percent: number) => string;
    readonly done: (label: string) => string;
    readonly fetch: string;
    readonly fetchWhat: (label: string) => string;
    readonly remove: string;
    readonly removeWhat: (label: string) => string;
    readonly gone: (label: string) => string;
    readonly size: (bytes: number) => string;
    readonly types: Readonly<Record<"application/pdf" | "image/jpeg" | "image/png", string>>;
    readonly again: string;
    readonly faults: Readonly<
      Record<"which" | "too-large" | "empty" | "type" | "too-many" | "offline" | "other", string>
    >;
  };
  readonly review: {
    readonly title: string;
    readonly hint: string;
    readonly form: string;
    readonly at: string;
    readonly office: (place: string) => string;
    readonly applicant: string;
    readonly person: (number: number) => string;
    readonly name: string;
    readonly born: string;
    readonly number: string;
    readonly numberKnown: string;
    readonly numberNone: string;
    readonly tie: string;
    readonly self: string;
    readonly relation: string;
    readonly guardians: string;
    readonly home: string;
    readonly otherHomes: string;
    readonly landlord: string;
    readonly landlordNo: string;
    readonly host: string;
    readonly consent: (name: string, day: string) => string;
    readonly said: string;
    readonly departments: string;
    readonly papers: string;
    readonly noPapers: string;
    readonly edit: string;
    readonly editWhat: (part: string) => string;
    readonly statement: string;
    readonly statements: readonly string[];
    readonly sign: (name: string) => string;
    readonly signMissing: string;
    readonly submit: string;
    readonly submitting: string;
    readonly print: string;
    readonly later: string;
    readonly incomplete: string;
  };
  readonly sent: {
    readonly title: string;
    readonly reference: string;
    readonly on: (day: string) => string;
    readonly next: string;
    readonly asked: string;
    readonly due: (what: string, day: string) => string;
    readonly decide: string;
    readonly consents: Titled;
    readonly signs: (names: string) => string;
    readonly guardiansSign: (name: string, guardians: string) => string;
    readonly others: string;
    readonly case: string;
    readonly print: string;
    readonly withdraw: string;
  };
  readonly faults: Readonly<Record<FaultCode, string>>;
  readonly faultsTitle: (count: number) => string;
  readonly trouble: {
    readonly stale: Titled & { readonly mine: string; readonly theirs: string };
    readonly handedIn: Titled & { readonly link: string };
    readonly refused: string;
    readonly offline: string;
    readonly slow: string;
    readonly other: string;
    readonly again: string;
    readonly clause: (clause: string) => string;
  };
};
