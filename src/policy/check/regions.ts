import { addMonths, dayOf, endOfMonth, latestStart } from "../calendar/day.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { FALSE, type Slots, TRUE, highSlot, lowSlot, slotName } from "../fold/facts.ts";
import type { CodeTerm, Core, OrderedTerm } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/**
 * Between two thresholds a formula cannot change, so one value per region stands for all of them.
 * A formula's satisfiability is then decided by trying every combination of regions, up to
 * {@link regionLimit}; beyond it, and where two facts are compared with one another, the answer may be "perhaps".
 * Formulas that name `on` are tried on a sample day and around every day on which they change by themselves.
 */
export type Satisfiable = "yes" | "no" | "perhaps";

const regionLimit = 20_000;

const sampleDay = 20_635;

/** Thresholds of one fact, and what makes regions of them. */
type Regions = {
  readonly slots: readonly string[];
  readonly thresholds: Set<number>;
  readonly prefectures: Set<number>;
  readonly values: (regions: Regions) => ReadonlySet<number>;
};
type Candidates = Map<string, Regions>;

/** Whether some person makes the condition true on some day. */
export function satisfiable(core: Core, facts: ReadonlyMap<string, Fact>): Satisfiable {
  const found = new Set<Satisfiable>();
  for (const day of decisiveDays(core)) {
    const answer = satisfiableOn(day, core, facts);
    if (answer === "yes") return "yes";
    found.add(answer);
  }
  return found.has("perhaps") ? "perhaps" : "no";
}

function satisfiableOn(day: number, core: Core, facts: ReadonlyMap<string, Fact>): Satisfiable {
  const candidates: Candidates = new Map();
  const exact = { value: true };
  collect(day, core, facts, candidates, exact);
  const entries = [...candidates.values()].map((regions) => ({
    slots: regions.slots,
    values: regions.values(regions),
  }));
  const size = entries.reduce((product, { values }) => product * values.size, 1);
  if (size > regionLimit) return "perhaps";
  const holds = evaluatorAt(day).condition(core);
  const slots: Slots = {};
  const tryFrom = (index: number): boolean => {
    const entry = entries[index];
    if (entry === undefined) return holds({ facts: slots, ...nothing }) === TRUE;
    for (const value of entry.values) {
      for (const slot of entry.slots) slots[slot] = value;
      if (tryFrom(index + 1)) return true;
    }
    return false;
  };
  if (tryFrom(0)) return "yes";
  return exact.value ? "no" : "perhaps";
}

const nothing = { records: () => ({ items: [], complete: true }), items: {} } as const;

/** Days before and after which a comparison of `on` with a constant comes out differently; every month's edges where a month or a day of it is asked. */
function decisiveDays(core: Core): ReadonlySet<number> {
  const days = new Set([sampleDay]);
  const seen = new Set<object>();
  const walk = (part: object): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if ("op" in part && part.op === "le") {
      const le = part as Extract<Core, { op: "le" }>;
      if (!readsFact(le.left) && !readsFact(le.right)) addFlips(le, days);
    }
    for (const child of Object.values(part))
      if (typeof child === "object" && child !== null) walk(child as object);
  };
  walk(core);
  return days;
}

const [firstDay, lastDay] = [dayOf(1, 1, 1), dayOf(9999, 12, 31)];

function addFlips(le: Extract<Core, { op: "le" }>, days: Set<number>): void {
  const holds = (day: number): boolean =>
    evaluatorAt(day).condition(le)({ facts: {}, ...nothing }) === TRUE;
  let [low, high] = [firstDay, lastDay];
  const before = holds(low);
  if (before !== holds(high)) {
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle) === before) low = middle;
      else high = middle;
    }
    days.add(low).add(high);
  }
  if (!/"name":"(?:month|day)"/.test(JSON.stringify(le))) return;
  for (let month = 0; month < 12; month += 1) {
    const start = addMonths(sampleLeapYear, month);
    days.add(start).add(endOfMonth(start));
  }
}

const sampleLeapYear = dayOf(2024, 1, 1);

/** Dates: each threshold and its neighbours. */
const dates = ({ thresholds }: Regions): ReadonlySet<number> =>
  new Set(
    [...thresholds].flatMap((day) => [Math.ceil(day) - 1, Math.ceil(day), Math.floor(day) + 1]),
  );

/** Numbers: each threshold, a value between two, and one beyond; only those the type allows. */
const numbers =
  (least: number, most: number) =>
  ({ thresholds }: Regions): ReadonlySet<number> => {
    const edges = [...thresholds].toSorted((a, b) => a - b);
    const between = edges.slice(1).map((edge, index) => (edge + edges[index]!) / 2);
    const all = [edges[0]! - 1, ...edges, ...between, edges.at(-1)! + 1, least, most];
    return new Set(
      all.filter((value) => Number.isFinite(value) && value >= least && value <= most),
    );
  };

/** Codes: those named, another one, and in each prefecture named a county that is not. */
const codes = ({ thresholds, prefectures }: Regions): ReadonlySet<number> => {
  const values = new Set([...thresholds, 0]);
  for (const prefecture of prefectures) {
    let county = prefecture * 100 + 1;
    while (values.has(county) && county % 100 < 99) county += 1;
    values.add(county);
  }
  return values;
};

