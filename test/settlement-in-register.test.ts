// A case from the draft to the register, with the register's own rules: what casework asks for is what they take.
import { expect, it } from "vitest";
import type { Action, Step } from "../src/casework/domain/action.ts";
import type { Application } from "../src/casework/domain/application.ts";
import { apply } from "../src/casework/domain/apply.ts";
import { beginCase, type Case } from "../src/casework/domain/case.ts";
import { grantOf, undoingOf } from "../src/casework/domain/grant.ts";
import type { Actor, Staff } from "../src/casework/domain/shapes.ts";
import { settlement } from "../src/services/settlement/declaration.ts";
import { addressOrders } from "../src/services/settlement/domain/address-orders.ts";
import {
  correctingAct,
  type Found,
  settlementEffect,
} from "../src/services/settlement/domain/effect.ts";
import { findHouseholdOn } from "../src/register/domain/household-on.ts";
import { invariants } from "../src/register/domain/invariants.ts";
import { type MemoryRegister, perform } from "../src/register/testing/memory-register.ts";
import {
  neighbour,
  people,
  smallTown,
  stranger,
  strangerChild,
  strangerHousehold,
  town,
} from "../src/register/testing/small-town.ts";

const calendar = { holidays: new Set<string>(), workdays: new Set<string>() };
const terms = { declaration: settlement, calendar };
const today = "2020-06-01";
const both = (words: string) => ({ "zh-CN": words, en: words });

const parent: Actor = { kind: "resident", citizen: "stranger", session: "one" };
const staff = (subject: string, role: Staff["role"]): Staff => ({
  kind: "staff",
  role,
  subject,
  county: town,
  citizen: null,
  session: subject,
});
const clerk = staff("lin", "window-clerk");

const address = { address: "新华路 7 号", community: "新华社区" };
const application: Application = {
  county: town,
  dossier: { on: today },
  people: [
    {
      citizen: "stranger",
      name: people.stranger.name,
      birthDate: people.stranger.birthDate,
      tie: "self",
      family: null,
      ward: false,
      guardians: [],
    },
    {
      citizen: "child",
      name: people.strangerChild.name,
      birthDate: people.strangerChild.birthDate,
      tie: "child",
      family: 0,
      ward: false,
      guardians: [{ citizen: "stranger", name: people.stranger.name }],
    },
  ],
  form: {
    homes: [{ kind: "own-home", ...address }],
    chosen: 0,
    relations: [{ member: 1, relation: 20 }],
    declared: [],
  },
};

const grantAll: Step = {
  do: "decide",
  granted: [0, 1],
  clause: "D2.1",
  reasons: [{ text: both("有房"), clause: "D2.1" }],
  remedies: [],
  advice: {
    outcome: "granted",
    grounds: [],
    covered: [{ member: 1, state: "covered" }],
    on: today,
    law: "only",
    told: null,
  },
  against: null,
  second: false,
};

function played(state: Case, ...said: readonly (readonly [Actor, Step, string?])[]): Case {
  let now = state;
  for (const [by, step, on = today] of said) {
    const action: Action = { on, by, step };
    const applied = apply(now, action, terms);
    if (!applied.ok) throw new Error(`${step.do}: ${applied.refusal.code}`);
    now = applied.case;
  }
  return now;
}

const granted = (...consents: readonly (readonly [Actor, Step])[]): Case =>
  played(
    beginCase("settlement"),
    [parent, { do: "draft", application, onPaper: null }],
    [parent, { do: "submit", onPaper: null }],
    ...consents,
    [clerk, { do: "accept" }],
    [clerk, { do: "check", seen: [{ kind: "title-certificate" }], note: null }],
    [clerk, grantAll],
  );

const forChild: readonly [Actor, Step] = [
  parent,
  { do: "consent", member: 1, says: "yes", heard: "agrees", window: null },
];

const shown = (movers: number): Found => ({
  household: null,
  dwelling: null,
  origins: [stranger, strangerChild]
    .slice(0, movers)
    .map((person) => ({ from: "county", county: neighbour, person })),
  from: null,
  seats: [],
  leftBehind: [],
});

function effected(state: Case, register: MemoryRegister): number {
  const grant = grantOf(state, today);
  if (grant === undefined) throw new Error("nothing to carry out");
  const effect = settlementEffect(grant, shown(grant.movers.length), addressOrders);
  if (!effect.ok) throw new Error(effect.refusal.code);
  const { verdict, ids } = perform(register, town, effect.act, today);
  expect(verdict).toMatchObject({ ok: true, warnings: [] });
  expect(invariants(register.state)).toEqual([]);
  return ids.households[0] ?? 0;
}

it("registers parent and child in one visit, on the day, from another county", () => {
  const register = smallTown();
  const state = granted(forChild);
  const household = effected(state, register);
  expect(findHouseholdOn(register.state, town, household, today)).toMatchObject({
    members: [
      { person: stranger, relation: 2 },
      { person: strangerChild, relation: 20 },
    ],
  });
  const receipt = "11111111-1111-4111-8111-111111111111";
  const step: Step = { do: "effect", members: [0, 1], receipt, corrects: null };
  expect(played(state, [clerk, step]).stage).toBe("effected");
});

it("registers nobody for whom the will is missing, and waits for it", () => {
  const state = granted();
  expect(grantOf(state, today)?.movers).toHaveLength(1);
  const step: Step = {
    do: "effect",
    members: [0],
    receipt: "11111111-1111-4111-8111-111111111111",
    corrects: null,
  };
  expect(apply(state, { on: today, by: clerk, step }, terms)).toMatchObject({
    refusal: { code: "consent-missing" },
  });
});

it("takes a registration back for those who asked, by an act that puts it right", () => {
  const register = smallTown();
  const done = granted(forChild);
  effected(done, register);
  const receipt = "11111111-1111-4111-8111-111111111111";
  const reversed: Step = {
    do: "decide-review",
    outcome: "reversed",
    granted: [],
    clause: "Administrative Reconsideration Law art. 63",
    reasons: [{ text: both("并非本意"), clause: "K1" }],
    remedies: [{ kind: "court", before: both("人民法院"), clause: "行诉法45" }],
    advice: null,
    against: null,
  };
  const later = "2020-06-20";
  const state = played(
    done,
    [clerk, { do: "effect", members: [0, 1], receipt, corrects: null }],
    [clerk, { do: "deliver", how: "window" }],
    [
      parent,
      { do: "ask-review", against: "decision", why: "想回去", heard: "agrees", window: null },
      "2020-06-10",
    ],
    [staff("zhao", "approver"), reversed, later],
  );
  const undoing = undoingOf(state, later);
  if (undoing === undefined) throw new Error("nothing to take back");
  expect(undoing).toMatchObject({ receipt, movers: [{ member: 0 }, { member: 1 }] });
  // The old household ended with them: they found it anew.
  const back = {
    household: null,
    home: { kind: "new", ...address },
    people: [
      { person: stranger, relation: 2 },
      { person: strangerChild, relation: 20 },
    ],
    seats: [],
    leftBehind: [],
  } as const;
  const act = correctingAct(undoing, town, back);
  const { verdict } = perform(register, neighbour, act, later);
  expect(verdict).toMatchObject({ ok: true });
  expect(invariants(register.state)).toEqual([]);
  expect(
    findHouseholdOn(register.state, neighbour, strangerHousehold, today)?.members ?? [],
  ).toEqual([]);
  const step: Step = {
    do: "effect",
    members: [0, 1],
    receipt: `${receipt.slice(0, -1)}2`,
    corrects: 0,
  };
  expect(played(state, [clerk, step, later]).stage).toBe("effected");
});
