import { addMonths } from "../calendar/day.ts";
import { atomsOf } from "../diagram/partition.ts";
import { factsOverTime } from "../dossier/over-time.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { DerivedFacts } from "../dossier/derive.ts";
import { type Clock, evaluatorAt } from "../fold/evaluate.ts";
import { factsOf } from "../fold/explain.ts";
import type { Slots } from "../fold/facts.ts";
import { segmentAt, timeline, type Timeline } from "../fold/timeline.ts";
import { type TimeTeller, timeTeller, type Window } from "../fold/when.ts";
import type { Instrument, Pack, Rule } from "../rulebook/pack.ts";
import { type Ground, type RuleSet, selectRules, type Selection } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** Years back and ahead that times are looked for. */
const yearsBack = 3;
const yearsAhead = 3;

export const windowAround = (on: number): Window => ({
  from: addMonths(on, -12 * yearsBack),
  until: addMonths(on, 12 * yearsAhead) + 1,
});

/** How a dossier is answered over a window of days. */
export type Times = {
  readonly window: Window;
  /** Outcome codes. */
  readonly outcome: Timeline<number>;
  /** Truth of each rule by id; a rule not in force is false. */
  readonly rules: ReadonlyMap<string, Timeline>;
  /** What was in force and known on a day. */
  readonly standingOn: (day: number) => {
    readonly rules: RuleSet;
    readonly slots: Slots;
    readonly base: number;
  };
};

/** Answers over a window: rule by rule between the days on which texts change, facts piece by piece. */
export function timesOf(
  pack: Pack,
  dossier: Dossier,
  derived: DerivedFacts,
  asked: Selection,
  facts: ReadonlyMap<string, Fact>,
  window: Window,
): Times {
  const pieces = factsOverTime(pack.vocabulary, dossier, derived, window);
  const stretches = ruleStretches(pack, asked, facts, window).flatMap(
    ({ rules, tell, ...stretch }) =>
      pieces
        .filter((piece) => piece.from < stretch.until && stretch.from < piece.until)
        .map((piece) => ({
          rules,
          tell,
          piece,
          from: Math.max(piece.from, stretch.from),
          until: Math.min(piece.until, stretch.until),
        })),
  );
  const outcome: Line<number> = { days: [], values: [] };
  const lines = new Map<string, Line<0 | 1 | 2>>();
  for (const { tell, piece, from, until } of stretches) {
    const told = tell(piece.slots, piece.from, { from, until });
    append(outcome, from, told.outcome);
    const here = new Map(told.grounds.map(({ ground, truth }) => [ground.rule.id, truth]));
    for (const id of here.keys())
      if (!lines.has(id)) lines.set(id, absentBefore(from, window.from));
    for (const [id, line] of lines) append(line, from, here.get(id) ?? { days: [], values: [0] });
  }
  return {
    window,
    outcome: joined(outcome),
    rules: new Map([...lines].map(([id, line]) => [id, joined(line)])),
    standingOn: (day) => {
      const { rules, piece } = stretches.find(({ from, until }) => from <= day && day < until)!;
      return { rules, slots: piece.slots, base: piece.from };
    },
  };
}

type Line<V> = { readonly days: number[]; readonly values: V[] };

const absentBefore = (from: number, start: number): Line<0 | 1 | 2> =>
  from === start ? { days: [], values: [] } : { days: [start], values: [0] };

function append<V>(line: Line<V>, from: number, more: Timeline<V>): void {
  line.days.push(from, ...more.days);
  line.values.push(...more.values);
}

const joined = <V>({ days, values }: Line<V>): Timeline<V> => timeline(days.slice(1), values);

type Stretch = Window & { readonly rules: RuleSet; readonly tell: TimeTeller };

/** Stretches of the window between the days on which a text or rule comes into or goes out of force. */
function ruleStretches(
  pack: Pack,
  asked: Selection,
  facts: ReadonlyMap<string, Fact>,
  window: Window,
): readonly Stretch[] {
  const texts = pack.chains.find(({ places }) =>
    places.some((prefix) => asked.county.startsWith(prefix)),
  );
  const key = JSON.stringify([asked.service, texts?.instruments, asked.knownAt, asked.law, window]);
  const ready = stretched.get(pack) ?? new Map<string, readonly Stretch[]>();
  stretched.set(pack, ready);
  const known = ready.get(key);
  if (known !== undefined) return known;
  const periods = [
    ...pack.rules
      .filter(({ service }) => service === asked.service)
      .map((rule: Rule) => rule.inForce),
    ...pack.instruments.map((text: Instrument) => text.inForce),
  ];
  const edges = new Set(
    periods
      .flatMap(({ from, until }) => [from, until ?? from])
      .filter((day) => window.from < day && day < window.until),
  );
  const starts = [window.from, ...[...edges].toSorted((a, b) => a - b)];
  const found = starts.map((from, index) => {
    const selected = selectRules(pack, { ...asked, on: from });
    const rules = selected.ok ? selected.value : noRules(asked.service);
    return {
      from,
      until: starts[index + 1] ?? window.until,
      rules,
      tell: timeTeller(rules, facts),
    };
  });
  if (ready.size >= stretchLimit) ready.clear();
  ready.set(key, found);
  return found;
}

/** Stretches kept ready for each pack: they depend on the day, the service and the chain, not on the person. */
const stretchLimit = 32;
const stretched = new WeakMap<Pack, Map<string, readonly Stretch[]>>();

/** Before any text, nothing grants and nothing refers. */
const noRules = (service: string): RuleSet => ({ service, grounds: [], texts: [] });

/** Days between which a rule's present answer holds; undefined beyond the window. */
export function spanOf(
  times: Times,
  rule: string,
  day: number,
): { readonly from: number | undefined; readonly until: number | undefined } {
  const line = times.rules.get(rule);
  return line === undefined ? { from: undefined, until: undefined } : segmentAt(line, day);
}

/** Facts of a ground's conditions whose truth is another on `day` than on the day before. */
export function factsThatTurn(
  ground: Ground,
  times: Times,
  day: number,
  facts: ReadonlyMap<string, Fact>,
): readonly Fact[] {
  const counters = new Set(
    [...facts.values()].filter(({ moves }) => moves === "counter").map(({ name }) => name),
  );
  const truthsOn = (at: number): ReadonlyMap<string, number> => {
    const { slots, base } = times.standingOn(at);
    const clock: Clock = { day: at, base, counters };
    const evaluator = evaluatorAt(clock);
    const situation = { facts: slots, records: () => ({ items: [], complete: true }), items: {} };
    return new Map(
      [...atomsOf(ground.where), ...atomsOf(ground.when)].map((atom) => [
        JSON.stringify(atom),
        evaluator.condition(atom)(situation),
      ]),
    );
  };
  const [before, after] = [truthsOn(day - 1), truthsOn(day)];
  const atoms = [...atomsOf(ground.where), ...atomsOf(ground.when)];
  const turned = atoms.filter(
    (atom) => before.get(JSON.stringify(atom)) !== after.get(JSON.stringify(atom)),
  );
  return [...new Set(turned.flatMap((atom) => [...factsOf(atom)]))].map((name) => facts.get(name)!);
}
