import type { Cause, Outcome, Truth } from "../../src/policy/browser.ts";
import type { DateFault, DateParts } from "../ui/date-value.ts";
import type { NumberFault } from "../ui/number-value.ts";
import type { ServiceWords } from "./services.ts";

type Titled = { readonly title: string; readonly note: string };

/** Every word of the portal that is not in the rulebooks. A language lacks none: the type says so. */
export type Messages = {
  readonly name: string;
  readonly title: string;
  readonly otherLanguage: string;
  /** Leads to one's own pages. */
  readonly my: string;
  readonly textSize: (size: "normal" | "large" | "larger") => string;
  readonly textSizeShort: string;
  readonly skipToContent: string;
  readonly back: string;
  readonly goOn: string;
  readonly footer: string;
  readonly list: (items: readonly string[]) => string;
  readonly sentences: (items: readonly string[]) => string;
  readonly day: (iso: string) => string;
  /** A text with its ISO days written as the language writes them. */
  readonly days: (text: string) => string;
  readonly unit: (unit: string, count: number) => string;
  readonly labelled: (label: string, value: string) => string;
  /** A clause's short name as the language writes it. */
  readonly clause: (clause: string) => string;

  readonly welcome: {
    readonly lead: string;
    readonly points: {
      readonly advice: Titled;
      readonly device: Titled;
      readonly time: Titled;
    };
    readonly start: string;
    readonly resume: string;
    readonly basis: string;
    readonly basisItem: (title: string, from: string) => string;
  };
  /** By the id that the pack gives them. */
  readonly services: Readonly<Record<string, ServiceWords>>;
  readonly otherService: (id: string) => ServiceWords;
  readonly service: { readonly title: string; readonly hint: string };
  readonly place: {
    readonly hint: string;
    readonly search: string;
    readonly searchHint: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly prefectures: string;
    readonly counties: (count: number) => string;
    readonly direct: string;
    readonly inPrefecture: (prefecture: string) => string;
    readonly countyTitle: string;
    readonly otherPrefecture: string;
    readonly madeUp: Titled;
    readonly change: {
      readonly title: string;
      readonly text: string;
      readonly yes: string;
      readonly no: string;
    };
  };
  /** What a kind of place means, by the id that the rulebooks give it. */
  readonly kindNotes: Readonly<Record<string, string>>;
  readonly family: {
    readonly title: string;
    readonly hint: string;
    readonly together: (relation: string) => string;
    readonly yes: string;
    readonly no: string;
    readonly unsure: string;
    readonly alone: string;
    readonly name: string;
    readonly why: string;
    readonly whyText: string;
  };
  readonly question: {
    readonly number: (number: number) => string;
    readonly about: (more: number) => string;
    readonly perhapsLast: string;
    readonly last: string;
    readonly yes: string;
    readonly no: string;
    readonly unsure: string;
    readonly unsureNote: string;
    readonly notYet: string;
    readonly why: string;
    readonly proves: string;
    readonly toAnswer: string;
    readonly date: {
      readonly words: Record<keyof DateParts, string>;
      readonly order: readonly (keyof DateParts)[];
    };
    readonly dateHint: string;
    readonly numberLabel: string;
    readonly dateFaults: Readonly<Record<DateFault, string>>;
    readonly numberFaults: (fault: NumberFault, min: number, max: number) => string;
    readonly chooseCounty: string;
    readonly choosePrefecture: string;
    readonly chooseFault: string;
  };
  readonly said: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly service: string;
    readonly place: string;
    readonly family: string;
    readonly records: string;
    readonly recordsHeld: (count: number) => string;
    readonly alone: string;
    readonly apart: (relation: string) => string;
    readonly edit: string;
    readonly editWhat: (what: string) => string;
    readonly unsure: string;
    readonly empty: string;
  };
  readonly kept: { readonly text: string; readonly erase: string; readonly lost: string };
  readonly erase: {
    readonly title: string;
    readonly text: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly answer: {
    readonly outcome: Readonly<Record<Outcome, string>>;
    readonly announce: (headline: string) => string;
    readonly byText: Readonly<Record<Outcome, (clauses: number) => string>>;
    readonly asOf: (day: string) => string;
    readonly advice: string;
    readonly openQuestions: (about: number) => string;
    readonly supposed: (place: string, said: string) => string;
    readonly supposedBack: (said: string) => string;
    readonly continue: string;
    readonly covers: {
      readonly title: string;
      readonly covered: string;
      readonly notCovered: string;
      readonly unknown: string;
      readonly self: string;
      readonly none: string;
      readonly could: (relations: string) => string;
    };
    readonly papers: {
      readonly title: string;
      readonly hint: string;
      readonly from: (office: string) => string;
      readonly yours: string;
      readonly none: string;
    };
    readonly authority: {
      readonly title: string;
      readonly text: (authority: string) => string;
      readonly unnamed: string;
      readonly why: {
        readonly title: string;
        readonly clause: string;
        readonly differ: (above: string, own: string) => string;
        readonly notHeld: (texts: string) => string;
      };
    };
    readonly missing: {
      readonly title: string;
      readonly unmetTitle: string;
      readonly unmetHint: string;
      readonly hint: string;
      readonly answerNow: string;
      readonly unsure: string;
      readonly proof: (papers: string) => string;
      readonly more: (count: number) => string;
    };
    readonly why: {
      readonly title: string;
      readonly hint: string;
      readonly granted: string;
      readonly refer: string;
      readonly unknown: (count: number) => string;
      readonly refused: (count: number) => string;
      readonly noGround: string;
    };
    readonly ground: Readonly<Record<Outcome, string>>;
    readonly from: (day: string) => string;
    readonly until: (day: string) => string;
    readonly steps: string;
    readonly tree: { readonly all: string; readonly any: string; readonly not: string };
    readonly truth: Readonly<Record<Truth, string>>;
    readonly notStated: string;
    readonly youUnsure: string;
    readonly youSaid: string;
    readonly readings: {
      readonly title: string;
      readonly about: string;
      readonly taken: string;
      readonly alternatives: string;
      readonly why: string;
    };
    readonly texts: {
      readonly title: string;
      readonly inForce: (from: string) => string;
      readonly until: (day: string) => string;
      readonly issued: (day: string) => string;
      readonly notHeld: string;
      readonly says: string;
      readonly silent: (count: number) => string;
      readonly absent: (count: number) => string;
      readonly only: { readonly title: string; readonly hint: string; readonly all: string };
    };
    readonly remedy: { readonly title: string; readonly police: string; readonly other: string };
    readonly print: string;
    readonly again: string;
    readonly printed: (day: string) => string;
    readonly printMore: (count: number) => string;
  };
  readonly times: {
    readonly title: string;
    readonly hint: string;
    readonly steady: (until: string) => string;
    readonly today: string;
    readonly span: (from: string, until: string) => string;
    readonly onwards: (from: string) => string;
    readonly cause: Readonly<Record<Cause["change"], (clause: string, title: string) => string>>;
    readonly counts: (facts: string) => string;
    readonly textChanges: string;
    readonly assumes: string;
    readonly answer: (what: string) => string;
  };
  readonly whatIf: {
    readonly title: string;
    readonly hint: string;
    readonly way: (number: number) => string;
    readonly ifYou: string;
    readonly and: string;
    readonly open: string;
    readonly waiting: string;
    readonly waitingFrom: (day: string) => string;
    readonly elsewhere: string;
    readonly elsewhereHint: string;
    readonly more: (count: number) => string;
    readonly none: string;
    readonly approximate: string;
  };
  readonly compare: {
    readonly title: string;
    readonly hint: string;
    readonly open: string;
    readonly supposing: Readonly<Record<"same" | "anywhere", Titled>>;
    readonly supposingTitle: string;
    readonly add: string;
    readonly remove: (place: string) => string;
    readonly full: string;
    readonly columns: Readonly<Record<"place" | "kind" | "outcome" | "clause" | "from", string>>;
    readonly kindOf: (place: string) => string;
    readonly anyKind: string;
    readonly now: string;
    readonly notWithin: string;
    readonly questions: (about: number) => string;
    readonly look: (place: string) => string;
    readonly looking: string;
  };
  readonly file: {
    readonly title: string;
    readonly hint: string;
    readonly choose: string;
    readonly save: string;
    readonly saveNote: string;
    readonly open: string;
    readonly replaces: string;
    readonly faults: (count: number) => string;
    readonly notJson: string;
    readonly tooLarge: string;
    readonly unreadable: string;
    readonly wholeFile: string;
    readonly field: Readonly<Record<string, string>>;
  };
  readonly link: {
    readonly title: string;
    readonly note: string;
    readonly label: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly unknown: string;
    readonly ask: string;
    readonly askText: (service: string, place: string) => string;
    readonly yes: string;
    readonly no: string;
  };
  readonly script: { readonly notFinished: string; readonly leave: string };
  readonly trouble: {
    readonly title: string;
    readonly text: string;
    readonly restart: string;
    readonly details: string;
    readonly load: string;
  };
};

export type AheadMessages = Pick<
  Messages,
  "times" | "whatIf" | "compare" | "file" | "link" | "script"
>;
