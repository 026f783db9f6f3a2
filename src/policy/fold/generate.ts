import type { CodeTerm, Core, OrderedTerm } from "../syntax/core.ts";
import { FALSE, NO_CODE, TRUE, highSlot, lowSlot, slotName } from "./facts.ts";

/**
 * Emits JavaScript for three-valued conditions on two rails: `sure` (certainly true) and `may`
 * (possibly true). On each rail a comparison reads the bound that decides, so unknown needs no branch
 * of its own. Terms that only depend on the day become constants of a prelude.
 */
export type Rails = {
  readonly sure: (core: Core) => string;
  readonly may: (core: Core) => string;
  readonly prelude: readonly string[];
};

/** Names the emitted code uses: `f` the slots, `on` the day, `lib` the calendar (see kernel.ts). */
export function rails(): Rails {
  const prelude: string[] = [];
  const constants = new Map<string, string>();
  const constant = (expression: string): string => {
    if (/^-?\d+(\.\d+)?$/.test(expression)) return expression;
    const known = constants.get(expression);
    if (known !== undefined) return known;
    const name = `k${constants.size}`;
    constants.set(expression, name);
    prelude.push(`const ${name} = ${expression};`);
    return name;
  };

  const any = (parts: readonly string[]): string => joined(parts, " || ", "false", "true");
  const all = (parts: readonly string[]): string => joined(parts, " && ", "true", "false");
  const negate = (expression: string): string => {
    if (expression.startsWith("!") && balanced(expression.slice(1))) return expression.slice(1);
    return balanced(expression) ? `!${expression}` : `!(${expression})`;
  };

  const sure = (core: Core): string => {
    switch (core.op) {
      case "constant":
        return String(core.value);
      case "holds":
        return `(f.${slotOf(core.read)} === ${TRUE})`;
      case "not":
        return negate(may(core.of));
      case "and":
        return all(core.of.map(sure));
      case "or":
        return any(core.of.map(sure));
      case "if":
        return any([
          all([sure(core.test), sure(core.then)]),
          all([negate(may(core.test)), sure(core.else)]),
          all([sure(core.then), sure(core.else)]),
        ]);
      case "is":
        return membership(core.term, core.values, false);
      case "same":
        return `lib.sameSure(${code(core.left)}, ${code(core.right)})`;
      case "le":
        return comparison(core.left, core.right, "sure");
      case "named":
        return sure(core.of);
      case "some":
      case "every":
        throw new TypeError("rules read facts, not records");
    }
  };

  const may = (core: Core): string => {
    switch (core.op) {
      case "constant":
        return String(core.value);
      case "holds":
        return `(f.${slotOf(core.read)} !== ${FALSE})`;
      case "not":
        return negate(sure(core.of));
      case "and":
        return all(core.of.map(may));
      case "or":
        return any(core.of.map(may));
      case "if":
        return all([
          any([may(core.then), may(core.else)]),
          any([negate(sure(core.test)), may(core.then)]),
          any([may(core.test), may(core.else)]),
        ]);
      case "is":
        return membership(core.term, core.values, true);
      case "same":
        return `lib.sameMay(${code(core.left)}, ${code(core.right)})`;
      case "le":
        return comparison(core.left, core.right, "may");
      case "named":
        return may(core.of);
      case "some":
      case "every":
        throw new TypeError("rules read facts, not records");
    }
  };

  /** `in [0, 1, 2, 7]` as ranges, so that neither a list is searched nor a prefecture divided out. */
  function membership(term: CodeTerm, values: readonly number[], unknownCounts: boolean): string {
    const wanted = unknownCounts ? [NO_CODE, ...values] : values;
    if (term.op === "prefecture" && term.of.op === "read-code") {
      return within(code(term.of), runsOf(wanted).map(countiesOf));
    }
    const runs = runsOf(wanted);
    if (term.op === "read-code" && runs.length <= 4) return within(code(term), runs);
    return `${constant(`new Set(${JSON.stringify(wanted)})`)}.has(${code(term)})`;
  }

  const within = (value: string, runs: readonly Run[]): string =>
    any(
      runs.map(([first, last]) =>
        first === last ? `${value} === ${first}` : `(${value} >= ${first} && ${value} <= ${last})`,
      ),
    );

  function code(term: CodeTerm): string {
    switch (term.op) {
      case "code":
        return String(term.value);
      case "read-code":
        return `f.${slotOf(term.read)}`;
      case "prefecture":
        return `Math.floor(${code(term.of)} / 100)`;
      case "choose-code":
        return `lib.chooseCode(${sure(term.test)}, ${may(term.test)}, ${code(term.then)}, ${code(term.else)})`;
    }
  }

  /**
   * `since + n months <= K` is a threshold on `since`, found once with the same date function. Possible
   * is what is not certainly false, so that bounds that cannot be compared (no number) stay open.
   */
  function comparison(left: OrderedTerm, right: OrderedTerm, rail: "sure" | "may"): string {
    const sure = rail === "sure";
    const [leftBound, rightBound] = sure ? [high, low] : [low, high];
    const atMost = (a: string, b: string): string => (sure ? `(${a} <= ${b})` : `!(${a} > ${b})`);
    if (left.op === "add-months" && isDaily(right)) {
      const latest = constant(`lib.latestStart(${low(right)}, ${left.months})`);
      return atMost(leftBound(left.of), latest);
    }
    if (right.op === "add-months" && isDaily(left)) {
      const tooEarly = constant(`lib.latestStart(${low(left)} - 1, ${right.months})`);
      return sure
        ? `(${tooEarly} < ${rightBound(right.of)})`
        : `!(${tooEarly} >= ${rightBound(right.of)})`;
    }
    return atMost(leftBound(left), rightBound(right));
  }

  const low = (term: OrderedTerm): string => bound(term, "low");
  const high = (term: OrderedTerm): string => bound(term, "high");

  function bound(term: OrderedTerm, side: "low" | "high"): string {
    const expression = emit(term, side);
    return isDaily(term) && term.op !== "number" && term.op !== "on"
      ? constant(expression)
      : expression;
  }

  function emit(term: OrderedTerm, side: "low" | "high"): string {
    const other = side === "low" ? "high" : "low";
    switch (term.op) {
      case "number":
        return term.value < 0 ? `(${term.value})` : String(term.value);
      case "on":
        return "on";
      case "read-ordered":
        return `f.${ordered(term.read, side)}`;
      case "add-months":
        return `lib.addMonths(${emit(term.of, side)}, ${term.months})`;
      case "add":
        return `(${emit(term.left, side)} + ${emit(term.right, side)})`;
      case "scale":
        return term.by === 0 ? "0" : `(${emit(term.of, term.by > 0 ? side : other)} * ${term.by})`;
      case "divide":
        return `(${emit(term.of, term.by > 0 ? side : other)} / ${term.by})`;
      case "floor":
      case "ceiling":
        return `Math.${term.op === "floor" ? "floor" : "ceil"}(${emit(term.of, side)})`;
      case "abs": {
        const [lowest, highest] = [emit(term.of, "low"), emit(term.of, "high")];
        return side === "low"
          ? `Math.max(0, ${lowest}, -${highest})`
          : `Math.max(Math.abs(${lowest}), Math.abs(${highest}))`;
      }
      case "min":
      case "max":
        return `Math.${term.op}(${emit(term.left, side)}, ${emit(term.right, side)})`;
      case "date-function": {
        const bounds = term.args.map((arg) => `${emit(arg, "low")}, ${emit(arg, "high")}`);
        return `lib.dateFunction("${term.name}", "${side}", ${bounds.join(", ")})`;
      }
      case "choose":
        return `lib.choose(${sure(term.test)}, ${may(term.test)}, ${emit(term.then, side)}, ${emit(term.else, side)}, "${side}")`;
      default:
        throw new TypeError("rules read facts, not records");
    }
  }

  return { sure, may, prelude };
}

