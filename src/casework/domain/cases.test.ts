import * as fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { people, terms } from "../testing/made-up.ts";
import { courses, play } from "../testing/random-cases.ts";
import { action, type Action, type Step, stepNames } from "./action.ts";
import { allowed, asOf } from "./apply.ts";
import { isConcerned } from "./application.ts";
import type { Case } from "./case.ts";
import { needsSecond } from "./declaration.ts";
import { fold } from "./reduce.ts";
import { refusalTexts } from "./refusal.ts";
import { residentView, staffView } from "./view.ts";
import { lastDay } from "./working-days.ts";

const runs = { numRuns: 250 };

type Of<Name extends Step["do"]> = Action & { readonly step: Extract<Step, { do: Name }> };

const only = <Name extends Step["do"]>(actions: readonly Action[], name: Name) =>
  actions.filter((action): action is Of<Name> => action.step.do === name);

const holds = (check: (actions: readonly Action[], state: Case, today: string) => void) =>
  fc.assert(
    fc.property(courses(), (moves) => {
      const { actions, case: state, today } = play(moves);
      check(actions, state, today);
    }),
    runs,
  );

it("is what its actions fold to, however it is stored", () => {
  holds((actions, state) => {
    expect(fold("settlement", actions)).toEqual(state);
    const stored: unknown = JSON.parse(JSON.stringify(actions));
    expect(fold("settlement", z.array(action).parse(stored))).toEqual(state);
  });
});

it("lets happen exactly what it says is allowed", () => {
  fc.assert(
    fc.property(courses(), (moves) => {
      play(moves, ({ before, action, applied }) => {
        const { by, on, step } = action;
        const now = asOf(before, on, terms);
        if (applied.ok) expect(allowed(now, by, on, terms)).toContain(step.do);
        else expect(refusalTexts).toHaveProperty(applied.refusal.code);
      });
    }),
    runs,
  );
});

it("registers only whom a decision grants and who agrees, and once for each decision", () => {
  holds((actions, { effects, decisions }) => {
    const at = effects.map(({ decision }) => decision);
    expect(new Set(at).size).toBe(at.length);
    for (const { decision, members, corrects } of effects) {
      const granted = decisions[decision]?.granted ?? [];
      for (const member of members) expect(granted.includes(member)).toBe(corrects === null);
    }
    for (const [place, action] of actions.entries()) {
      if (action.step.do !== "effect" || action.step.corrects !== null) continue;
      for (const member of action.step.members)
        expect(agrees(actions.slice(0, place), member, action.on)).toBe(true);
    }
  });
});

/** The will of one member, read from the bare actions. */
function agrees(actions: readonly Action[], member: number, on: string): boolean {
  const participant = people[member];
  if (participant === undefined) return false;
  const [year = "", ...day] = participant.birthDate.split("-");
  const grown = !participant.ward && `${Number(year) + 18}-${day.join("-")}` <= on;
  const signers = grown ? [participant.citizen] : participant.guardians.map((g) => g.citizen);
  const said = new Map<string | null, { says: string; heard: string | null }>();
  for (const { step, by } of actions) {
    if (step.do === "submit" && member === 0) said.set("yu", { says: "yes", heard: null });
    if (step.do === "answer" && step.application.form["home"] !== homeBefore(actions, step))
      for (const signer of said.keys()) if (member !== 0) said.delete(signer);
    if (step.do !== "consent" || step.member !== member) continue;
    said.set(step.window?.signer ?? (by.kind === "resident" ? by.citizen : null), step);
  }
  const words = signers.flatMap((signer) => said.get(signer) ?? []);
  return (
    words.some(({ says }) => says === "yes") &&
    !words.some(({ says }) => says === "no") &&
    (grown || !words.some(({ heard }) => heard === "disagrees")) &&
    (grown || words.some(({ heard }) => heard === "agrees"))
  );
}

function homeBefore(actions: readonly Action[], step: Step): unknown {
  const before = actions.slice(
    0,
    actions.findIndex((action) => action.step === step),
  );
  const last = before.findLast(({ step }) => step.do === "draft" || step.do === "answer")?.step;
  return last !== undefined && "application" in last ? last.application.form["home"] : undefined;
}

it("does nothing in the register once it is withdrawn, and is withdrawn only before", () => {
  holds((actions) => {
    const place = actions.findIndex(({ step }) => step.do === "withdraw");
    if (place < 0) return;
    expect(only(actions, "effect")).toEqual([]);
    expect(actions.slice(place + 1).filter(({ step }) => step.do !== "close")).toEqual([]);
  });
});

