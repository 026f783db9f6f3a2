import type { Core } from "../syntax/core.ts";
import type { Condition, Situation } from "./evaluate.ts";
import { FALSE, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";

/** A condition as it came out, with only the parts that mattered below it. */
export type Seen = {
  readonly core: Core;
  readonly truth: TruthValue;
  readonly of: readonly Seen[];
};

/** Builds the pruned tree: what decided a settled node, what is still open in an unknown one. */
export function observe(
  core: Core,
  condition: (core: Core) => Condition,
): (situation: Situation) => Seen {
  switch (core.op) {
    case "and":
    case "or": {
      const parts = core.of.map((part) => ({
        truth: condition(part),
        look: observe(part, condition),
      }));
      const settling = core.op === "and" ? FALSE : TRUE;
      return (situation) => {
        const truths = parts.map((part) => part.truth(situation));
        const truth = truths.includes(settling)
          ? settling
          : truths.includes(UNKNOWN)
            ? UNKNOWN
            : core.op === "and"
              ? TRUE
              : FALSE;
        const shown = (value: TruthValue): boolean =>
          truth === UNKNOWN
            ? value === UNKNOWN || (core.op === "and" && value === TRUE)
            : value === truth;
        const of: Seen[] = [];
        for (const [index, part] of parts.entries())
          if (shown(truths[index]!)) of.push(part.look(situation));
        return { core, truth, of };
      };
    }
    case "not":
    case "named": {
      const look = observe(core.of, condition);
      return (situation) => {
        const inner = look(situation);
        const truth =
          core.op === "named"
            ? inner.truth
            : inner.truth === UNKNOWN
              ? UNKNOWN
              : inner.truth === TRUE
                ? FALSE
                : TRUE;
        return { core, truth, of: [inner] };
      };
    }
    case "if": {
      const [test, then, otherwise] = [
        observe(core.test, condition),
        observe(core.then, condition),
        observe(core.else, condition),
      ];
      const whole = condition(core);
      return (situation) => {
        const tested = test(situation);
        if (tested.truth === UNKNOWN)
          return {
            core,
            truth: whole(situation),
            of: [tested, then(situation), otherwise(situation)],
          };
        const branch = (tested.truth === TRUE ? then : otherwise)(situation);
        return { core, truth: branch.truth, of: [tested, branch] };
      };
    }
    default: {
      const truth = condition(core);
      return (situation) => ({ core, truth: truth(situation), of: nothingBelow });
    }
  }
}
const nothingBelow: readonly Seen[] = [];
