import { type PlainValue, formatDay } from "../../src/policy/index.ts";
import { type Facts, NEVER, values } from "./facts.ts";
import { type Person, onText } from "./people.ts";

/** The dossier of somebody who answered every question: facts as said, and the family who may come along. */
export function answeredDossier(person: Person, facts: Facts): unknown {
  return {
    service: "settlement",
    on: onText,
    place: { county: person.county, kind: person.kind },
    records: { family: familyRecords(person) },
    facts: Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => !name.startsWith("place."))
        .map(([name, value]) => [name, stated(name, value(facts))]),
    ),
  };
}

function stated(name: string, value: boolean | number): PlainValue {
  if (name !== "residence.since" || typeof value === "boolean") return value;
  return value === NEVER ? "none" : formatDay(value);
}

/** The dossier of somebody whose departments sent all their records, and who was asked nothing but the place. */
export function recordsDossier(person: Person): unknown {
  const { county: at, purchase, job, since, school, business } = person;
  const source = "public-security";
  const stated = onText;
  return {
    service: "settlement",
    on: onText,
    place: { county: at, kind: person.kind },
    complete: recordKinds,
    records: {
      residences: since === null ? [] : [{ at, from: since, basis: person.basis, source, stated }],
      insurances:
        person.insuredMonths === 0 ? [] : [{ from: person.insuredFrom, to: "2026-04", stated }],
      titles: person.title === null ? [] : [{ at, use: "home", holder: person.title, stated }],
      purchases:
        purchase === null
          ? []
          : [
              {
                at,
                kind: purchase.kind,
                titled: purchase.titled,
                contract: purchase.contract,
                "deed-tax": purchase.deedTax,
              },
            ],
      employments: job === null ? [] : [{ at, from: "2025-09-01", contract: job.contract, stated }],
      skills: person.skilled ? [{ valid: true }] : [],
      graduations: school === null ? [] : [{ school }],
      businesses: business === null ? [] : [{ at, role: business, active: true }],
      family: familyRecords(person),
      parcels: person.parcels.map((parcel) =>
        parcel === "taken"
          ? { kind: "cropland", taken: "expropriated", purpose: "town-building" }
          : { kind: "cropland", taken: "not-taken" },
      ),
    },
  };
}

const recordKinds = [
  "residences",
  "insurances",
  "titles",
  "purchases",
  "employments",
  "skills",
  "graduations",
  "businesses",
  "family",
  "parcels",
];

/** Somebody who is not registered there is registered in Beijing's Chaoyang District. */
const familyRecords = ({ county, family }: Person): readonly unknown[] =>
  family.map(({ relation, coResiding, registeredThere }) => ({
    relation,
    "co-residing": coResiding,
    "registered-at": registeredThere ? county : "110105",
  }));
