import { evaluateExpressionSync } from "@gorules/zen-engine";
import { type Competitor } from "../competitor.ts";
import { on } from "../people.ts";

/** People handed over at once: crossing into the engine costs more than the rules do, and larger parts are slower again. */
const part = 100;

/**
 * The whole rulebook as one expression mapped over a hundred people, evaluated synchronously: of decision
 * nodes, single expressions, loops and maps of several sizes, the form that came out fastest.
 */
const source = `map(people,
  #.county >= 650100 and #.county < 650300 ? 3 :
  #.county >= 652900 and #.county < 653300 or
  #.county == 659002 or #.county == 659003 or #.county == 659009 or
  #.residenceSince <= ${on - 365} and #.insuranceMonths >= 12 ? 2 :
  not (#.kind < 3 or #.kind == 3 and (#.county == 650402 or #.county == 650502)) ? 3 :
  #.workLawful or #.studyCollege or #.familyRegistered or #.businessHolder or #.homeOwn or
  #.workContract and (#.workSkilled or #.studyVocational) or
  #.landContracted and #.landAllTaken or
  #.purchaseAny and (#.purchaseTitled or #.purchaseContract and #.purchaseDeedTax) ? 2 :
  #.homeOtherLawful or #.purchaseAny and (#.purchaseOtherKind or #.purchaseUntitled) ? 3 : 0)`;

export const zen: Competitor = ({ facts }) => {
  const parts = Array.from({ length: Math.ceil(facts.length / part) }, (_, index) => ({
    people: facts.slice(index * part, (index + 1) * part),
  }));
  return (codes) => {
    for (const [index, context] of parts.entries())
      codes.set(evaluateExpressionSync(source, context) as number[], index * part);
  };
};
