// How a case came to where it is: every step goes the way that all steps go, through `apply`.
import { type Chance, drawFrom } from "../../src/demo-data/chance.ts";
import type { Action, MissingItem, Step } from "../../src/casework/domain/action.ts";
import { mustBeHeard, type Application } from "../../src/casework/domain/application.ts";
import { apply } from "../../src/casework/domain/apply.ts";
import { beginCase, type Case, type Stage } from "../../src/casework/domain/case.ts";
import type { Terms } from "../../src/casework/domain/declaration.ts";
import type { Actor } from "../../src/casework/domain/shapes.ts";
import { dayAfter } from "../../src/casework/domain/working-days.ts";
import { otherSigners } from "./application.ts";

/** Where a case of the queue stands. */
export type Standing = Extract<
  Stage,
  "submitted" | "returned" | "accepted" | "checked" | "proposed" | "granted" | "refused"
>;

/** How many of a hundred, and for how many days at least and at most they have been in the house. */
const standings: Readonly<Record<Standing, readonly [share: number, from: number, to: number]>> = {
  submitted: [36, 0, 8],
  returned: [10, 1, 40],
  accepted: [16, 0, 6],
  checked: [17, 0, 8],
  proposed: [5, 1, 9],
  granted: [11, 1, 30],
  refused: [5, 2, 14],
};

export const drawStanding = drawFrom(
  Object.entries(standings).map(([name, [share]]) => [name as Standing, share] as const),
);

/** Members of staff who work on a case. */
export type Hands = { readonly clerk: string; readonly approver: string };

/** What is decided in a case, with the advice of the day. */
export type Decider = (
  application: Application,
  granted: readonly number[],
  on: string,
) => Extract<Step, { do: "decide" }>;

export type Plan = {
  readonly application: Application;
  readonly standing: Standing;
  readonly today: string;
  readonly terms: Terms;
  readonly hands: Hands;
  readonly decide: Decider;
  /** What a notice names. */
  readonly missing: readonly MissingItem[];
  /** Whoever is refused asks for a review. */
  readonly isReviewed: boolean;
};

export type Course = {
  readonly actions: readonly Action[];
  readonly state: Case;
};

/** Plays a case until today. Nine families of ten consent at once; the office takes a step a day. */
export function playCase(plan: Plan, chance: Chance): Course {
  const { application, standing, today, terms } = plan;
  const [, from, to] = standings[standing];
  const since = chance.between(from, to);
  const consents = chance.odds(0.9) ? consentsOf(application, today) : [];
  const first = [...opening(application), ...consents];
  let state = beginCase("settlement");
  const actions: Action[] = [];
  for (const [place, { by, step }] of [...first, ...work(plan)].entries()) {
    const on = dayAfter(today, Math.min(0, Math.max(0, place - first.length + 1) - since));
    const said = typeof step === "function" ? step(on) : step;
    const applied = apply(state, { by, on, step: said }, terms);
    if (!applied.ok) throw new Error(`${standing}: ${said.do} on ${on}: ${applied.refusal.code}`);
    state = applied.case;
    actions.push(...applied.added);
  }
  return { actions, state };
}

type Move = { readonly by: Actor; readonly step: Step | ((on: string) => Step) };

const resident = (citizen: string): Actor => ({
  kind: "resident",
  citizen,
  session: `sitting of ${citizen}`,
});

const opening = (application: Application): readonly Move[] => {
  const by = resident(application.people[0]?.citizen ?? "");
  return [
    { by, step: { do: "draft", application, onPaper: null } },
    { by, step: { do: "submit", onPaper: null } },
  ];
};

const consentsOf = (application: Application, today: string): readonly Move[] =>
  otherSigners(application, today).map(({ member, signer }) => {
    const participant = application.people[member];
    const heard = participant !== undefined && mustBeHeard(participant, today) ? "agrees" : null;
    return {
      by: resident(signer),
      step: { do: "consent", member, says: "yes", heard, window: null },
    };
  });

/** What the office did. */
function work({
  application,
  standing,
  hands,
  decide,
  missing,
  isReviewed,
}: Plan): readonly Move[] {
  const { county, people } = application;
  const staff = (role: "window-clerk" | "approver", subject: string): Actor => ({
    kind: "staff",
    role,
    subject,
    county,
    citizen: null,
    session: `sitting of ${subject}`,
  });
  const clerk = staff("window-clerk", hands.clerk);
  const approver = staff("approver", hands.approver);
  const everyone = people.map((_, member) => member);
  const taken: Move = { by: clerk, step: { do: "assign", to: hands.clerk, why: null } };
  const accepted: Move = { by: clerk, step: { do: "accept" } };
  const checked: Move = {
    by: clerk,
    step: { do: "check", seen: [{ kind: "title-certificate" }], note: null },
  };
  const decided = (granted: readonly number[]): Move => ({
    by: clerk,
    step: (on) => decide(application, granted, on),
  });
  const approved: Move = { by: approver, step: { do: "approve" } };
  const asks: Step = {
    do: "ask-review",
    against: "decision",
    why: "我就住在那里",
    heard: null,
    window: null,
  };
  const reviewed: readonly Move[] = [
    { by: clerk, step: { do: "deliver", how: "post" } },
    { by: resident(people[0]?.citizen ?? ""), step: asks },
  ];
  const ways: Readonly<Record<Standing, readonly Move[]>> = {
    submitted: [],
    returned: [taken, { by: clerk, step: { do: "return", missing } }],
    accepted: [taken, accepted],
    checked: [taken, accepted, checked],
    proposed: [taken, accepted, checked, decided([])],
    granted: [taken, accepted, checked, decided(everyone)],
    refused: [taken, accepted, checked, decided([]), approved, ...(isReviewed ? reviewed : [])],
  };
  return ways[standing];
}
