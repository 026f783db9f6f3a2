import type { NamedPlace, Pack, ProposedChange, WhatIf } from "../../../src/policy/browser.ts";
import { kindFact, type Journey } from "../journey/journey.ts";
import { listKindsAt } from "../place/place-kinds.ts";

type Set = readonly ProposedChange[];

export type Ways = {
  /** What the person could change here, fewest changes first. */
  readonly here: readonly Set[];
  /** Places where nothing else would have to change. */
  readonly elsewhere: readonly NamedPlace[];
};

const countyFact = "place.county";

/** Sets that stay in the county apart from those that name another; kinds of place it has not got fall away. */
export function sortWays(pack: Pack, journey: Journey, { sets }: WhatIf): Ways {
  const place = pack.places.find(({ code }) => code === journey.county);
  const kinds = place === undefined ? [] : listKindsAt(pack.vocabulary, place);
  const labels = kinds.map(({ label }) => label.en);
  const names = (set: Set, fact: string) => set.some((change) => change.fact === fact);
  const fitsHere = (set: Set) =>
    set.every(({ fact, to }) => fact !== kindFact || labels.includes(to.en));
  const here = sets.filter((set) => !names(set, countyFact) && fitsHere(set));
  const elsewhere = sets
    .filter((set) => set.length === 1 && names(set, countyFact))
    .flatMap((set) => findNamed(pack, set[0]?.to.en) ?? []);
  return { here, elsewhere };
}

/** The engine names a place by its name and its code, or by the code alone. */
function findNamed(pack: Pack, words = ""): NamedPlace | undefined {
  const named = /\d{6}/.exec(words)?.[0];
  return pack.places.find(({ code }) => code === named);
}
