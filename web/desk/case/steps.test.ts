import { expect, it } from "vitest";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import { readDecision, startDecision } from "./panels/decision.ts";
import { advisedGrant, lackingIn, listSteps } from "./steps.ts";

type Person = DeskCase["people"][number];
type Advice = NonNullable<DeskCase["advice"]>;

const person = (member: number, more: Partial<Person> = {}): Person => ({
  member,
  name: ["马建业", "丁雪", "马小川"][member] ?? "",
  birthDate: "1991-11-11",
  citizen: "990102199111119011",
  tie: member === 0 ? "self" : "spouse",
  ward: false,
  guardians: [],
  person: 600 + member,
  personCounty: 990_102,
  willing: true,
  alone: true,
  hear: false,
  ...more,
});

const advice = (more: Partial<Advice> = {}): Advice => ({
  outcome: "granted",
  law: "only",
  told: null,
  covered: [
    { member: 1, state: "covered" },
    { member: 2, state: "covered" },
  ],
  explanation: {},
  records: [],
  missing: [],
  askable: [],
  contradicted: [],
  departments: [],
  ...more,
});

const seen = (more: Partial<DeskCase> = {}): DeskCase => ({
  county: 990_101,
  case: "01a20141-4c7a-763f-a874-42b5f966a175",
  reference: "20261122-K6PGQE",
  service: "settlement",
  title: { "zh-CN": "落户", en: "Settling" },
  stage: "submitted",
  opened: "2026-11-22T03:16:26.362Z",
  submitted: "2026-11-22",
  version: 2,
  handler: null,
  application: { dossier: {}, form: {}, stated: [] },
  people: [person(0), person(1), person(2)],
  advice: advice(),
  completable: true,
  decisions: [],
  reviews: [],
  checks: [],
  allowed: ["consent", "assign", "accept", "return", "withdraw"],
  deadlines: [],
  notice: null,
  timeline: [],
  letters: [],
  proposed: null,
  documents: [],
  registered: [],
  receipts: [],
  ...more,
});

const clerk = "window-clerk";
const namesOf = (it: DeskCase, role = clerk) => listSteps(it, role).map(({ name }) => name);
const nextOf = (it: DeskCase, role = clerk) => listSteps(it, role).find(({ next }) => next)?.name;

it("offers what is allowed, and one visit first where one person may finish it", () => {
  expect(nextOf(seen())).toBe("complete");
  expect(nextOf(seen({ completable: false }))).toBe("accept");
  expect(namesOf(seen())).toEqual([
    "complete",
    "accept",
    "take",
    "return",
    "hand-over",
    "consent",
    "withdraw",
  ]);
  expect(namesOf(seen({ allowed: ["assign"], stage: "refused" }))).toEqual(["take", "hand-over"]);
  const handler = { account: "a", name: "林思齐", own: true };
  expect(namesOf(seen({ handler, allowed: ["assign"], stage: "refused" }))).toEqual(["hand-over"]);
  const proposed = seen({ stage: "proposed", allowed: ["approve", "send-back"] });
  expect(namesOf(proposed, "approver")).toEqual(["approve", "send-back"]);
  expect(nextOf(proposed, "approver")).toBe("approve");
});

it("gives every step a letter of its own, and none of the menu's", () => {
  const steps = listSteps(
    seen({
      allowed: [
        "approve",
        "decide-review",
        "effect",
        "decide",
        "check",
        "deliver",
        "accept",
        "assign",
        "return",
        "extend",
        "send-back",
        "consent",
        "answer",
        "ask-review",
        "withdraw",
        "close",
      ],
    }),
    clerk,
  );
  const keys = steps.map(({ key }) => key);
  expect(keys).toHaveLength(19);
  expect(new Set([...keys, "s", "c", "n", "a"]).size).toBe(keys.length + 4);
});

it("decides as advised only where the advice leaves nobody open", () => {
  expect(advisedGrant(seen())).toEqual([0, 1, 2]);
  expect(advisedGrant(seen({ advice: advice({ outcome: "refused" }) }))).toEqual([]);
  for (const outcome of ["unknown", "refer"] as const)
    expect(advisedGrant(seen({ advice: advice({ outcome }) }))).toBeUndefined();
  const part = advice({ covered: [{ member: 1, state: "covered" }] });
  expect(advisedGrant(seen({ advice: part }))).toEqual([0, 1]);
  const open = advice({ covered: [{ member: 1, state: "unknown" }] });
  expect(advisedGrant(seen({ advice: open }))).toBeUndefined();
  const decidable = { stage: "checked", allowed: ["decide"] } as const;
  expect(namesOf(seen({ ...decidable, allowed: ["decide"], advice: open }))).not.toContain(
    "as-advised",
  );
  expect(nextOf(seen({ ...decidable, allowed: ["decide"], completable: false }))).toBe(
    "as-advised",
  );
});

it("asks for a reason where a decision is not what is advised, and sends none where it is", () => {
  const asAdvised = startDecision(seen());
  expect(readDecision(seen(), { ...asAdvised, against: "typed before" })).toMatchObject({
    departs: false,
    decision: { granted: [0, 1, 2], clause: null, against: null },
  });
  const other = { ...asAdvised, verdicts: ["grant", "refuse", "grant"] as const };
  expect(readDecision(seen(), other)).toMatchObject({ departs: true, reasoned: false });
  expect(readDecision(seen(), { ...other, against: " 已离婚 ", clause: "D2.1" })).toMatchObject({
    reasoned: true,
    decision: { granted: [0, 2], clause: "D2.1", against: "已离婚" },
  });
  const open = seen({ advice: advice({ outcome: "refer" }) });
  expect(readDecision(open, startDecision(open)).said).toBe(false);
});

it("names what one visit still lacks", () => {
  const lacks = (more: Partial<DeskCase>) => lackingIn(seen(more)).map(({ lack }) => lack);
  expect(lacks({})).toEqual([]);
  const unwilling = [person(0), person(1, { willing: false }), person(2)];
  expect(lackingIn(seen({ people: unwilling }))).toEqual([{ lack: "consent", members: [1] }]);
  expect(lacks({ stage: "granted", advice: null, people: unwilling })).toEqual(["consent"]);
  expect(lacks({ advice: null })).toEqual(["noAdvice"]);
  const label = { "zh-CN": "教育部门", en: "Education department" };
  const waiting = { department: "education", label, state: "waiting", kinds: [] } as const;
  const unsure = advice({ outcome: "unknown", departments: [{ ...waiting, kinds: [] }] });
  expect(lacks({ advice: unsure })).toEqual(["advice", "departments"]);
  const alone = advice({ covered: [{ member: 1, state: "covered" }] });
  expect(lackingIn(seen({ advice: alone }))).toEqual([{ lack: "second", members: [2] }]);
  const newborn = [person(0), person(1), person(2, { citizen: null })];
  expect(lackingIn(seen({ people: newborn }))).toEqual([{ lack: "second", members: [2] }]);
});
