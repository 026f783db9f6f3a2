import { expect, it } from "vitest";
import {
  adviceOn,
  application,
  approver,
  clerk,
  decision,
  people,
  resident,
  terms,
} from "../testing/made-up.ts";
import type { Step } from "./action.ts";
import { allowed, apply } from "./apply.ts";
import { beginCase, type Case } from "./case.ts";
import type { Terms } from "./declaration.ts";
import type { Actor, Staff } from "./shapes.ts";

const day = "2026-03-02";
const alone = application(people.slice(0, 1));

/** Everyone in the office may do everything, so that only the person counts. */
const all: Terms = {
  ...terms,
  declaration: {
    ...terms.declaration,
    roles: Object.fromEntries(
      Object.keys(terms.declaration.roles).map((step) => [step, ["window-clerk", "approver"]]),
    ) as Terms["declaration"]["roles"],
  },
};

const checked = (by: Actor = resident("yu")): Case =>
  played(
    beginCase("settlement"),
    [by, { do: "draft", application: alone, onPaper: null }],
    [by, { do: "submit", onPaper: null }],
    [clerk, { do: "accept" }],
    [clerk, { do: "check", seen: [], note: null }],
  );

function played(state: Case, ...said: readonly (readonly [Actor, Step])[]): Case {
  let now = state;
  for (const [by, step] of said) {
    const applied = apply(now, { on: day, by, step }, all);
    if (!applied.ok) throw new Error(`${step.do}: ${applied.refusal.code}`);
    now = applied.case;
  }
  return now;
}

const code = (state: Case, by: Actor, step: Step): string => {
  const applied = apply(state, { on: day, by, step }, all);
  return applied.ok ? "ok" : applied.refusal.code;
};

const grant = (more: Partial<Extract<Step, { do: "decide" }>> = {}) =>
  decision(day, [0], adviceOn(day, "granted", []), { second: false, ...more });
const refuse = (more: Partial<Extract<Step, { do: "decide" }>> = {}) =>
  decision(day, [], adviceOn(day, "refused", []), { second: true, ...more });

it("lets one clerk grant what was advised, in one visit", () => {
  expect(code(checked(), clerk, grant())).toBe("ok");
  expect(code(checked(), clerk, grant({ second: true }))).toBe("second-person");
});

it("asks for a second person, who is another one, wherever somebody is refused", () => {
  expect(code(checked(), clerk, refuse({ second: false }))).toBe("second-person");
  const proposed = played(checked(), [clerk, refuse()]);
  expect(proposed.stage).toBe("proposed");
  expect(code(proposed, clerk, { do: "approve" })).toBe("same-person");
  expect(code(proposed, clerk, { do: "send-back", why: "再看" })).toBe("same-person");
  expect(code(proposed, approver, { do: "approve" })).toBe("ok");
});

it("refuses nobody without reasons and without both remedies", () => {
  expect(code(checked(), clerk, refuse({ reasons: [] }))).toBe("no-reasons");
  expect(code(checked(), clerk, grant({ reasons: [] }))).toBe("no-reasons");
  expect(code(checked(), clerk, refuse({ remedies: [] }))).toBe("no-remedies");
  const [review] = refuse().remedies;
  expect(code(checked(), clerk, refuse({ remedies: review === undefined ? [] : [review] }))).toBe(
    "no-remedies",
  );
});

it("wants a reason where a decision leaves the advice, and where the advice is open", () => {
  for (const outcome of ["refused", "unknown", "refer"] as const) {
    const advice = adviceOn(day, outcome, []);
    expect(code(checked(), clerk, grant({ advice, second: true }))).toBe("no-own-reason");
    const against = "看过房屋";
    expect(code(checked(), clerk, grant({ advice, second: true, against }))).toBe("ok");
  }
  expect(code(checked(), clerk, grant({ against: "没有必要" }))).toBe("not-against");
  const yesterday = adviceOn("2026-03-01", "granted", []);
  expect(code(checked(), clerk, grant({ advice: yesterday }))).toBe("advice-of-another-day");
});

it("is out of reach for staff whom it concerns, for other counties, and for strangers", () => {
  const yuAtWork: Staff = { ...clerk, subject: "yu-at-work", citizen: "yu" };
  const elsewhere: Staff = { ...clerk, county: 990102 };
  expect(code(checked(), yuAtWork, grant())).toBe("own-case");
  expect(allowed(checked(), yuAtWork, day, all)).toEqual([]);
  expect(code(checked(), elsewhere, grant())).toBe("other-county");
  expect(allowed(checked(), resident("stranger"), day, all)).toEqual([]);
  expect(allowed(checked(), resident("yu"), day, all)).toEqual(["consent", "withdraw"]);
});

