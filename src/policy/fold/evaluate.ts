import { addMonths, monthsBetween } from "../calendar/day.ts";
import type { CodeTerm, Core, OrderedTerm, Read } from "../syntax/core.ts";
import { type Bounds, monotone } from "./bounds.ts";
import { applyDateFunction } from "./date-functions.ts";
import {
  FALSE,
  NO_CODE,
  type Slots,
  TRUE,
  type TruthValue,
  UNKNOWN,
  highSlot,
  lowSlot,
  slotName,
} from "./facts.ts";
import { type RecordSource, evaluateList, listFunction } from "./lists.ts";

/** What a formula is evaluated on: facts, the records behind them, and records bound to variables. */
export type Situation = {
  readonly facts: Slots;
  readonly records: RecordSource;
  readonly items: Readonly<Record<string, Slots>>;
};

export type Condition = (situation: Situation) => TruthValue;
export type Code = (situation: Situation) => number;

/** The reference fold: three-valued closures over the core, at one day. Bounds are exact intervals, so every answer is sound. */
export type Evaluator = {
  readonly condition: (core: Core) => Condition;
  readonly code: (term: CodeTerm) => Code;
  readonly ordered: (term: OrderedTerm) => Bounds;
};

const negated = [TRUE, UNKNOWN, FALSE] as const;
const lift = (known: boolean): TruthValue => (known ? TRUE : FALSE);

/**
 * A day that moves: counters (facts that grow while their cause goes on) gain a month for each month
 * completed since the day `base` of the slots.
 */
export type Clock = { day: number; base: number; readonly counters: ReadonlySet<string> };

