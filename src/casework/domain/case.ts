// A case as its actions left it.
import type { Advice, GivenReason, MissingItem, Remedy } from "./action.ts";
import type { Application } from "./application.ts";
import type { Citizen, IsoDate, Member, Paper } from "./shapes.ts";

/**
 * `submitted` waits to be accepted or returned; `returned` waits for the applicant; `proposed` for a second person;
 * `granted` for consents and the register. Withdrawn, refused and effected cases can be closed.
 */
export type Stage =
  | "draft"
  | "submitted"
  | "returned"
  | "accepted"
  | "checked"
  | "proposed"
  | "granted"
  | "refused"
  | "effected"
  | "withdrawn";

export type Notice = {
  readonly on: IsoDate;
  /** Who sent it. */
  readonly by: string;
  readonly missing: readonly MissingItem[];
  readonly answered: IsoDate | null;
};

/** What one signer last said about one member. */
export type Word = {
  readonly member: Member;
  readonly signer: Citizen;
  readonly says: "yes" | "no";
  readonly heard: "agrees" | "disagrees" | null;
  readonly on: IsoDate;
  readonly session: string;
  readonly paper: Paper | null;
};

export type Decision = {
  readonly on: IsoDate;
  /** Who proposed it, and who approved it where two have to; `review` decided in their place. */
  readonly by: string;
  readonly approvedBy: string | null;
  readonly from: "first" | "review";
  readonly granted: readonly Member[];
  readonly clause: string;
  readonly reasons: readonly GivenReason[];
  readonly remedies: readonly Remedy[];
  readonly advice: Advice | null;
  readonly against: string | null;
  /** Day on which the people were told; time for remedies runs from it. */
  readonly delivered: IsoDate | null;
};

export type Effect = {
  readonly on: IsoDate;
  /** Place of the decision that it carries out. */
  readonly decision: number;
  readonly members: readonly Member[];
  readonly receipt: string;
  readonly corrects: number | null;
};

export type Review = {
  readonly on: IsoDate;
  /** Who asked. */
  readonly signer: Citizen;
  readonly against: "decision" | "silence";
  readonly why: string;
  readonly heard: "agrees" | "disagrees" | null;
  readonly decided: {
    readonly on: IsoDate;
    readonly by: string;
    readonly outcome: "upheld" | "reversed" | "ordered";
    readonly reasons: readonly GivenReason[];
    readonly remedies: readonly Remedy[];
    readonly delivered: IsoDate | null;
  } | null;
};

export type Case = {
  readonly service: string;
  /** How many actions it has: what a second clerk or a stale tab saw differs. */
  readonly version: number;
  readonly stage: Stage;
  /** Undefined only before its first draft. */
  readonly application: Application | undefined;
  readonly submitted: IsoDate | null;
  /** The last time papers came in: submitted, or a notice answered. */
  readonly received: IsoDate | null;
  /** Said to be accepted; one that nobody answered is so without being said (`acceptedOn`). */
  readonly accepted: IsoDate | null;
  readonly handler: string | null;
  readonly notices: readonly Notice[];
  readonly words: readonly Word[];
  /** Who signed in which sitting: each alone. */
  readonly sittings: readonly { readonly session: string; readonly signer: Citizen }[];
  readonly checks: readonly { readonly seen: readonly Paper[]; readonly note: string | null }[];
  readonly extended: number;
  readonly proposal: Decision | null;
  /** The stage it comes back to if the second person sends it back. */
  readonly proposedAt: Stage;
  readonly decisions: readonly Decision[];
  readonly effects: readonly Effect[];
  readonly reviews: readonly Review[];
  readonly rated: boolean;
  readonly closed: IsoDate | null;
  /** Members of staff who decided, approved or reviewed: none of them decides the next review. */
  readonly hands: readonly string[];
};

export const beginCase = (service: string): Case => ({
  service,
  version: 0,
  stage: "draft",
  application: undefined,
  submitted: null,
  received: null,
  accepted: null,
  handler: null,
  notices: [],
  words: [],
  sittings: [],
  checks: [],
  extended: 0,
  proposal: null,
  proposedAt: "checked",
  decisions: [],
  effects: [],
  reviews: [],
  rated: false,
  closed: null,
  hands: [],
});

export const openReview = ({ reviews }: Case): Review | undefined =>
  reviews.find(({ decided }) => decided === null);

/** Whether something was decided that the people have not been told. */
export const isUntold = ({ decisions, reviews }: Case): boolean =>
  decisions.at(-1)?.delivered === null ||
  reviews.some(({ decided }) => decided?.delivered === null);

/** Decision that counts now. */
export const lastDecision = ({ decisions }: Case): Decision | undefined => decisions.at(-1);

/** Everyone not granted was refused. */
export const refusedBy = (
  { granted }: Pick<Decision, "granted">,
  { people }: Application,
): readonly Member[] => people.map((_, member) => member).filter((each) => !granted.includes(each));
