import { Environment } from "@marcbachmann/cel-js";
import { type Competitor, each } from "../competitor.ts";
import { type Facts } from "../facts.ts";
import { on } from "../people.ts";

/** The whole rulebook as one expression of declared variables, parsed and type-checked once; numbers are JavaScript's own (double). */
const source = `
  county >= 650100.0 && county < 650300.0 ? 3.0 :
  county >= 652900.0 && county < 653300.0 ||
  county == 659002.0 || county == 659003.0 || county == 659009.0 ||
  residenceSince <= ${on - 365}.0 && insuranceMonths >= 12.0 ? 2.0 :
  !(kind < 3.0 || kind == 3.0 && (county == 650402.0 || county == 650502.0)) ? 3.0 :
  workLawful || studyCollege || familyRegistered || businessHolder || homeOwn ||
  workContract && (workSkilled || studyVocational) ||
  landContracted && landAllTaken ||
  purchaseAny && (purchaseTitled || purchaseContract && purchaseDeedTax) ? 2.0 :
  homeOtherLawful || purchaseAny && (purchaseOtherKind || purchaseUntitled) ? 3.0 : 0.0`;

export const celJs: Competitor = ({ facts }) => {
  const environment = new Environment();
  for (const [name, value] of Object.entries(facts[0]!))
    environment.registerVariable(name, typeof value === "boolean" ? "bool" : "double");
  const evaluate = environment.parse(source) as (facts: Facts) => number;
  return each(facts, evaluate);
};
