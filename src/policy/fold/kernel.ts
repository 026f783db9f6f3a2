import { addMonths, latestStart } from "../calendar/day.ts";
import type { Outcome } from "../decision/decision.ts";
import { type Counted, countedGrounds, type Ground, type RuleSet } from "../rulebook/select.ts";
import type { Core, DateFunction } from "../syntax/core.ts";
import { applyDateFunction } from "./date-functions.ts";
import { type Condition, type Situation, evaluatorAt } from "./evaluate.ts";
import { FALSE, NO_CODE, type Slots, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";
import { type Rails, rails, slotOf } from "./generate.ts";
import { conditionsOf, leavesOf } from "./reads.ts";

/** Outcome codes of kernels. */
export const outcomes = [
  "refused",
  "unknown",
  "granted",
  "refer",
] as const satisfies readonly Outcome[];
export const [REFUSED, OPEN, GRANTED, REFER] = [0, 1, 2, 3] as const;

/** Facts in, outcome code out. A generated one also says how each of {@link conditionsOf} came out. */
export type Kernel = ((facts: Slots) => number) & { readonly conditions?: Conditions };
export type Conditions = (facts: Slots, truths: Uint8Array) => void;

/** Calendar and interval functions that emitted kernels call. */
export const kernelLibrary = {
  latestStart,
  addMonths: (day: number, months: number): number =>
    Number.isFinite(day) ? addMonths(day, months) : day,
  sameSure: (a: number, b: number): boolean => a !== NO_CODE && a === b,
  sameMay: (a: number, b: number): boolean => a === NO_CODE || b === NO_CODE || a === b,
  chooseCode(sure: boolean, may: boolean, then: number, otherwise: number): number {
    if (sure === may) return sure ? then : otherwise;
    return then === otherwise ? then : NO_CODE;
  },
  choose(
    sure: boolean,
    may: boolean,
    then: number,
    otherwise: number,
    side: "low" | "high",
  ): number {
    if (sure === may) return sure ? then : otherwise;
    return side === "low" ? Math.min(then, otherwise) : Math.max(then, otherwise);
  },
  dateFunction(name: DateFunction, side: "low" | "high", ...bounds: readonly number[]): number {
    const args = [];
    for (let index = 0; index < bounds.length; index += 2) {
      const [low, high] = [bounds[index]!, bounds[index + 1]!];
      args.push({ low: () => low, high: () => high });
    }
    return applyDateFunction(name, args)[side](nowhere);
  },
} as const;

const nowhere: Situation = { facts: {}, records: () => ({ items: [], complete: true }), items: {} };

/**
 * JavaScript source of a function `(lib, on) => kernel`: grants first, then whatever could still grant,
 * then referrals. A ground is asked first whether it may hold: most cannot, so most cost one test on
 * either rail, and whether it surely does is asked only of those that may.
 */
export function kernelSource(rules: RuleSet): string {
  const emit = rails();
  const counted = countedGrounds(rules);
  const body = [
    "let open = false;",
    ...tests(counted, "grant", emit, GRANTED),
    ...tests(counted, "refer", emit, REFER),
    `return ${REFUSED};`,
  ];
  const conditions = conditionsOf(rules).map(
    (condition, index) => `t[${index}] = ${truthOf(condition, emit)};`,
  );
  return [
    "(lib, on) => {",
    ...emit.prelude,
    "const kernel = (f) => {",
    ...body,
    "};",
    "kernel.conditions = (f, t) => {",
    ...conditions,
    "};",
    "return kernel;",
    "}",
  ].join("\n");
}

function truthOf(condition: Core, { sure, may }: Rails): string {
  return condition.op === "holds"
    ? `f.${slotOf(condition.read)}`
    : `${may(condition)} ? (${sure(condition)} ? ${TRUE} : ${UNKNOWN}) : ${FALSE}`;
}

/** A text that is not held refers whatever the others say, unless a ground grants. */
export const asksPastOpenSlot = (rules: RuleSet): boolean => rules.texts.some(({ held }) => !held);

/**
 * Tests of all grounds that give the same; those of the same places stand together under one test of the
 * place. The order does not matter to the outcome, so those that read little come first.
 */
function tests(
  grounds: readonly Counted[],
  gives: Ground["gives"],
  { sure, may }: Rails,
  code: number,
): readonly string[] {
  const groups = Map.groupBy(
    grounds.filter((ground) => ground.gives === gives),
    ({ where }) => JSON.stringify(where),
  );
  const size = (group: readonly Counted[]): number =>
    group.flatMap(({ where, when }) => [...leavesOf(where), ...leavesOf(when)]).length;
  return [...groups.values()]
    .toSorted((a, b) => size(a) - size(b))
    .flatMap((group) => {
      const { where } = group[0]!;
      return [
        `if (${may(where)}) {`,
        `const here = ${sure(where)};`,
        ...group.map(
          ({ when }) =>
            `if (${may(when)}) { if (here && ${sure(when)}) return ${code}; open = true; }`,
        ),
        "}",
      ];
    })
    .concat(groups.size === 0 ? [] : [`if (open) return ${OPEN};`]);
}

/**
 * How grounds make an outcome, from the best that any grant and any referral came to, and from what binding
 * texts allow: granted, else open while one may still grant, else referred, else open while one may still
 * refer, else refused.
 */
export function outcomeOf(
  rules: RuleSet,
): (granted: TruthValue, referred: TruthValue, limit?: TruthValue) => number {
  const openSlot = asksPastOpenSlot(rules);
  const settle = (granted: TruthValue, referred: TruthValue): number => {
    if (granted !== FALSE) return granted === TRUE ? GRANTED : OPEN;
    if (openSlot) return REFER;
    if (referred !== FALSE) return referred === TRUE ? REFER : OPEN;
    return REFUSED;
  };
  if (rules.limit === undefined) return settle;
  return (granted, referred, limit = TRUE) => {
    const beyond = Math.min(granted, TRUE - limit) as TruthValue;
    return settle(Math.min(granted, limit) as TruthValue, Math.max(referred, beyond) as TruthValue);
  };
}

/** The closure reference: the same outcome from the same facts, by three-valued evaluation. */
export function closureKernel(rules: RuleSet, on: number): Kernel {
  const evaluator = evaluatorAt(on);
  const anyThat = (gives: Ground["gives"]): Condition => {
    const grounds = rules.grounds.filter((ground) => ground.gives === gives);
    const of = grounds.map(({ where, when }): Core => ({ op: "and", of: [where, when] }));
    return evaluator.condition({ op: "or", of });
  };
  const [granted, referred] = [anyThat("grant"), anyThat("refer")];
  const limit = rules.limit === undefined ? undefined : evaluator.condition(rules.limit);
  const outcome = outcomeOf(rules);
  return (facts) => {
    const situation = { ...nowhere, facts };
    return outcome(granted(situation), referred(situation), limit?.(situation));
  };
}
