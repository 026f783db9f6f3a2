import { parseDay } from "../../src/policy/index.ts";
import { type Person, placeKinds } from "./people.ts";

/** No day at all: later than every day, and a small integer. */
export const NEVER = 0x3fffffff;

/**
 * Everything about a person that the rulebook reads, all of it known: what the hand-written rules and the
 * peers start from. Made by one literal, so every object has the same shape.
 */
export type Facts = {
  /** GB/T 2260 code, and the place in the list of kinds. */
  readonly county: number;
  readonly kind: number;
  readonly residenceSince: number;
  readonly insuranceMonths: number;
  readonly homeOwn: boolean;
  readonly homeOtherLawful: boolean;
  readonly purchaseAny: boolean;
  readonly purchaseTitled: boolean;
  readonly purchaseContract: boolean;
  readonly purchaseDeedTax: boolean;
  readonly purchaseUntitled: boolean;
  readonly purchaseOtherKind: boolean;
  readonly workLawful: boolean;
  readonly workContract: boolean;
  readonly workSkilled: boolean;
  readonly studyVocational: boolean;
  readonly studyCollege: boolean;
  readonly familyRegistered: boolean;
  readonly businessHolder: boolean;
  readonly landContracted: boolean;
  readonly landAllTaken: boolean;
};

/** What a good clerk would note of a person's records, written without the engine. */
export function factsOf(person: Person): Facts {
  const { purchase, title, job, school } = person;
  const commodity = purchase?.kind === "commodity";
  return {
    county: Number(person.county),
    kind: placeKinds.indexOf(person.kind),
    residenceSince: person.since === null ? NEVER : parseDay(person.since)!,
    insuranceMonths: person.insuredMonths,
    homeOwn: title === "self",
    homeOtherLawful: title === "parent" || (person.since !== null && person.basis !== "tenancy"),
    purchaseAny: purchase !== null,
    purchaseTitled: purchase !== null && purchase.titled && purchase.kind !== "other",
    purchaseContract: commodity && purchase.contract,
    purchaseDeedTax: commodity && purchase.contract && purchase.deedTax,
    purchaseUntitled:
      purchase !== null && !commodity && purchase.kind !== "other" && !purchase.titled,
    purchaseOtherKind: purchase?.kind === "other",
    workLawful: job !== null,
    workContract: job !== null && job.contract,
    workSkilled: person.skilled,
    studyVocational: school === "technical-school",
    studyCollege: school === "university" || school === "secondary-specialised",
    familyRegistered: person.family.some(
      ({ relation, registeredThere }) => registeredThere && relation !== "other-relative",
    ),
    businessHolder: person.business !== null,
    landContracted: person.parcels.length > 0,
    landAllTaken: person.parcels.every((parcel) => parcel === "taken"),
  };
}

/** Each fact by its name in the vocabulary: true or false, a code, a number of months, a day number. */
export const values: Readonly<Record<string, (facts: Facts) => boolean | number>> = {
  "place.county": ({ county }) => county,
  "place.kind": ({ kind }) => kind,
  "residence.since": ({ residenceSince }) => residenceSince,
  "insurance.months": ({ insuranceMonths }) => insuranceMonths,
  "home.own": ({ homeOwn }) => homeOwn,
  "home.other-lawful": ({ homeOtherLawful }) => homeOtherLawful,
  "purchase.any": ({ purchaseAny }) => purchaseAny,
  "purchase.titled": ({ purchaseTitled }) => purchaseTitled,
  "purchase.contract": ({ purchaseContract }) => purchaseContract,
  "purchase.deed-tax": ({ purchaseDeedTax }) => purchaseDeedTax,
  "purchase.untitled": ({ purchaseUntitled }) => purchaseUntitled,
  "purchase.other-kind": ({ purchaseOtherKind }) => purchaseOtherKind,
  "work.lawful": ({ workLawful }) => workLawful,
  "work.contract": ({ workContract }) => workContract,
  "work.skilled": ({ workSkilled }) => workSkilled,
  "study.vocational": ({ studyVocational }) => studyVocational,
  "study.college": ({ studyCollege }) => studyCollege,
  "family.registered": ({ familyRegistered }) => familyRegistered,
  "business.holder": ({ businessHolder }) => businessHolder,
  "land.contracted": ({ landContracted }) => landContracted,
  "land.all-taken": ({ landAllTaken }) => landAllTaken,
};