const named = ({ thresholds }: Regions): ReadonlySet<number> => thresholds;

function collect(
  day: number,
  core: Core,
  facts: ReadonlyMap<string, Fact>,
  candidates: Candidates,
  exact: { value: boolean },
): void {
  const regionsOf = (slots: readonly string[], values: Regions["values"]): Regions => {
    const known = candidates.get(slots[0]!);
    if (known !== undefined) return known;
    const regions = {
      slots,
      thresholds: new Set<number>(),
      prefectures: new Set<number>(),
      values,
    };
    candidates.set(slots[0]!, regions);
    return regions;
  };
  const code = (
    term: CodeTerm,
    constants: readonly number[],
    kind: "thresholds" | "prefectures" = "thresholds",
  ): void => {
    switch (term.op) {
      case "code":
        return;
      case "prefecture":
        return code(term.of, constants, "prefectures");
      case "choose-code":
        visit(term.test);
        code(term.then, constants, kind);
        code(term.else, constants, kind);
        return;
      case "read-code": {
        if (term.read.from === "item") return;
        const type = facts.get(term.read.name)?.type;
        const isEnum = type?.kind === "enum";
        const regions = regionsOf([slotName(term.read.name)], isEnum ? named : codes);
        const all = isEnum ? type.values.map((_, index) => index) : constants;
        for (const value of all) regions[kind].add(value);
      }
    }
  };
  const ordered = (term: OrderedTerm, against: readonly number[]): void => {
    switch (term.op) {
      case "read-ordered": {
        if (term.read.from === "item") return;
        const { name } = term.read;
        const type = facts.get(name)?.type;
        const values =
          type?.kind === "number" ? numbers(type.min ?? -Infinity, type.max ?? Infinity) : dates;
        const { thresholds } = regionsOf([lowSlot(name), highSlot(name)], values);
        for (const threshold of against.length === 0 ? [day] : against) thresholds.add(threshold);
        return;
      }
      case "add-months":
        return ordered(
          term.of,
          against.flatMap((threshold) => [
            latestStart(Math.floor(threshold), term.months),
            latestStart(Math.ceil(threshold) - 1, term.months),
          ]),
        );
      case "scale":
        return ordered(
          term.of,
          against.map((threshold) => threshold / term.by),
        );
      case "divide":
        return ordered(
          term.of,
          against.map((threshold) => threshold * term.by),
        );
      case "add":
        if (term.right.op === "number") {
          const { value } = term.right;
          return ordered(
            term.left,
            against.map((threshold) => threshold - value),
          );
        }
    }
    exact.value &&= constantsOf(term, day).length > 0 && !readsFact(term);
    for (const part of partsOf(term)) {
      if ("test" in part) visit(part.test);
      else ordered(part.term, against);
    }
  };
  function visit(part: Core): void {
    switch (part.op) {
      case "constant":
        return;
      case "holds":
        if (part.read.from === "fact")
          regionsOf([slotName(part.read.name)], named)
            .thresholds.add(FALSE)
            .add(TRUE);
        return;
      case "not":
      case "named":
        return visit(part.of);
      case "and":
      case "or":
        return part.of.forEach(visit);
      case "if":
        return [part.test, part.then, part.else].forEach(visit);
      case "is":
        return code(part.term, part.values);
      case "same":
        exact.value = false;
        code(part.left, []);
        return code(part.right, []);
      case "le":
        if (readsFact(part.left) && readsFact(part.right)) exact.value = false;
        ordered(part.left, constantsOf(part.right, day));
        return ordered(part.right, constantsOf(part.left, day));
      case "some":
      case "every":
        exact.value = false;
    }
  }
  visit(core);
}

type Part = { readonly term: OrderedTerm } | { readonly test: Core };

function partsOf(term: OrderedTerm): readonly Part[] {
  switch (term.op) {
    case "add-months":
    case "scale":
    case "divide":
    case "floor":
    case "ceiling":
    case "abs":
      return [{ term: term.of }];
    case "add":
    case "min":
    case "max":
      return [{ term: term.left }, { term: term.right }];
    case "date-function":
      return term.args.map((arg) => ({ term: arg }));
    case "choose":
      return [{ test: term.test }, { term: term.then }, { term: term.else }];
    default:
      return [];
  }
}

const readsFact = (term: OrderedTerm): boolean =>
  term.op === "read-ordered" ||
  partsOf(term).some((part) => ("term" in part ? readsFact(part.term) : true));

/** Values that a term takes wherever it reads no fact, for thresholds. */
function constantsOf(term: OrderedTerm, day: number): readonly number[] {
  if (!readsFact(term))
    return [
      evaluatorAt(day)
        .ordered(term)
        .low({ facts: {}, ...nothing }),
    ];
  if (term.op === "add-months")
    return constantsOf(term.of, day).map((start) => addMonths(start, term.months));
  return partsOf(term).flatMap((part) => ("term" in part ? constantsOf(part.term, day) : []));
}
