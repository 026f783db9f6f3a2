import { type Competitor, GRANTED, REFER, REFUSED, each } from "../competitor.ts";
import type { Facts } from "../facts.ts";
import { on } from "../people.ts";

const CITY = 3;

/** Day on or before which a year of residence must have begun, found once. */
const yearBefore = on - 365;

/**
 * The region's rules as a good engineer writes them who knows them by heart: the place first, since it
 * settles most people, prefectures as ranges of codes, and no "unknown" anywhere.
 */
export function decide(facts: Facts): number {
  const { county } = facts;
  if (county >= 650100 && county < 650300) return REFER; // R7
  if (county >= 652900 && county < 653300) return GRANTED; // R6
  if (county === 659002 || county === 659003 || county === 659009) return GRANTED; // R6, corps
  if (facts.residenceSince <= yearBefore && facts.insuranceMonths >= 12) return GRANTED; // R5
  const { kind } = facts;
  const opened = kind < CITY || (kind === CITY && (county === 650402 || county === 650502));
  if (!opened) return REFER;
  if (
    facts.workLawful || // R4.2
    facts.studyCollege ||
    facts.familyRegistered ||
    facts.businessHolder ||
    facts.homeOwn || // R4.1
    (facts.workContract && (facts.workSkilled || facts.studyVocational)) ||
    (facts.landContracted && facts.landAllTaken)
  ) {
    return GRANTED;
  }
  if (facts.purchaseAny) {
    if (facts.purchaseTitled || (facts.purchaseContract && facts.purchaseDeedTax)) return GRANTED;
    if (facts.purchaseOtherKind || facts.purchaseUntitled) return REFER;
  }
  return facts.homeOtherLawful ? REFER : REFUSED;
}

export const handwritten: Competitor = ({ facts }) => each(facts, decide);
