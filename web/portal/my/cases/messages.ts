import type { ListedCase, Letter, OwnCase } from "./shapes.ts";
import type { Standing } from "./standing.ts";

type Titled = { readonly title: string; readonly note: string };
type Words = Readonly<Record<string, string>>;

/** Every word of the pages about one's own cases. */
export type CaseMessages = {
  readonly list: {
    readonly title: string;
    readonly lead: string;
    readonly reference: (reference: string) => string;
    readonly opened: (day: string) => string;
    readonly submitted: (day: string) => string;
    readonly roles: Readonly<Record<ListedCase["role"], string>>;
    readonly stages: Readonly<Record<ListedCase["stage"], string>>;
    readonly toSign: (count: number) => string;
    readonly toAnswer: string;
    readonly toHandIn: string;
    readonly nothing: string;
    readonly needs: (count: number) => string;
    readonly empty: Titled & { readonly link: string };
  };
  readonly back: string;
  readonly gone: Titled;
  readonly old: string;
  readonly news: string;
  readonly sending: string;
  readonly faults: {
    readonly lost: string;
    readonly lostNote: string;
    readonly moved: string;
    readonly movedNote: string;
  };
  readonly standing: {
    readonly title: string;
    readonly next: string;
    readonly of: Readonly<Record<Standing, { readonly now: string; readonly next: string }>>;
    readonly review: string;
  };
  readonly deadlines: {
    readonly title: string;
    readonly kinds: Readonly<Record<OwnCase["deadlines"][number]["kind"], string>>;
    readonly due: (day: string) => string;
    readonly left: (days: number) => string;
    readonly today: string;
    readonly over: (days: number) => string;
    readonly still: string;
    readonly yours: string;
    readonly late: string;
    readonly assumed: string;
  };
  readonly draft: { readonly title: string; readonly note: string; readonly link: string };
  readonly word: {
    readonly title: string;
    readonly given: string;
    readonly toWhat: string;
    readonly self: string;
    readonly charge: (name: string) => string;
    readonly lead: (applicant: string) => string;
    readonly own: string;
    readonly who: string;
    readonly where: string;
    readonly from: string;
    readonly changes: string;
    readonly changing: readonly string[];
    readonly keeps: string;
    readonly keeping: readonly string[];
    readonly free: string;
    readonly freely: readonly string[];
    readonly charging: string;
    readonly forCharge: (name: string) => readonly string[];
    readonly clause: string;
    readonly heard: (name: string) => string;
    readonly heardHint: string;
    readonly agrees: string;
    readonly disagrees: string;
    readonly unheard: string;
    readonly yes: string;
    readonly no: string;
    readonly yesFor: (name: string) => string;
    readonly noFor: (name: string) => string;
    readonly takeBack: string;
    readonly takeBackFor: (name: string) => string;
    readonly saidYes: string;
    readonly saidNo: string;
    readonly saidNoFor: string;
    readonly again: string;
  };
  readonly destination: {
    readonly kinds: Words;
  };
  readonly notice: {
    readonly title: string;
    readonly lead: (day: string) => string;
    readonly until: (day: string) => string;
    readonly why: (clause: string) => string;
    readonly given: string;
    readonly change: string;
    readonly paper: string;
    readonly send: string;
    readonly others: string;
    readonly othersNote: string;
    readonly unfinished: (count: number) => string;
    readonly after: string;
  };
  readonly letter: {
    readonly title: string;
    readonly reference: string;
    readonly to: string;
    readonly remedies: string;
    readonly signed: string;
    readonly print: string;
    readonly other: string;
    readonly back: string;
    readonly others: (count: number) => string;
    readonly kinds: Readonly<Record<Letter["kind"], string>>;
  };
  readonly effect: {
    readonly title: string;
    readonly you: (day: string, place: string) => string;
    readonly they: (names: string, day: string, place: string) => string;
    readonly together: (names: string) => string;
    readonly land: string;
    readonly link: string;
  };
  readonly review: {
    readonly title: string;
    readonly lead: string;
    readonly until: (day: string) => string;
    readonly silenceTitle: string;
    readonly silence: string;
    readonly who: string;
    readonly why: string;
    readonly whyHint: string;
    readonly empty: string;
    readonly heard: (name: string) => string;
    readonly notFor: string;
    readonly send: string;
    readonly asked: (day: string) => string;
    readonly decided: string;
    readonly court: string;
    readonly courtNote: string;
  };
  readonly rating: {
    readonly title: string;
    readonly lead: string;
    readonly grades: readonly [string, string, string, string, string];
    readonly why: string;
    readonly send: string;
    readonly empty: string;
    readonly thanks: string;
  };
  readonly line: {
    readonly title: string;
    readonly done: Words;
    readonly you: string;
    readonly another: string;
    readonly office: (name: string | null) => string;
    readonly law: string;
  };
  readonly proofs: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly empty: string;
    readonly source: (department: string, day: string | null) => string;
    readonly own: string;
    readonly out: string;
    readonly states: Words;
    readonly yes: string;
    readonly no: string;
    readonly looks: string;
  };
  readonly people: {
    readonly title: string;
    readonly you: string;
    readonly applicant: string;
    readonly born: (day: string) => string;
    readonly number: (number: string) => string;
    readonly guardians: (names: string) => string;
    readonly registered: string;
  };
  readonly papers: {
    readonly title: string;
    readonly lead: string;
    readonly none: string;
    readonly take: string;
    readonly handedIn: (moment: string) => string;
    readonly atWindow: (moment: string) => string;
    readonly here: string;
  };
  readonly withdraw: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly ask: {
      readonly title: string;
      readonly text: string;
      readonly yes: string;
      readonly no: string;
    };
  };
};
