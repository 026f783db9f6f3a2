import { formatDay } from "../calendar/day.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { factsOf } from "../fold/explain.ts";
import { outcomes } from "../fold/kernel.ts";
import { valueAt } from "../fold/timeline.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { type Decided, decideFully } from "./decide.ts";
import type { Assumption, Cause, Edge, Times as TimesAnswer } from "./decision.ts";
import type { Question } from "./prepare.ts";
import { factsThatTurn, type Times } from "./times.ts";
import { assumptionInWords } from "./words.ts";

/**
 * How the answer changes from the day asked about to three years ahead, and why: each edge with the grounds
 * that turn, the facts that turn them, and what is taken to go on. Refuses as `decideDossier` does.
 */
export function whenDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<TimesAnswer, Problem> {
  const decided = decideFully(pack, dossier, question);
  if (!decided.ok) return decided;
  const { decision, times, prepared } = decided.value;
  const { outcome, window } = times;
  const days = outcome.days.filter((day) => day > prepared.on);
  const starts = [prepared.on, ...days];
  return ok({
    service: decision.service,
    on: decision.asOf.on,
    segments: starts.map((from, index) => ({
      from: formatDay(from),
      until: formatDay(starts[index + 1] ?? window.until),
      outcome: outcomes[valueAt(outcome, from)]!,
    })),
    edges: days.map((day) => edgeOn(day, decided.value)),
    asOf: decision.asOf,
  });
}

/** The first later day on which the answer becomes granted, when nothing but time passes. */
export function firstGrant(decided: Decided): Edge | null {
  const { outcome } = decided.times;
  const day = outcome.days.find(
    (edge) => edge > decided.prepared.on && outcomes[valueAt(outcome, edge)] === "granted",
  );
  return day === undefined ? null : edgeOn(day, decided);
}

function edgeOn(day: number, { times, prepared }: Decided): Edge {
  const { facts } = prepared;
  const turning = turningGrounds(times, day);
  const turned = turning.map(({ cause, ground }) => ({
    cause,
    facts: factsThatTurn(ground, times, day, facts),
  }));
  return {
    day: formatDay(day),
    before: outcomes[valueAt(times.outcome, day - 1)]!,
    after: outcomes[valueAt(times.outcome, day)]!,
    causes: turned.map(({ cause, facts: list }) => ({
      ...cause,
      facts: list.map(({ name, label }) => ({ fact: name, label })),
    })),
    assumptions: assumptionsOf(turning.flatMap(({ ground }) => movingFacts(ground, facts))),
  };
}

type Turning = {
  readonly cause: Omit<Cause, "facts">;
  readonly ground: Decided["shown"][number]["ground"];
};

function turningGrounds(times: Times, day: number): readonly Turning[] {
  const standing = [times.standingOn(day), times.standingOn(day - 1)].flatMap(
    ({ rules }) => rules.grounds,
  );
  const grounds = new Map(standing.map((ground) => [ground.rule.id, ground]));
  return [...grounds].flatMap(([id, ground]): readonly Turning[] => {
    const line = times.rules.get(id);
    if (line === undefined) return [];
    const [before, after] = [valueAt(line, day - 1), valueAt(line, day)];
    if (before === after) return [];
    const change =
      after === 2 ? "begins" : before === 2 ? "ends" : after === 1 ? "opens" : "settles";
    const { clause, title } = ground.rule;
    return [{ ground, cause: { rule: id, clause, title, change } }];
  });
}

function movingFacts(ground: Turning["ground"], facts: ReadonlyMap<string, Fact>): readonly Fact[] {
  return [...factsRead(ground)]
    .map((name) => facts.get(name)!)
    .filter(({ moves }) => moves !== "constant");
}

function factsRead({ where, when }: Turning["ground"]): ReadonlySet<string> {
  return new Set([...factsOf(where), ...factsOf(when)]);
}

function assumptionsOf(facts: readonly Fact[]): readonly Assumption[] {
  return [...new Set(facts)].map((fact) => ({
    fact: fact.name,
    label: fact.label,
    text: assumptionInWords(fact),
  }));
}
