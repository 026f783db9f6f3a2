import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import { type Competitor, GRANTED, REFER, REFUSED } from "../competitor.ts";
import { on } from "../people.ts";

const is = (fact: string): NestedCondition => ({ fact, operator: "equal", value: true });
const oneOf = (fact: string, value: readonly number[]): NestedCondition => ({
  fact,
  operator: "in",
  value,
});
const from = (fact: string, value: number): NestedCondition => ({
  fact,
  operator: "greaterThanInclusive",
  value,
});
const below = (fact: string, value: number): NestedCondition => ({
  fact,
  operator: "lessThan",
  value,
});
const all = (...conditions: NestedCondition[]): TopLevelCondition => ({ all: conditions });
const any = (...conditions: NestedCondition[]): TopLevelCondition => ({ any: conditions });

/** Rules in the order in which they settle somebody; the first that holds stops the run. */
const rules: readonly (readonly [outcome: number, conditions: TopLevelCondition])[] = [
  [REFER, all(from("county", 650100), below("county", 650300))],
  [
    GRANTED,
    any(
      all(from("county", 652900), below("county", 653300)),
      oneOf("county", [659002, 659003, 659009]),
      all(below("residenceSince", on - 364), from("insuranceMonths", 12)),
    ),
  ],
  [
    REFER,
    { not: any(below("kind", 3), all(oneOf("kind", [3]), oneOf("county", [650402, 650502]))) },
  ],
  [
    GRANTED,
    any(
      is("workLawful"),
      is("studyCollege"),
      is("familyRegistered"),
      is("businessHolder"),
      is("homeOwn"),
      all(is("workContract"), any(is("workSkilled"), is("studyVocational"))),
      all(is("landContracted"), is("landAllTaken")),
      all(
        is("purchaseAny"),
        any(is("purchaseTitled"), all(is("purchaseContract"), is("purchaseDeedTax"))),
      ),
    ),
  ],
  [
    REFER,
    any(
      is("homeOtherLawful"),
      all(is("purchaseAny"), any(is("purchaseOtherKind"), is("purchaseUntitled"))),
    ),
  ],
];

export const jsonRulesEngine: Competitor = ({ facts }) => {
  const engine = new Engine(
    rules.map(([outcome, conditions], index) => ({
      conditions,
      event: { type: String(outcome) },
      priority: rules.length - index,
    })),
  );
  engine.on("success", () => engine.stop());
  return async (codes) => {
    for (const [index, known] of facts.entries()) {
      const { events } = await engine.run(known);
      codes[index] = Number(events[0]?.type ?? REFUSED);
    }
  };
};
