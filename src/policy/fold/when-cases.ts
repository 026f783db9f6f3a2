import type { Ground, RuleSet } from "../rulebook/select.ts";
import { FALSE, TRUE, UNKNOWN } from "./facts.ts";
import { outcomeOf } from "./kernel.ts";
import { lineOf, movingLeaves, type Residual } from "./residual.ts";
import { always, both, combine, either, mapped, opposite, type Timeline } from "./timeline.ts";

export type Timelines = {
  /** Outcome codes over the window. */
  readonly outcome: Timeline<number>;
  readonly grounds: readonly GroundLine[];
};

type GroundLine = { readonly ground: Ground; readonly truth: Timeline };

/** Timelines of moving conditions, by their numbers, to those of the rule set. */
export type Combine = (lines: readonly Timeline[]) => Timelines;

/**
 * Puts together what is left of grounds and limit in which no condition is open. All that moving conditions
 * leave settled is made once; where nothing moves, everything is.
 */
export function combiner(
  rules: RuleSet,
): (grounds: readonly Residual[], limit: Residual) => Combine {
  const outcome = outcomeOf(rules);
  return (grounds, limit) => {
    const fixed = grounds.map((truth, index): GroundLine => ({
      ground: rules.grounds[index]!,
      truth: always(typeof truth === "number" ? truth : FALSE),
    }));
    const [grants, refers] = (["grant", "refer"] as const).map((gives) =>
      fixed
        .filter(({ ground }) => ground.gives === gives)
        .reduce((line, { truth }) => either(line, truth), always(FALSE)),
    );
    const moving = fixed.flatMap(({ ground }, index) => {
      const truth = grounds[index]!;
      return typeof truth === "number" ? [] : [{ ground, index, truth }];
    });
    const combined: Combine = (lines) => {
      const told = fixed.slice();
      let [grant, refer] = [grants!, refers!];
      for (const { ground, index, truth: left } of moving) {
        const truth = lineOf(left, lines);
        told[index] = { ground, truth };
        if (ground.gives === "grant") grant = either(grant, truth);
        else refer = either(refer, truth);
      }
      if (limit !== TRUE) {
        const allowed = lineOf(limit, lines);
        refer = either(refer, both(grant, opposite(allowed)));
        grant = both(grant, allowed);
      }
      return { outcome: combine(grant, refer, outcome), grounds: told };
    };
    const leaves = [...new Set([...grounds, limit].flatMap(movingLeaves))];
    const [leaf] = leaves;
    if (leaf === undefined) {
      const shared = combined([]);
      return () => shared;
    }
    if (leaves.length > 1) return combined;
    // Of one moving condition everything is a function.
    const byTruth = ([FALSE, UNKNOWN, TRUE] as const).map((truth) =>
      combined(Array.from({ length: leaf + 1 }, () => always(truth))),
    );
    const outcomes = byTruth.map((told) => told.outcome.values[0]!);
    const places = moving.map(({ ground, index }) => {
      const truths = byTruth.map((told) => told.grounds[index]!.truth.values[0]!);
      const same = truths.every((truth, as) => truth === as);
      return { ground, index, truths: same ? undefined : truths };
    });
    return (lines) => {
      const line = lines[leaf]!;
      const told = fixed.slice();
      for (const { ground, index, truths } of places)
        told[index] = { ground, truth: truths === undefined ? line : mapped(line, truths) };
      return { outcome: mapped(line, outcomes), grounds: told };
    };
  };
}
