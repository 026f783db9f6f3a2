import { expect, it } from "vitest";
import {
  adviceOn,
  application,
  approver,
  clerk,
  decision,
  people,
  resident,
  reviewer,
  terms,
} from "../testing/made-up.ts";
import type { Step } from "./action.ts";
import { apply, asOf } from "./apply.ts";
import { beginCase, type Case } from "./case.ts";
import { deadlines, remedyDays, urgency } from "./deadlines.ts";
import type { Actor, IsoDate } from "./shapes.ts";

const yu = resident("yu");
const draft: Step = { do: "draft", application: application(people.slice(0, 2)), onPaper: null };
const submit: Step = { do: "submit", onPaper: null };
const check: Step = { do: "check", seen: [], note: null };

type Said = readonly [IsoDate, Actor, Step];

function played(...said: readonly Said[]): Case {
  let state = beginCase("settlement");
  for (const [on, by, step] of said) {
    const applied = apply(state, { on, by, step }, terms);
    if (!applied.ok) throw new Error(`${on} ${step.do}: ${applied.refusal.code}`);
    state = applied.case;
  }
  return state;
}

const missing = (key: string, arisen: string | null = null): Step => ({
  do: "return",
  missing: [
    {
      key,
      label: { "zh-CN": key, en: key },
      clause: "R4.1",
      notFetched: null,
      arisen: arisen === null ? null : { on: arisen, why: { "zh-CN": "新", en: "new" } },
    },
  ],
});
const answer: Step = { do: "answer", application: application(people.slice(0, 2)), onPaper: null };

const dues = (state: Case, today: IsoDate) =>
  deadlines(asOf(state, today, terms), terms, today).map(({ limit, due, overdue }) => [
    `${limit.limit} ${limit.kind}`,
    due,
    overdue,
  ]);

// 2 March 2026 is a Monday.
const handedIn: readonly Said[] = [
  ["2026-03-02", yu, draft],
  ["2026-03-02", yu, submit],
];

it("counts as accepted, since it came in, when nobody says anything in five working days", () => {
  const state = played(...handedIn);
  expect(dues(state, "2026-03-09")).toEqual([["accept statutory", "2026-03-09", false]]);
  expect(dues(state, "2026-03-10")).toEqual([
    ["decide promised", "2026-03-05", true],
    ["decide statutory", "2026-03-30", false],
  ]);
  const late = apply(state, { on: "2026-03-10", by: clerk, step: missing("home.own") }, terms);
  expect(late).toMatchObject({ ok: false, refusal: { code: "already-accepted" } });
  const checked = apply(state, { on: "2026-03-10", by: clerk, step: check }, terms);
  expect(checked).toMatchObject({
    ok: true,
    case: { accepted: "2026-03-02", stage: "checked" },
    added: [{ by: { kind: "clock" } }, { step: { do: "check" } }],
  });
});

it("stands still while the applicant was asked for papers", () => {
  const arose: readonly Said[] = [
    ...handedIn,
    ["2026-03-03", clerk, { do: "accept" }],
    ["2026-03-05", clerk, missing("home.own", "2026-03-04")],
  ];
  expect(dues(played(...arose), "2026-06-01")).toEqual([
    ["answer statutory", "2026-04-16", true],
    ["decide statutory", null, false],
    ["decide promised", null, false],
  ]);
  const back = played(...arose, ["2026-03-12", yu, answer]);
  // Two working days had passed; the other eighteen begin on 13 March.
  expect(dues(back, "2026-03-12")).toEqual([
    ["decide promised", "2026-03-13", false],
    ["decide statutory", "2026-04-07", false],
  ]);
});

it("tells a second time only of what was told before or arose since", () => {
  const again: readonly Said[] = [
    ...handedIn,
    ["2026-03-03", clerk, missing("home.own")],
    ["2026-03-04", yu, answer],
  ];
  const state = played(...again);
  const code = (step: Step) => apply(state, { on: "2026-03-05", by: clerk, step }, terms);
  expect(code(missing("home.own")).ok).toBe(true);
  expect(code(missing("insurance.months", "2026-03-04")).ok).toBe(true);
  expect(code(missing("insurance.months"))).toMatchObject({
    refusal: { code: "not-told-at-once", clause: "Administrative Licensing Law art. 32" },
  });
  expect(code(missing("insurance.months", "2026-03-02")).ok).toBe(false);
});

const refusedCase: readonly Said[] = [
  ...handedIn,
  ["2026-03-03", clerk, { do: "accept" }],
  ["2026-03-03", clerk, check],
  ["2026-03-04", clerk, decision("2026-03-04", [])],
];