it("is withdrawn until the register changed, and not after", () => {
  const granted = played(checked(), [clerk, grant()]);
  const withdraw: Step = { do: "withdraw", onPaper: null };
  const effect: Step = {
    do: "effect",
    members: [0],
    receipt: "11111111-1111-4111-8111-111111111111",
    corrects: null,
  };
  expect(code(granted, resident("yu"), withdraw)).toBe("ok");
  const withdrawn = played(granted, [resident("yu"), withdraw]);
  expect(code(withdrawn, clerk, effect)).toBe("not-now");
  const effected = played(granted, [clerk, effect]);
  expect(code(effected, resident("yu"), withdraw)).toBe("not-now");
  expect(code(effected, clerk, effect)).toBe("not-now");
});

it("is not withdrawn as a whole once a review adds people to those registered", () => {
  const reviewer: Staff = { ...approver, subject: "zhao" };
  const { clause, reasons, remedies } = refuse();
  const state = played(
    beginCase("settlement"),
    [resident("yu"), { do: "draft", application: application(people.slice(0, 2)), onPaper: null }],
    [resident("yu"), { do: "submit", onPaper: null }],
    [clerk, { do: "accept" }],
    [clerk, { do: "check", seen: [], note: null }],
    [clerk, grant({ second: true })],
    [approver, { do: "approve" }],
    [
      clerk,
      {
        do: "effect",
        members: [0],
        receipt: "11111111-1111-4111-8111-111111111111",
        corrects: null,
      },
    ],
    [clerk, { do: "deliver", how: "portal" }],
    [
      resident("li"),
      { do: "ask-review", against: "decision", why: "同住", heard: null, window: null },
    ],
    [
      reviewer,
      {
        do: "decide-review",
        outcome: "reversed",
        granted: [0, 1],
        clause,
        reasons,
        remedies,
        advice: null,
        against: null,
      },
    ],
  );
  expect(state.stage).toBe("granted");
  expect(code(state, resident("yu"), { do: "withdraw", onPaper: null })).toBe("not-now");
  expect(
    code(state, resident("li"), {
      do: "consent",
      member: 1,
      says: "yes",
      heard: null,
      window: null,
    }),
  ).toBe("ok");
});

it("takes back a registration only for those who asked, and hears the child", () => {
  const both = application(people.slice(0, 3));
  const reviewer: Staff = { ...approver, subject: "zhao" };
  const done = (heard: "agrees" | null, asker: string) =>
    played(
      beginCase("settlement"),
      [resident("yu"), { do: "draft", application: both, onPaper: null }],
      [resident("yu"), { do: "submit", onPaper: null }],
      [resident("li"), { do: "consent", member: 1, says: "yes", heard: null, window: null }],
      [resident("li"), { do: "consent", member: 2, says: "yes", heard: "agrees", window: null }],
      [clerk, { do: "accept" }],
      [clerk, { do: "check", seen: [], note: null }],
      [clerk, decision(day, [0, 1, 2], adviceOn(day, "granted", [1, 2]), { second: false })],
      [
        clerk,
        {
          do: "effect",
          members: [0, 1, 2],
          receipt: "11111111-1111-4111-8111-111111111111",
          corrects: null,
        },
      ],
      [clerk, { do: "deliver", how: "portal" }],
      [
        resident(asker),
        { do: "ask-review", against: "decision", why: "并非本意", heard, window: null },
      ],
    );
  const reverse = (granted: readonly number[]): Step => {
    const { clause, reasons, remedies } = refuse();
    const review = {
      do: "decide-review",
      outcome: "reversed",
      advice: null,
      against: null,
    } as const;
    return { ...review, granted, clause, reasons, remedies };
  };
  expect(code(done(null, "li"), reviewer, reverse([0, 2]))).toBe("ok");
  expect(code(done(null, "li"), reviewer, reverse([2]))).toBe("undo-not-asked");
  expect(code(done(null, "li"), reviewer, reverse([0]))).toBe("undo-not-asked");
  expect(code(done("agrees", "li"), reviewer, reverse([0]))).toBe("ok");
  expect(code(done(null, "li"), reviewer, reverse([0, 1, 2]))).toBe("nothing-reversed");
});
