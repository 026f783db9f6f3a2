import type { Ground, RuleSet } from "../rulebook/select.ts";
import { and } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { type Support, becauseOf } from "./because.ts";
import { type Condition, type Situation, evaluatorAt } from "./evaluate.ts";
import { FALSE, type Slots, type TruthValue, UNKNOWN, unknownSlots } from "./facts.ts";
import { type Conditions, type Kernel, outcomeOf } from "./kernel.ts";
import { type Seen, observe } from "./observe.ts";
import { conditionsOf, factsOf, leavesOf } from "./reads.ts";

export type { Seen } from "./observe.ts";
export { factsOf } from "./reads.ts";

export type GroundSeen = {
  readonly ground: Ground;
  readonly where: TruthValue;
  readonly truth: TruthValue;
  /** Of a ground that does not speak of this place, only why it does not. */
  readonly tree: Seen;
  readonly support: Support;
};

export type Seeing = {
  readonly outcome: number;
  readonly grounds: readonly GroundSeen[];
  /** Facts that by themselves force the outcome: none of them can be left out. Empty while it is unknown. */
  readonly because: readonly string[];
};

export type Explainer = (facts: Slots) => Seeing;

/** What was met when conditions came out one way or another, condition by condition. */
type Branch<T> = { readonly next: (Branch<T> | undefined)[]; met: T | undefined };
const branch = <T>(): Branch<T> => ({ next: [undefined, undefined, undefined], met: undefined });

type Observed = {
  readonly ground: Ground;
  readonly grants: boolean;
  /** Its place in the rulebook, and the conditions that it adds to those on the place. */
  readonly position: number;
  readonly leaves: readonly number[];
  readonly where: Condition;
  readonly lookAtPlace: (situation: Situation) => Seen;
  readonly look: (situation: Situation) => Seen;
};

/** A ground that speaks of a place, or may, with the cases met so far. */
type OpenGround = Observed & {
  readonly truthOfPlace: TruthValue;
  readonly cases: Branch<GroundSeen>;
};

/** A kind of place: all grounds as far as the place alone settles them, and those it leaves open. */
type Setting = {
  readonly byPlace: readonly GroundSeen[];
  readonly open: readonly OpenGround[];
};

/** Cases kept before all are forgotten: far more than a rulebook of this house has. */
const MANY = 20_000;

/**
 * Explains outcomes of one rule set at one day. A ground's tree follows from how its single conditions
 * came out, so each tree is built when first met and then shared. `because` is minimal: without any one of
 * its facts the outcome would be open. (A smallest possible set is not promised.)
 */
export function explainer(
  rules: RuleSet,
  on: number,
  kernel: Kernel,
  declared: ReadonlyMap<string, Fact>,
): Explainer {
  const evaluator = evaluatorAt(on);
  const conditions = conditionsOf(rules);
  const numbers = new Map(conditions.map((leaf, index) => [JSON.stringify(leaf), index]));
  const leaves = (core: Core): readonly number[] => [
    ...new Set(leavesOf(core).map((leaf) => numbers.get(JSON.stringify(leaf))!)),
  ];
  const closures = conditions.map(evaluator.condition);
  const evaluate: Conditions =
    kernel.conditions ??
    ((facts, truths) => {
      const situation = situationOf(facts);
      for (let index = 0; index < closures.length; index += 1)
        truths[index] = closures[index]!(situation);
    });
  const facts = [...new Set(conditions.flatMap((leaf) => [...factsOf(leaf)]))].map((name) =>
    declared.get(name)!,
  );
  const nothing = situationOf(unknownSlots(facts));
  const because = becauseOf(
    rules,
    facts,
    kernel,
    (leaf) => evaluator.condition(leaf)(nothing) === UNKNOWN,
  );
  const whereLeaves = [...new Set(rules.grounds.flatMap(({ where }) => leaves(where)))];
  const observed = rules.grounds.map((ground, position): Observed => ({
    ground,
    grants: ground.gives === "grant",
    position,
    leaves: leaves(ground.when),
    where: evaluator.condition(ground.where),
    lookAtPlace: observe(ground.where, evaluator.condition),
    look: observe(and(ground.where, ground.when), evaluator.condition),
  }));
  const outcomeFrom = outcomeOf(rules);
  const limit = rules.limit === undefined ? undefined : evaluator.condition(rules.limit);
  // Used anew by every call.
  const truths = new Uint8Array(conditions.length);
  let settings = branch<Setting>();
  let kept = 0;

  return (slots) => {
    evaluate(slots, truths);
    const { byPlace, open } = (follow(settings, whereLeaves).met ??= meetPlace(slots));
    const grounds = [...byPlace];
    let granted: TruthValue = FALSE;
    let referred: TruthValue = FALSE;
    for (let index = 0; index < open.length; index += 1) {
      const one = open[index]!;
      const seen = (follow(one.cases, one.leaves).met ??= meet(one, slots));
      grounds[one.position] = seen;
      if (one.grants) {
        if (seen.truth > granted) granted = seen.truth;
      } else if (seen.truth > referred) referred = seen.truth;
    }
    const outcome =
      limit === undefined
        ? outcomeFrom(granted, referred)
        : outcomeFrom(granted, referred, limit(situationOf(slots)));
    return { outcome, grounds, because: because.force(outcome, grounds, slots) };
  };

  function follow<T>(from: Branch<T>, leaves: readonly number[]): Branch<T> {
    let at = from;
    for (let index = 0; index < leaves.length; index += 1)
      at = at.next[truths[leaves[index]!]!] ??= branch();
    return at;
  }

  function meetPlace(slots: Slots): Setting {
    makeRoom();
    const situation = situationOf(slots);
    const supports = new Map<string, Support>();
    const byPlace: GroundSeen[] = [];
    const open: OpenGround[] = [];
    for (const one of observed) {
      const { ground } = one;
      const where = one.where(situation);
      if (where !== FALSE) open.push({ ...one, truthOfPlace: where, cases: branch() });
      const tree = one.lookAtPlace(situation);
      const key = JSON.stringify([ground.where, isAlways(ground.when)]);
      const support = supports.get(key) ?? because.supportOf(tree, isAlways(ground.when));
      supports.set(key, support);
      byPlace.push({ ground, where, truth: where, tree, support });
    }
    return { byPlace, open };
  }

  function meet({ ground, truthOfPlace: where, look }: OpenGround, slots: Slots): GroundSeen {
    makeRoom();
    const tree = look(situationOf(slots));
    return { ground, where, truth: tree.truth, tree, support: because.supportOf(tree, true) };
  }

  function makeRoom(): void {
    kept += 1;
    if (kept <= MANY) return;
    kept = 0;
    settings = branch();
  }
}

const isAlways = (core: Core): boolean => core.op === "constant" && core.value;

const situationOf = (facts: Slots): Situation => ({ facts, records: noRecords, items: noItems });
const noRecords = (): { readonly items: readonly Slots[]; readonly complete: boolean } => ({
  items: [],
  complete: true,
});
const noItems = {};
