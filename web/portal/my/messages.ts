import type { PurposeCode, Role } from "../../../src/platform/auth/contract.ts";
import type { MyPart } from "../shell/route.ts";
import type { OwnExchange } from "./shapes.ts";

type Titled = { readonly title: string; readonly note: string };
type Words = Readonly<Record<string, string>>;

/** What the register keeps of a person, in the order in which the page shows it. */
export const particularNames = [
  "name",
  "nameHan",
  "formerNames",
  "sex",
  "birthDate",
  "birthCounty",
  "idNumber",
  "marital",
  "education",
  "mother",
  "father",
] as const;
export type ParticularName = (typeof particularNames)[number];

/** Every word of a person's own pages. They come with the pages, not with the first script. */
export type MyMessages = {
  readonly parts: Readonly<Record<MyPart, string>>;
  readonly partsTitle: string;
  /** After the name of the cases, for those who hear it. */
  readonly needs: (count: number) => string;
  /** Where a person comes in. */
  readonly needed: (count: number) => string;
  readonly signedInAs: (name: string) => string;
  readonly signOut: string;
  readonly waiting: string;
  readonly moment: (instant: string) => string;
  readonly signIn: {
    readonly title: string;
    readonly lead: string;
    readonly ended: string;
    readonly takesAlong: string;
    readonly see: Readonly<Record<MyPart, Titled>>;
    readonly button: string;
    readonly how: string;
    readonly closed: string;
    readonly without: Titled & { readonly link: string };
    readonly staff: string;
    readonly faces: { readonly desk: string; readonly console: string };
    readonly demo: Titled;
  };
  readonly roles: Readonly<Record<Role, string>>;
  readonly otherRole: {
    readonly title: string;
    readonly text: (name: string, role: string) => string;
    readonly myself: string;
  };
  readonly notLinked: {
    readonly title: string;
    readonly lead: string;
    readonly elsewhere: Titled;
    readonly never: Titled & { readonly link: string };
    readonly wrong: Titled;
  };
  readonly trouble: {
    readonly busy: Titled;
    readonly offline: Titled;
    readonly slow: Titled;
    readonly other: Titled;
    readonly again: string;
  };
  readonly record: {
    readonly title: string;
    readonly lead: (county: string) => string;
    readonly particulars: string;
    readonly names: Readonly<Record<ParticularName, string>>;
    readonly none: string;
    readonly noNumber: string;
    readonly erasedName: string;
    readonly show: string;
    readonly hide: string;
    readonly parentKnown: string;
    readonly died: (day: string) => string;
    readonly kept: string;
    readonly registrations: Titled;
    readonly since: (day: string) => string;
    readonly span: (from: string, until: string) => string;
    readonly as: (relation: string) => string;
    readonly nowhere: string;
    readonly correct: {
      readonly title: string;
      readonly lead: string;
      readonly papersTitle: string;
      readonly papers: readonly (readonly [what: string, papers: string])[];
      readonly where: Titled;
      readonly after: Titled;
      readonly clause: string;
    };
    readonly history: Titled & {
      readonly count: (count: number) => string;
      readonly events: Words;
      readonly by: (name: string) => string;
      readonly approvedBy: (name: string) => string;
      readonly papers: (papers: string) => string;
      readonly changed: (what: string) => string;
      readonly place: (seq: number) => string;
      readonly mark: string;
      readonly erased: string;
    };
    readonly print: string;
    readonly save: string;
    readonly sheet: {
      readonly printed: (day: string) => string;
      readonly note: string;
    };
  };
  readonly household: {
    readonly title: string;
    readonly kinds: Words;
    readonly address: string;
    readonly addressHidden: string;
    readonly community: string;
    readonly kind: string;
    readonly head: string;
    readonly manager: string;
    readonly founded: string;
    readonly ended: (day: string) => string;
    readonly members: (count: number) => string;
    readonly tree: (names: string) => string;
    readonly you: string;
    readonly columns: Readonly<Record<"name" | "relation" | "birthDate" | "since", string>>;
    readonly code: string;
    readonly codeHint: string;
    readonly codeText: (label: string, code: string) => string;
    readonly relations: Readonly<Record<number, string>>;
    readonly day: {
      readonly title: string;
      readonly hint: string;
      readonly slider: string;
      readonly state: (from: string, until: string | null) => string;
      readonly steady: (from: string) => string;
      readonly other: string;
      readonly show: string;
      readonly today: string;
      readonly before: string;
      readonly after: string;
      readonly words: { readonly year: string; readonly month: string; readonly day: string };
      readonly asOf: (day: string) => string;
      readonly faults: Words;
    };
    readonly none: string;
    readonly alone: string;
    readonly collective: string;
  };
  readonly looks: {
    readonly title: string;
    readonly lead: string;
    readonly empty: Titled;
    readonly count: (count: number) => string;
    readonly who: (name: string, role: string) => string;
    readonly why: string;
    readonly reference: (reference: string) => string;
    /** Of one's own case: how many looks, and whose was the latest. */
    readonly atCase: (count: number, by: string) => string;
    readonly saw: string;
    readonly kinds: Words;
    readonly purposes: Readonly<Record<PurposeCode, string>>;
    readonly fields: Words;
    readonly more: (count: number) => string;
    readonly object: {
      readonly title: string;
      readonly lead: string;
      readonly steps: readonly string[];
      readonly clause: string;
      readonly button: string;
      readonly label: string;
      readonly send: string;
      readonly leave: string;
      readonly empty: string;
      readonly failed: string;
      readonly made: (moment: string, reason: string) => string;
      readonly waiting: string;
      readonly answered: (moment: string, justified: boolean, answer: string) => string;
    };
    readonly asked: {
      readonly title: string;
      readonly lead: string;
      readonly none: string;
      readonly by: string;
      readonly basis: string;
      readonly what: string;
      readonly outcome: string;
      readonly states: Readonly<Record<OwnExchange["state"], string>>;
    };
  };
};
