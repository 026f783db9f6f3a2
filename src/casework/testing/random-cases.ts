// Cases of random course: steps that fit, and steps that do not, by everyone in the case and in the office.
import * as fc from "fast-check";
import { type Action, type Step, type StepName, stepNames } from "../domain/action.ts";
import type { Participant } from "../domain/application.ts";
import { type Applied, allowed, apply, asOf } from "../domain/apply.ts";
import { isAgainst } from "../domain/advice.ts";
import { beginCase, type Case, lastDecision, openReview } from "../domain/case.ts";
import { carrying } from "../domain/consent.ts";
import { needsSecond } from "../domain/declaration.ts";
import type { Actor, IsoDate, Member } from "../domain/shapes.ts";
import { dayAfter } from "../domain/working-days.ts";
import {
  adviceOn,
  application,
  declaration,
  decision,
  office,
  people,
  remedies,
  resident,
  residents,
  terms,
  writtenWill,
} from "./made-up.ts";

export type Move = {
  readonly days: number;
  readonly actor: number;
  /** Chosen among what the actor may do, or among everything. */
  readonly wild: boolean;
  readonly pick: number;
  readonly dice: readonly [number, number, number];
};

const number = fc.nat({ max: 997 });

const move: fc.Arbitrary<Move> = fc.record({
  days: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat({ max: 3 }) },
    { weight: 1, arbitrary: fc.nat({ max: 80 }) },
  ),
  actor: number,
  wild: fc.oneof(
    { weight: 6, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  pick: number,
  dice: fc.tuple(number, number, number),
});

export const courses = (maxLength = 90): fc.Arbitrary<readonly Move[]> =>
  fc.array(move, { maxLength, size: "max" });

const actors: readonly Actor[] = [
  ...residents.map((citizen) => resident(citizen)),
  ...office,
  { kind: "clock" },
  // Two people at one screen.
  resident("li", "of yu"),
];

export type Played = {
  readonly before: Case;
  readonly action: Action;
  readonly applied: Applied;
};

/** Plays a course; `actions` are those that were stored. */
export function play(
  moves: readonly Move[],
  after: (played: Played) => void = () => undefined,
): { readonly case: Case; readonly actions: readonly Action[]; readonly today: IsoDate } {
  let state = beginCase("settlement");
  let today: IsoDate = "2026-03-02";
  const actions: Action[] = [];
  for (const { days, actor, wild, pick, dice } of moves) {
    today = dayAfter(today, days);
    const now = asOf(state, today, terms);
    const action = wild
      ? actionOf(now, get(actors, actor), get(stepNames, pick), today, dice)
      : fitting(now, today, { actor, pick, dice });
    if (action === undefined) continue;
    const applied = apply(state, action, terms);
    after({ before: state, action, applied });
    if (!applied.ok) continue;
    state = applied.case;
    actions.push(...applied.added);
  }
  return { case: state, actions, today };
}

/** A step that somebody may take now; withdrawals and closings are rare, or no case would go far. */
function fitting(
  state: Case,
  today: IsoDate,
  { actor, pick, dice }: Pick<Move, "actor" | "pick" | "dice">,
): Action | undefined {
  const start = actor % actors.length;
  const inTurn = [...actors.slice(start), ...actors.slice(0, start)];
  for (const by of inTurn) {
    const names = allowed(state, by, today, terms).filter(
      (name) =>
        !rare.has(name) ||
        (pick + start) % 29 === 0 ||
        (name === "draft" && state.application === undefined),
    );
    if (names.length > 0) return actionOf(state, by, get(names, pick), today, dice);
  }
  return undefined;
}

const rare: ReadonlySet<StepName> = new Set([
  "withdraw",
  "close",
  "draft",
  "assign",
  "rate",
  "extend",
]);

const get = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

function actionOf(
  state: Case,
  by: Actor,
  name: StepName,
  on: IsoDate,
  [a, b, c]: Move["dice"],
): Action {
  const onPaper = by.kind === "staff" ? writtenWill : null;
  const stepOf = (): Step => {
    switch (name) {
      case "draft":
        return { do: "draft", application: application(people.slice(0, 1 + (a % 5))), onPaper };
      case "submit":
      case "withdraw":
        return { do: name, onPaper };
      case "consent":
        return consentOf(state, by, a, b, c);
      case "assign":
        return { do: "assign", to: get(["lin", "he"], a), why: b % 2 === 0 ? "换人" : null };
      case "accept":
      case "approve":
      case "close":
        return { do: name };
      case "return":
        return { do: "return", missing: missingOf(state, on, a, b) };
      case "answer":
        return {
          do: "answer",
          application: {
            ...(state.application ?? application()),
            form: { home: a % 3 === 0 ? "rented" : "own" },
          },
          onPaper,
        };
      case "check":
        return { do: "check", seen: [{ kind: "id-card" }], note: a % 2 === 0 ? "看过" : null };
      case "extend":
        return { do: "extend", days: 1 + (a % 11), why: "核查" };
      case "decide":
        return decideOf(state, on, a, b, c);
      case "send-back":
        return { do: "send-back", why: "再看" };
      case "effect":
        return effectOf(state, on, a, b);
      case "deliver":
        return { do: "deliver", how: "portal" };
      case "ask-review": {
        const told = state.decisions.length > 0 && state.stage !== "proposed";
        const against = told ? "decision" : "silence";
        const heard = a % 3 === 0 ? null : "agrees";
        const window =
          by.kind === "staff" ? { signer: get(residents, b), paper: writtenWill } : null;
        return { do: "ask-review", against, why: "不服", heard, window };
      }
      case "decide-review":
        return reviewOf(state, on, a, b);
      case "rate":
        return { do: "rate", grade: 1 + (a % 5), why: null };
    }
  };
  const step = stepOf();
  const alone = step.do === "consent" && step.window !== null && by.kind === "staff" && c % 5 > 0;
  const session = alone ? `visit of ${step.window.signer}` : "";
  return { on, by: alone ? { ...by, session } : by, step };
}

