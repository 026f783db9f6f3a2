import { civilOf } from "../calendar/day.ts";
import type { Core, ListTerm, OrderedTerm } from "../syntax/core.ts";
import type { Bounds } from "./bounds.ts";
import type { Condition, Situation } from "./evaluate.ts";
import { FALSE, type Slots, TRUE, highSlot, lowSlot } from "./facts.ts";

/** Records of a kind, and whether they are all there are. */
export type RecordSource = (kind: string) => {
  readonly items: readonly Slots[];
  readonly complete: boolean;
};

/** Records that pass every filter for certain, those that may, and whether there can be more. */
export type ListValue = {
  readonly certain: readonly Slots[];
  readonly possible: readonly Slots[];
  readonly complete: boolean;
};
type List = (situation: Situation) => ListValue;

/** Evaluates a list of records; the open world stays in the answer. */
export function evaluateList(term: ListTerm, condition: (core: Core) => Condition): List {
  if (term.op === "records") {
    const { kind } = term;
    return (situation) => {
      const { items, complete } = situation.records(kind);
      return { certain: items, possible: items, complete };
    };
  }
  const list = evaluateList(term.list, condition);
  const passes = condition(term.condition);
  return (situation) => {
    const { certain, possible, complete } = list(situation);
    const truth = new Map(
      possible.map((item) => [item, passes({ ...situation, items: { ...situation.items, item } })]),
    );
    return {
      certain: certain.filter((item) => truth.get(item) === TRUE),
      possible: possible.filter((item) => truth.get(item) !== FALSE),
      complete,
    };
  };
}

type ListFunction = Extract<
  OrderedTerm,
  { op: "count" | "earliest" | "latest" | "unbroken-since" | "months-covered" }
>;

/** The functions over records as intervals: what the certain records prove, and what others could change. */
export function listFunction(term: ListFunction, list: List, on: number | Bounds): Bounds {
  switch (term.op) {
    case "count":
      return growing(list, (items) => items.length);
    case "months-covered":
      return {
        low: (s) => {
          const day = dayOf(on, s);
          return day === undefined ? 0 : monthsCovered(list(s).certain, day, latestStart);
        },
        high: (s) => {
          const day = dayOf(on, s);
          const { possible, complete } = list(s);
          return day === undefined || !complete || possible.some(isStartless)
            ? Infinity
            : monthsCovered(possible, day, earliestStart);
        },
      };
    case "earliest":
      return shrinking(
        list,
        (items) => Math.min(Infinity, ...items.map((item) => item[lowSlot(term.field)]!)),
        (items) => Math.min(Infinity, ...items.map((item) => item[highSlot(term.field)]!)),
      );
    case "latest": {
      const low = lowSlot(term.field);
      const high = highSlot(term.field);
      // Of no records there is no last day: `none`, as for the first.
      return {
        low: (s) => {
          const { certain, possible, complete } = list(s);
          if (certain.length > 0) return Math.max(...certain.map((item) => item[low]!));
          return complete ? Math.min(Infinity, ...possible.map((item) => item[low]!)) : -Infinity;
        },
        high: (s) => {
          const { certain, possible, complete } = list(s);
          return complete && certain.length > 0
            ? Math.max(...possible.map((item) => item[high]!))
            : Infinity;
        },
      };
    }
    case "unbroken-since":
      return {
        low: (s) => {
          const day = dayOf(on, s);
          const { possible, complete } = list(s);
          return day === undefined || !complete
            ? -Infinity
            : unbrokenSince(possible, day, earliestStart);
        },
        high: (s) => {
          const day = dayOf(on, s);
          return day === undefined ? Infinity : unbrokenSince(list(s).certain, day, latestStart);
        },
      };
  }
}

/** The day, when it is known. */
function dayOf(on: number | Bounds, situation: Situation): number | undefined {
  if (typeof on === "number") return on;
  const day = on.low(situation);
  return day === on.high(situation) && Number.isFinite(day) ? day : undefined;
}

function growing(list: List, measure: (items: readonly Slots[]) => number): Bounds {
  return {
    low: (s) => measure(list(s).certain),
    high: (s) => (list(s).complete ? measure(list(s).possible) : Infinity),
  };
}

function shrinking(
  list: List,
  low: (items: readonly Slots[]) => number,
  high: (items: readonly Slots[]) => number,
): Bounds {
  return {
    low: (s) => (list(s).complete ? low(list(s).possible) : -Infinity),
    high: (s) => high(list(s).certain),
  };
}

type Start = (spell: Slots) => number;
const earliestStart: Start = (spell) => spell["from_lo"]!;
const latestStart: Start = (spell) => spell["from_hi"]!;
const isStartless = (spell: Slots): boolean => earliestStart(spell) === -Infinity;
/** A spell without an end goes on. */
const to = (spell: Slots): number => spell["to_hi"]!;

/**
 * First day of the chain of spells that reaches `on`, a spell following on the day after (or on)
 * the last day of the one before; Infinity where no spell reaches it.
 */
function unbrokenSince(spells: readonly Slots[], on: number, from: Start): number {
  let since = Infinity;
  for (const spell of spells.toSorted((a, b) => to(b) - to(a))) {
    const reaches = since === Infinity ? to(spell) >= on : to(spell) >= since - 1;
    if (from(spell) <= on && reaches) since = Math.min(since, from(spell));
  }
  return since;
}

const monthIndex = (day: number): number => {
  const { year, month } = civilOf(day);
  return year * 12 + month;
};

/** Distinct calendar months up to `on`; a spell that goes on counts the months completed before `on`'s. */
function monthsCovered(spells: readonly Slots[], on: number, from: Start): number {
  const current = monthIndex(on);
  const months = new Set<number>();
  for (const spell of spells) {
    const last = to(spell) === Infinity ? current - 1 : Math.min(monthIndex(to(spell)), current);
    for (let month = monthIndex(from(spell)); month <= last; month += 1) months.add(month);
  }
  return months.size;
}
