import { addMonths, latestStart } from "../calendar/day.ts";
import type { Outcome } from "../decision/decision.ts";
import type { Counted, RuleSet } from "../rulebook/select.ts";
import type { DateFunction } from "../syntax/core.ts";
import { applyDateFunction } from "./date-functions.ts";
import { type Condition, type Situation, evaluatorAt } from "./evaluate.ts";
import { FALSE, NO_CODE, type Slots, TRUE } from "./facts.ts";
import { type Rails, rails } from "./generate.ts";

/** Outcome codes of kernels. */
export const outcomes = [
  "refused",
  "unknown",
  "granted",
  "refer",
] as const satisfies readonly Outcome[];
export const [REFUSED, OPEN, GRANTED, REFER] = [0, 1, 2, 3] as const;

/** Facts in, outcome code out. */
export type Kernel = (facts: Slots) => number;

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
  const body = [
    "let open = false;",
    ...tests(rules, "grant", emit, GRANTED),
    ...tests(rules, "refer", emit, REFER),
    `return ${REFUSED};`,
  ];
  return `(lib, on) => {\n${emit.prelude.join("\n")}\nreturn (f) => {\n${body.join("\n")}\n};\n}`;
}

/** Tests of all grounds that give the same; those of the same places stand together under one test of the place. */
function tests(
  rules: RuleSet,
  gives: Counted["gives"],
  { sure, may }: Rails,
  code: number,
): readonly string[] {
  const groups = Map.groupBy(
    rules.counted.filter((ground) => ground.gives === gives),
    ({ where }) => JSON.stringify(where),
  );
  return [...groups.values()]
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

/** The closure reference: the same outcome from the same facts, by three-valued evaluation. */
export function closureKernel(rules: RuleSet, on: number): Kernel {
  const evaluator = evaluatorAt(on);
  const ground = ({ where, when }: Counted): Condition =>
    evaluator.condition({ op: "and", of: [where, when] });
  const grants = rules.counted.filter(({ gives }) => gives === "grant").map(ground);
  const refers = rules.counted.filter(({ gives }) => gives === "refer").map(ground);
  return (facts) => {
    const situation = { ...nowhere, facts };
    const granted = grants.map((condition) => condition(situation));
    if (granted.includes(TRUE)) return GRANTED;
    if (granted.some((truth) => truth !== FALSE)) return OPEN;
    const referred = refers.map((condition) => condition(situation));
    if (referred.includes(TRUE)) return REFER;
    return referred.some((truth) => truth !== FALSE) ? OPEN : REFUSED;
  };
}