function consentOf(state: Case, by: Actor, a: number, b: number, c: number): Step {
  const who = state.application?.people ?? people;
  const mine = who.flatMap(({ citizen, guardians }, member) =>
    by.kind === "resident" &&
    (citizen === by.citizen || guardians.some((each) => each.citizen === by.citizen))
      ? [member]
      : [],
  );
  const member = mine.length > 0 && a % 5 > 0 ? get(mine, b) : b % who.length;
  const first = who[member];
  const signer = first?.guardians[0]?.citizen ?? first?.citizen ?? "self";
  return {
    do: "consent",
    member,
    says: c % 4 === 0 ? "no" : "yes",
    heard: c % 9 === 0 ? null : c % 11 === 0 ? "disagrees" : "agrees",
    window: by.kind === "staff" ? { signer, paper: writtenWill } : null,
  };
}

function missingOf(state: Case, on: IsoDate, a: number, b: number) {
  const keys = ["home.own", "title-certificate", "insurance.months"].slice(0, 1 + (a % 3));
  return keys.map((key) => ({
    key,
    label: { "zh-CN": key, en: key },
    clause: "R4.1",
    notFetched: null,
    arisen:
      b % 3 === 0 || state.accepted !== null ? { on, why: { "zh-CN": "新", en: "new" } } : null,
  }));
}

function decideOf(state: Case, on: IsoDate, a: number, b: number, c: number): Step {
  const subject = state.application ?? application();
  const all = subject.people.map((_, member) => member);
  const granted = state.stage === "returned" || a % 4 === 0 ? [] : someOf(all, b);
  const advice =
    c % 3 > 0
      ? adviceOn(on, granted.length > 0 ? "granted" : "refused", granted)
      : adviceOn(on, get(["granted", "refused", "unknown", "refer"] as const, c), all.slice(1));
  const step = decision(on, granted, advice);
  return {
    ...step,
    against: isAgainst(step, subject) !== (a % 13 === 0) ? "自己的理由" : null,
    second: needsSecond(declaration, subject, step) !== (a % 17 === 0),
    remedies: a % 19 === 0 ? [] : remedies,
    reasons: a % 29 === 0 ? [] : step.reasons,
  };
}

/** The applicant, and some of the others. */
const someOf = (all: readonly Member[], dice: number): readonly Member[] =>
  all.filter((member) => member === 0 || dice % (member + 2) > 0);

function effectOf(state: Case, on: IsoDate, a: number, b: number): Step {
  const { movers, undone } = carrying(state, on);
  const due = undone.length > 0 ? undone : movers;
  const members = a % 7 === 0 || due.length === 0 ? [b % people.length] : due;
  const place = state.effects.findIndex(({ members: done }) =>
    undone.every((member) => done.includes(member)),
  );
  const receipt = `00000000-0000-4000-8000-${String(a * 1000 + b).padStart(12, "0")}`;
  return { do: "effect", members, receipt, corrects: undone.length > 0 ? place : null };
}

const isFor = (asker: string | undefined, participant: Participant | undefined): boolean =>
  participant?.citizen === asker ||
  (participant?.guardians ?? []).some(({ citizen }) => citizen === asker);

function reviewOf(state: Case, on: IsoDate, a: number, b: number): Step {
  const all = (state.application?.people ?? people).map((_, member) => member);
  const silent = state.decisions.length === 0 || state.stage === "proposed";
  const before = lastDecision(state)?.granted ?? [];
  const asker = openReview(state)?.signer;
  const others = before.filter((member) => !isFor(asker, people[member]));
  const granted = a % 2 === 0 ? others : someOf(all, b);
  const { clause, reasons, remedies, advice } = decision(on, granted);
  const outcome = a % 3 === 0 ? "upheld" : silent ? "ordered" : "reversed";
  return {
    do: "decide-review",
    outcome,
    granted,
    clause,
    reasons,
    remedies,
    advice,
    against: null,
  };
}