it("gives reasons with every decision, and ways to go on with every refusal", () => {
  holds((_, { decisions, application }) => {
    for (const { granted, reasons, remedies, from } of decisions) {
      expect(reasons.length).toBeGreaterThan(0);
      if (granted.length === application?.people.length) continue;
      const kinds = remedies.map(({ kind }) => kind);
      expect(kinds).toContain("court");
      if (from === "first") expect(kinds).toContain("review");
    }
  });
});

it("is decided by nobody whom it concerns, and by two where the service says so", () => {
  holds((actions, { application, decisions }) => {
    const since = actions.findIndex(({ step }) => step.do === "submit");
    for (const { by } of actions.slice(Math.max(since, 0)))
      if (since >= 0 && by.kind === "staff" && by.citizen !== null && application !== undefined)
        expect(isConcerned(application, by.citizen)).toBe(false);
    for (const decision of decisions) {
      if (decision.from === "review" || decision.advice === null || application === undefined)
        continue;
      const { advice, granted, approvedBy, by } = decision;
      const two = needsSecond(terms.declaration, application, { advice, granted });
      expect(approvedBy !== null).toBe(two);
      expect(approvedBy).not.toBe(by);
    }
  });
});

it("is reviewed by nobody who had a hand in it", () => {
  holds((actions) => {
    const hands = new Set<string>();
    for (const { by, step } of actions) {
      if (by.kind !== "staff") continue;
      if (step.do === "decide-review") expect(hands.has(by.subject)).toBe(false);
      if (["decide", "approve", "decide-review"].includes(step.do)) hands.add(by.subject);
    }
  });
});

it("asks once for all that is missing, in time, and later only for what arose since", () => {
  holds((actions) => {
    let told: readonly string[] | undefined;
    let received = "";
    let accepted = false;
    for (const { step, on } of actions) {
      if (step.do === "accept") accepted = true;
      if (step.do === "submit" || (step.do === "answer" && !accepted)) received = on;
      if (step.do !== "return") continue;
      if (!accepted) expect(on <= (lastDay(received, 5, terms.calendar) ?? "")).toBe(true);
      const first = told === undefined && !accepted;
      for (const { key, arisen } of step.missing)
        expect(first || arisen !== null || (!accepted && told?.includes(key))).toBe(true);
      told = [...(told ?? []), ...step.missing.map(({ key }) => key)];
    }
  });
});

it("gives a reason of its own wherever a decision leaves the advice", () => {
  holds((actions) => {
    for (const { step } of only(actions, "decide")) {
      const { outcome } = step.advice;
      const agrees = outcome === (step.granted.length > 0 ? "granted" : "refused");
      if (!agrees) expect(step.against).not.toBeNull();
    }
  });
});

it("shows the head of the household nothing of what the others said of their own will", () => {
  fc.assert(
    fc.property(courses(), fc.constantFrom("yu", "li", "teen", "uncle"), (moves, viewer) => {
      const { actions, today } = play(moves);
      // Until people are registered: from then on it shows who was.
      const end = actions.findIndex(({ step }) => step.do === "effect");
      const before = end < 0 ? actions : actions.slice(0, end);
      const silent = before.filter(
        ({ step, by }) =>
          step.do !== "consent" ||
          (step.window?.signer ?? (by.kind === "resident" ? by.citizen : "")) === viewer,
      );
      const seen = residentView("settlement", before, viewer);
      const hushed = residentView("settlement", silent, viewer);
      expect(seen).toEqual(hushed);
      expect(JSON.stringify(seen)).not.toMatch(/看过|再看|换人/);
      expect(seen.case.words.every(({ signer, member }) => signer === viewer || member === 0));
      const who = { kind: "resident", citizen: viewer, session: "new" } as const;
      expect(allowed(fold("settlement", before), who, today, terms)).toEqual(
        allowed(fold("settlement", silent), who, today, terms),
      );
    }),
    runs,
  );
});

it("shows staff who is willing, and of nobody else whether they said no or nothing", () => {
  holds((actions, _, today) => {
    const view = staffView("settlement", actions, today);
    const silent = actions.filter(
      ({ step }) => step.do !== "consent" || view.willing.includes(step.member),
    );
    const { willing, actions: shown, case: seen } = staffView("settlement", silent, today);
    expect({ willing, shown, seen }).toEqual({
      willing: view.willing,
      shown: view.actions,
      seen: view.case,
    });
  });
});

it("takes every step in some course, and most courses go far", () => {
  const played = fc.sample(courses(), { numRuns: 300, seed: 7 }).map((moves) => play(moves));
  const steps = new Map<string, number>();
  for (const { actions } of played)
    for (const { step } of actions) steps.set(step.do, (steps.get(step.do) ?? 0) + 1);
  expect([...steps.keys()].toSorted()).toEqual(stepNames.toSorted());
  expect(steps.get("effect")).toBeGreaterThan(40);
  expect(played.some(({ case: state }) => state.effects.some((e) => e.corrects !== null))).toBe(
    true,
  );
});
