// What must be loaded, locked and newly numbered before an act is decided; known from the act alone.
import type { Act } from "./act.ts";
import type { DwellingId, HouseholdId, Particulars, PersonId } from "./shapes.ts";

/** Every member of the households found belongs to the view as well; `people` need not name them. */
export type Needs = {
  /** Households of the county in which the act is done. */
  readonly households: readonly HouseholdId[];
  readonly people: readonly PersonId[];
  /** Those of `people` whose present household is needed too, in whatever county it is. */
  readonly movers: readonly PersonId[];
  /** Whoever holds one of these, in whatever county. */
  readonly idNumbers: readonly string[];
  /** Dwellings of the county in which the act is done. */
  readonly dwellings: readonly DwellingId[];
  /** Whose events are needed. */
  readonly history: PersonId | null;
};

export function needs(act: Act): Needs {
  const arrivals = act.act === "settle" ? act.arrivals : [];
  const declared = particularsIn(act);
  const home = homeIn(act);
  const named = "person" in act && act.person !== null ? [act.person] : [];
  const known = arrivals.flatMap((arrival) => ("person" in arrival ? [arrival.person] : []));
  return {
    households: distinct([
      ...("household" in act ? [act.household] : []),
      ...("from" in act ? [act.from] : []),
      ...("into" in act && act.into.kind === "known" ? [act.into.household] : []),
    ]),
    people: distinct([
      ...named,
      ...known,
      ...(act.act === "move-out" ? act.leavers : []),
      ...(act.act === "move-within" ? act.movers.map(({ person }) => person) : []),
      ...declared.flatMap(({ mother, father }) => [mother ?? [], father ?? []].flat()),
    ]),
    movers: distinct([...known, ...(changesPlace(act) ? named : [])]),
    idNumbers: distinct(declared.flatMap(({ idNumber }) => idNumber ?? [])),
    dwellings: home?.kind === "known" ? [home.dwelling] : [],
    history: act.act === "erase" ? act.person : null,
  };
}

/** Death ends a seat, and a corrected sex may no longer fit the relation. */
const changesPlace = (act: Act): boolean =>
  act.act === "register-death" || (act.act === "correct" && act.after.sex !== undefined);

/** How many new keys of each kind the act takes. */
export function newIds(act: Act): { people: number; households: number; dwellings: number } {
  const people =
    act.act === "register-birth"
      ? 1
      : act.act === "settle"
        ? act.arrivals.filter((arrival) => "particulars" in arrival).length
        : 0;
  return {
    people,
    households: "into" in act && act.into.kind === "new" ? 1 : 0,
    dwellings: homeIn(act)?.kind === "new" ? 1 : 0,
  };
}

function homeIn(act: Act) {
  if ("home" in act) return act.home;
  return "into" in act && act.into.kind === "new" ? act.into.home : undefined;
}

function particularsIn(act: Act): readonly Partial<Particulars>[] {
  if (act.act === "register-birth") return [act.child.particulars];
  if (act.act === "correct") return [act.after as Partial<Particulars>];
  if (act.act !== "settle") return [];
  return act.arrivals.flatMap((arrival) => ("particulars" in arrival ? [arrival.particulars] : []));
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