/** Closures for formulas asked at day number `on`, or at whatever day a clock shows. */
export function evaluatorAt(on: number | Clock): Evaluator {
  const holder = (read: Read): ((situation: Situation) => Slots) => {
    if (read.from === "fact") return (situation) => situation.facts;
    const { variable } = read;
    return (situation) => situation.items[variable]!;
  };
  const nameOf = (read: Read): string => (read.from === "fact" ? read.name : read.field);

  function condition(core: Core): Condition {
    switch (core.op) {
      case "constant": {
        const value = lift(core.value);
        return () => value;
      }
      case "holds": {
        const slots = holder(core.read);
        const slot = slotName(nameOf(core.read));
        return (situation) => slots(situation)[slot] as TruthValue;
      }
      case "not": {
        const of = condition(core.of);
        return (situation) => negated[of(situation)];
      }
      case "and":
        return conjunction(core.of.map(condition));
      case "or":
        return disjunction(core.of.map(condition));
      case "if": {
        const [test, then, otherwise] = [
          condition(core.test),
          condition(core.then),
          condition(core.else),
        ];
        return (situation) => {
          const known = test(situation);
          if (known !== UNKNOWN) return known === TRUE ? then(situation) : otherwise(situation);
          const value = then(situation);
          return value === otherwise(situation) ? value : UNKNOWN;
        };
      }
      case "is": {
        const term = code(core.term);
        const values = new Set(core.values);
        return (situation) => {
          const value = term(situation);
          return value === NO_CODE ? UNKNOWN : lift(values.has(value));
        };
      }
      case "same": {
        const [left, right] = [code(core.left), code(core.right)];
        return (situation) => {
          const [a, b] = [left(situation), right(situation)];
          return a === NO_CODE || b === NO_CODE ? UNKNOWN : lift(a === b);
        };
      }
      case "le": {
        const [left, right] = [ordered(core.left), ordered(core.right)];
        return (situation) => {
          if (left.high(situation) <= right.low(situation)) return TRUE;
          return left.low(situation) > right.high(situation) ? FALSE : UNKNOWN;
        };
      }
      case "some":
      case "every": {
        const list = evaluateList(core.list, condition);
        const inner = condition(core.condition);
        const { variable } = core;
        const settling = core.op === "some" ? TRUE : FALSE;
        return (situation) => {
          const { certain, possible, complete } = list(situation);
          const holds = (item: Slots): TruthValue =>
            inner({ ...situation, items: { ...situation.items, [variable]: item } });
          if (certain.some((item) => holds(item) === settling)) return settling;
          const otherwise = negated[settling];
          return complete && possible.every((item) => holds(item) === otherwise)
            ? otherwise
            : UNKNOWN;
        };
      }
      case "named":
        return condition(core.of);
    }
  }

  function code(term: CodeTerm): Code {
    switch (term.op) {
      case "code": {
        const { value } = term;
        return () => value;
      }
      case "read-code": {
        const slots = holder(term.read);
        const slot = slotName(nameOf(term.read));
        return (situation) => slots(situation)[slot]!;
      }
      case "prefecture": {
        const of = code(term.of);
        return (situation) => Math.floor(of(situation) / 100);
      }
      case "choose-code": {
        const [test, then, otherwise] = [condition(term.test), code(term.then), code(term.else)];
        return (situation) => {
          const known = test(situation);
          if (known !== UNKNOWN) return known === TRUE ? then(situation) : otherwise(situation);
          const value = then(situation);
          return value === otherwise(situation) ? value : NO_CODE;
        };
      }
    }
  }

  const exact = (value: number): Bounds => ({ low: () => value, high: () => value });

  function ordered(term: OrderedTerm): Bounds {
    switch (term.op) {
      case "number":
        return exact(term.value);
      case "on":
        return typeof on === "number" ? exact(on) : { low: () => on.day, high: () => on.day };
      case "read-ordered": {
        const slots = holder(term.read);
        const name = nameOf(term.read);
        const [low, high] = [lowSlot(name), highSlot(name)];
        const bounds: Bounds = {
          low: (situation) => slots(situation)[low]!,
          high: (situation) => slots(situation)[high]!,
        };
        const grows = typeof on !== "number" && term.read.from === "fact" && on.counters.has(name);
        return grows ? grown(bounds, on) : bounds;
      }
      case "add-months": {
        const { months } = term;
        return monotone(ordered(term.of), (day) => addMonths(day, months));
      }
      case "add": {
        const [left, right] = [ordered(term.left), ordered(term.right)];
        return {
          low: (s) => left.low(s) + right.low(s),
          high: (s) => left.high(s) + right.high(s),
        };
      }
      case "scale": {
        const of = ordered(term.of);
        const { by } = term;
        if (by === 0) return exact(0);
        return by > 0
          ? { low: (s) => of.low(s) * by, high: (s) => of.high(s) * by }
          : { low: (s) => of.high(s) * by, high: (s) => of.low(s) * by };
      }
      case "divide": {
        const of = ordered(term.of);
        const { by } = term;
        return by > 0
          ? { low: (s) => of.low(s) / by, high: (s) => of.high(s) / by }
          : { low: (s) => of.high(s) / by, high: (s) => of.low(s) / by };
      }
      case "floor":
        return monotone(ordered(term.of), Math.floor);
      case "ceiling":
        return monotone(ordered(term.of), Math.ceil);
      case "abs": {
        const of = ordered(term.of);
        return {
          low: (s) => Math.max(0, of.low(s), -of.high(s)),
          high: (s) => Math.max(Math.abs(of.low(s)), Math.abs(of.high(s))),
        };
      }
      case "min":
      case "max": {
        const [left, right] = [ordered(term.left), ordered(term.right)];
        const pick = Math[term.op];
        return {
          low: (s) => pick(left.low(s), right.low(s)),
          high: (s) => pick(left.high(s), right.high(s)),
        };
      }
      case "date-function":
        return applyDateFunction(term.name, term.args.map(ordered));
      case "choose": {
        const test = condition(term.test);
        const [then, otherwise] = [ordered(term.then), ordered(term.else)];
        return {
          low: (s) => chosen(test(s), then.low(s), otherwise.low(s), Math.min),
          high: (s) => chosen(test(s), then.high(s), otherwise.high(s), Math.max),
        };
      }
      case "count":
      case "earliest":
      case "latest":
        return listFunction(term, evaluateList(term.list, condition), ordered({ op: "on" }));
      case "unbroken-since":
      case "months-covered":
        return listFunction(term, evaluateList(term.list, condition), ordered(term.on));
    }
  }

  return { condition, code, ordered };
}

/**
 * Months gained since the clock's base, or not yet gained before it; never below none. Only an amount that
 * is known grows: of one that is "at least so much" nobody said that it goes on.
 */
function grown(of: Bounds, clock: Clock): Bounds {
  const gain = (value: number, s: Situation): number =>
    Number.isFinite(value) && of.low(s) === of.high(s)
      ? Math.max(0, value + monthsBetween(clock.base, clock.day))
      : value;
  return { low: (s) => gain(of.low(s), s), high: (s) => gain(of.high(s), s) };
}

function chosen(
  test: TruthValue,
  then: number,
  otherwise: number,
  hull: (a: number, b: number) => number,
): number {
  if (test === UNKNOWN) return hull(then, otherwise);
  return test === TRUE ? then : otherwise;
}

function conjunction(of: readonly Condition[]): Condition {
  return (situation) => {
    let value: TruthValue = TRUE;
    for (const part of of) {
      const truth = part(situation);
      if (truth === FALSE) return FALSE;
      if (truth < value) value = truth;
    }
    return value;
  };
}

function disjunction(of: readonly Condition[]): Condition {
  return (situation) => {
    let value: TruthValue = FALSE;
    for (const part of of) {
      const truth = part(situation);
      if (truth === TRUE) return TRUE;
      if (truth > value) value = truth;
    }
    return value;
  };
}
