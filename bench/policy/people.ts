import { type NamedPlace, formatDay, formatMonth, parseDay } from "../../src/policy/index.ts";
import { type Random, seededRandom } from "./random.ts";

/** The day everybody asks about. */
export const onText = "2026-05-01";
export const on = parseDay(onText)!;

/** Where somebody wants to register, and what in their life a settlement clause may look at. */
export type Person = {
  readonly county: string;
  readonly kind: PlaceKind;
  /** ISO day since which they have lived there without a break. */
  readonly since: string | null;
  readonly basis: "tenancy" | "relatives-home" | "employer-housing";
  /** Months insured, the last of them the month before the day asked about. */
  readonly insuredMonths: number;
  readonly insuredFrom: string;
  readonly title: "self" | "parent" | null;
  readonly purchase: Purchase | null;
  readonly job: { readonly contract: boolean } | null;
  readonly skilled: boolean;
  readonly school: "university" | "secondary-specialised" | "technical-school" | "other" | null;
  /** Family, and whether they are registered where the person wants to register. */
  readonly family: readonly Relative[];
  readonly business: "self-employed" | "shareholder" | null;
  readonly parcels: readonly ("taken" | "kept")[];
};

export const placeKinds = ["county-city", "county-seat", "town", "city", "village"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export type Purchase = {
  readonly kind: (typeof purchaseKinds)[number];
  readonly titled: boolean;
  readonly contract: boolean;
  readonly deedTax: boolean;
};
const purchaseKinds = [
  "commodity",
  "affordable",
  "second-hand",
  "reformed-public",
  "other",
] as const;

export type Relative = {
  readonly relation: "spouse" | "child" | "parent" | "other-relative";
  readonly coResiding: boolean;
  readonly registeredThere: boolean;
};

/**
 * People drawn over all of the region's counties alike, so about a third ask for the south and a tenth for the two
 * cities with a policy of their own. Each ground is rare enough that every outcome is common.
 */
export function generatePeople(
  places: readonly NamedPlace[],
  count: number,
  seed = 20141027,
): readonly Person[] {
  const random = seededRandom(seed);
  const counties = places.filter(
    ({ code, type }) =>
      code.startsWith("65") && type !== "prefecture" && type !== "prefecture-city",
  );
  return Array.from({ length: count }, () => generatePerson(random, random.oneOf(counties)));
}

function generatePerson(random: Random, { code, type }: NamedPlace): Person {
  const since = random.chance(0.5) ? on - random.below(730) : null;
  const insuredMonths = random.chance(0.5) ? random.below(30) : 0;
  return {
    county: code,
    kind: kindOfPlace(random, type),
    since: since === null ? null : formatDay(since),
    basis: random.chance(0.85) ? "tenancy" : random.oneOf(["relatives-home", "employer-housing"]),
    insuredMonths,
    insuredFrom: monthBefore(insuredMonths),
    title: random.chance(0.06) ? "self" : random.chance(0.04) ? "parent" : null,
    purchase: random.chance(0.15) ? generatePurchase(random) : null,
    job: random.chance(0.15) ? { contract: random.chance(0.6) } : null,
    skilled: random.chance(0.2),
    school: random.chance(0.25)
      ? random.oneOf(["university", "secondary-specialised", "technical-school", "other"])
      : null,
    family: generateFamily(random),
    business: random.chance(0.04) ? random.oneOf(["self-employed", "shareholder"]) : null,
    parcels: random.chance(0.3)
      ? Array.from({ length: 1 + random.below(3) }, () => (random.chance(0.3) ? "taken" : "kept"))
      : [],
  };
}

function kindOfPlace(random: Random, type: NamedPlace["type"]): PlaceKind {
  const outside = random.below(10);
  if (outside < 2) return "village";
  if (outside < 4) return "town";
  if (type === "district") return "city";
  return type === "county" ? "county-seat" : "county-city";
}

function generatePurchase(random: Random): Purchase {
  const kind = random.oneOf(purchaseKinds);
  const titled = kind !== "other" && random.chance(0.4);
  const contract = random.chance(0.8);
  return { kind, titled, contract, deedTax: contract && random.chance(0.5) };
}

function generateFamily(random: Random): readonly Relative[] {
  return Array.from({ length: random.below(4) }, () => ({
    relation: random.oneOf(["spouse", "child", "parent", "other-relative"]),
    coResiding: random.chance(0.7),
    registeredThere: random.chance(0.05),
  }));
}

/** First of so many paid months of which the last is the month before the day asked about. */
function monthBefore(months: number): string {
  const index = 2026 * 12 + 4 - months;
  const year = Math.floor(index / 12);
  return formatMonth(parseDay(`${year}-${String((index % 12) + 1).padStart(2, "0")}-01`)!);
}
