import { evaluate } from "feelin";
import { type Competitor } from "../competitor.ts";
import { on } from "../people.ts";

/** It parses at every call and has nothing to keep, so many people share one call. */
const part = 1000;

const source = `for p in people return
  if p.county >= 650100 and p.county < 650300 then 3
  else if p.county >= 652900 and p.county < 653300 or
    p.county = 659002 or p.county = 659003 or p.county = 659009 or
    p.residenceSince <= ${on - 365} and p.insuranceMonths >= 12 then 2
  else if not(p.kind < 3 or p.kind = 3 and (p.county = 650402 or p.county = 650502)) then 3
  else if p.workLawful or p.studyCollege or p.familyRegistered or p.businessHolder or p.homeOwn or
    p.workContract and (p.workSkilled or p.studyVocational) or
    p.landContracted and p.landAllTaken or
    p.purchaseAny and (p.purchaseTitled or p.purchaseContract and p.purchaseDeedTax) then 2
  else if p.homeOtherLawful or p.purchaseAny and (p.purchaseOtherKind or p.purchaseUntitled) then 3
  else 0`;

export const feelin: Competitor = ({ facts }) => {
  const parts = Array.from({ length: Math.ceil(facts.length / part) }, (_, index) => ({
    people: facts.slice(index * part, (index + 1) * part),
  }));
  return (codes) => {
    for (const [index, context] of parts.entries())
      codes.set(evaluate(source, context).value as number[], index * part);
  };
};