type FactRead = Extract<CodeTerm, { op: "read-code" }>["read"];

function nameOf(read: FactRead): string {
  if (read.from === "item") throw new TypeError("rules read facts, not records");
  return read.name;
}
/** Slot of a fact that is a truth or a code. */
export const slotOf = (read: FactRead): string => slotName(nameOf(read));
const ordered = (read: FactRead, side: "low" | "high"): string =>
  side === "low" ? lowSlot(nameOf(read)) : highSlot(nameOf(read));

/** First and last of codes that follow on one another. */
type Run = readonly [first: number, last: number];

function runsOf(values: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const value of [...new Set(values)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === value - 1) last[1] = value;
    else runs.push([value, value]);
  }
  return runs;
}

/** The county codes of prefectures; an unknown county has no known prefecture. */
const countiesOf = ([first, last]: Run): Run =>
  first === NO_CODE ? [NO_CODE, NO_CODE] : [first * 100, last * 100 + 99];

/** Depends on nothing but the day. */
function isDaily(term: OrderedTerm): boolean {
  switch (term.op) {
    case "number":
    case "on":
      return true;
    case "add-months":
    case "scale":
    case "divide":
    case "floor":
    case "ceiling":
    case "abs":
      return isDaily(term.of);
    case "add":
    case "min":
    case "max":
      return isDaily(term.left) && isDaily(term.right);
    case "date-function":
      return term.args.every(isDaily);
    default:
      return false;
  }
}

/** Parts without those that change nothing; one that settles the whole stands for it. */
function joined(
  parts: readonly string[],
  operator: string,
  neutral: string,
  settling: string,
): string {
  if (parts.includes(settling)) return settling;
  const counting = parts.filter((part) => part !== neutral);
  if (counting.length === 0) return neutral;
  return counting.length === 1 ? counting[0]! : `(${counting.join(operator)})`;
}

/** Whether the expression is one parenthesised whole, so that a leading `!` may go. */
function balanced(expression: string): boolean {
  if (!expression.startsWith("(")) return false;
  let open = 0;
  for (const [index, character] of [...expression].entries()) {
    if (character === "(") open += 1;
    if (character === ")") open -= 1;
    if (open === 0) return index === expression.length - 1;
  }
  return false;
}
