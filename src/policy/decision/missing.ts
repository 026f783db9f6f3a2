import { type GroundSeen, type Seen, factsOf } from "../fold/explain.ts";
import { FALSE, type Slots, TRUE, UNKNOWN, isKnown } from "../fold/facts.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { MissingState } from "./decision.ts";

/** Facts that stand between a person and a ground. */
export type Lacking = { readonly fact: string; readonly state: MissingState };

/** Open facts of an open ground (they can still matter to it), or the known facts that a failed one fails on. */
export function lackingOf(
  seen: GroundSeen,
  slots: Slots,
  unsure: readonly string[],
  facts: ReadonlyMap<string, Fact>,
): readonly Lacking[] {
  if (seen.truth === TRUE) return [];
  const names = new Set<string>();
  collect(seen.tree, seen.truth, names);
  return [...names].flatMap((fact): readonly Lacking[] => {
    const { type } = facts.get(fact)!;
    if (seen.truth === FALSE) return [{ fact, state: "unmet" }];
    if (isKnown(slots, fact, type)) return [];
    return [{ fact, state: unsure.includes(fact) ? "unsure" : "unknown" }];
  });
}

function collect(seen: Seen, wanted: number, names: Set<string>): void {
  if (seen.of.length === 0) {
    for (const name of factsOf(seen.core)) names.add(name);
    return;
  }
  const through = seen.core.op === "not" && wanted !== UNKNOWN ? TRUE + FALSE - wanted : wanted;
  for (const part of seen.of) {
    if (seen.core.op === "if" || part.truth === through) collect(part, part.truth, names);
  }
}

/**
 * Leaves out open grounds that another of the same kind absorbs: where all that is open in one is open
 * in the other too, the rest of the other cannot matter (`p or p and q` is `p`).
 */
export function withoutAbsorbed(grounds: readonly GroundSeen[]): readonly GroundSeen[] {
  const open = new Map(grounds.map((seen) => [seen, openParts(seen.tree)]));
  return grounds.filter(
    (seen, index) =>
      seen.truth !== UNKNOWN ||
      !grounds.some((other, position) => {
        if (other === seen || other.ground.gives !== seen.ground.gives) return false;
        const [small, large] = [open.get(other)!, open.get(seen)!];
        return small.isSubsetOf(large) && (small.size < large.size || position < index);
      }),
  );
}

/** The conditions that are open among those that must all hold. */
function openParts(seen: Seen): ReadonlySet<string> {
  const parts = seen.core.op === "and" ? seen.of.filter(({ truth }) => truth === UNKNOWN) : [seen];
  return new Set(parts.map(({ core }) => JSON.stringify(core)));
}