it("is prolonged once by who may, and not once it is late", () => {
  const accepted = handedIn.concat([["2026-03-03", clerk, { do: "accept" }]]);
  const state = played(...accepted, [
    "2026-03-04",
    approver,
    { do: "extend", days: 10, why: "核查" },
  ]);
  expect(dues(state, "2026-03-04").at(-1)).toEqual(["decide statutory", "2026-04-14", false]);
  const late = { on: "2026-04-20", by: approver } as const;
  expect(
    apply(played(...accepted), { ...late, step: { do: "extend", days: 1, why: "晚" } }, terms),
  ).toMatchObject({ refusal: { code: "too-late-to-extend" } });
});

it("lets silence be reviewed, and a decision until 60 days after it was told", () => {
  const ask = (against: "silence" | "decision"): Step => ({
    do: "ask-review",
    against,
    why: "不服",
    heard: null,
    window: null,
  });
  const accepted = played(...handedIn, ["2026-03-03", clerk, { do: "accept" }]);
  const on = (state: Case, day: IsoDate, step: Step) =>
    apply(state, { on: day, by: yu, step }, terms);
  expect(on(accepted, "2026-03-31", ask("silence"))).toMatchObject({
    refusal: { code: "not-silent" },
  });
  expect(on(accepted, "2026-04-01", ask("silence")).ok).toBe(true);
  const refused = played(...refusedCase, ["2026-03-05", approver, { do: "approve" }]);
  expect(on(refused, "2026-03-06", ask("decision"))).toMatchObject({
    refusal: { code: "not-told-yet" },
  });
  const told = played(
    ...refusedCase,
    ["2026-03-05", approver, { do: "approve" }],
    ["2026-03-06", clerk, { do: "deliver", how: "portal" }],
  );
  // 5 May is free, so the sixtieth day moves to the 6th; six months end on a Sunday.
  expect(remedyDays("2026-03-06", terms)).toEqual({ review: "2026-05-06", court: "2026-09-07" });
  expect(on(told, "2026-05-06", ask("decision")).ok).toBe(true);
  expect(on(told, "2026-05-07", ask("decision"))).toMatchObject({ refusal: { code: "too-late" } });
});

it("comes back from a review with another decision, and the register follows", () => {
  const reversed: Step = {
    do: "decide-review",
    outcome: "reversed",
    granted: [0, 1],
    clause: "R4.1",
    reasons: [{ text: { "zh-CN": "有房", en: "owns a home" }, clause: "R4.1" }],
    remedies: [],
    advice: adviceOn("2026-04-01", "granted", [1]),
    against: null,
  };
  const asked: readonly Said[] = [
    ...refusedCase,
    ["2026-03-05", approver, { do: "approve" }],
    ["2026-03-06", clerk, { do: "deliver", how: "portal" }],
    [
      "2026-03-20",
      yu,
      { do: "ask-review", against: "decision", why: "不服", heard: null, window: null },
    ],
  ];
  const by = (who: Actor) =>
    apply(played(...asked), { on: "2026-04-01", by: who, step: reversed }, terms);
  expect(by(approver)).toMatchObject({ refusal: { code: "took-part" } });
  const state = by(reviewer);
  expect(state).toMatchObject({ ok: true, case: { stage: "granted" } });
  if (!state.ok) return;
  const receipt = "11111111-1111-4111-8111-111111111111";
  const effect = (members: readonly number[]): Step => ({
    do: "effect",
    members,
    receipt,
    corrects: null,
  });
  const at = (on: IsoDate, members: readonly number[]) =>
    apply(state.case, { on, by: clerk, step: effect(members) }, terms);
  // The spouse said nothing: the applicant goes alone once the time for consenting is over.
  expect(at("2026-04-02", [0])).toMatchObject({ refusal: { code: "consent-missing" } });
  expect(at("2026-04-14", [0, 1])).toMatchObject({ refusal: { code: "not-these-people" } });
  expect(at("2026-04-14", [0])).toMatchObject({ ok: true, case: { stage: "effected" } });
});

it("puts what is longest overdue first in the queue", () => {
  const urgencies = [
    urgency(played(...handedIn, ["2026-03-03", clerk, { do: "accept" }]), terms, "2026-03-10"),
    urgency(played(...handedIn), terms, "2026-03-02"),
    urgency(played(["2026-03-02", yu, draft]), terms, "2026-03-10"),
  ];
  expect(urgencies).toEqual(["2026-03-06", "2026-03-09", "none"]);
});
