// The household that people join: one that is there, or one that the act founds.
import type { Act } from "./act.ts";
import { type Desk, getId } from "./draft.ts";
import type { Founding } from "./event.ts";
import { type Remark, remark } from "./remark.ts";
import type { Dwelling, DwellingId, Ground, HouseholdId, HouseholdKind, Seat } from "./shapes.ts";
import { findHousehold, type HouseholdView } from "./view.ts";

type Into = Extract<Act, { into: unknown }>["into"];
type Home = Extract<Act, { home: unknown }>["home"];

export type Joined = {
  readonly household: HouseholdId;
  readonly kind: HouseholdKind;
  readonly members: readonly Seat[];
  readonly founding: Founding | null;
  /** Null for one that begins. */
  readonly known: HouseholdView | null;
};

export type Opened =
  | { readonly ok: true; readonly joined: Joined; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly remarks: readonly Remark[] };

export function joinHousehold(into: Into, ground: Ground, desk: Desk): Opened {
  if (into.kind === "known") {
    const found = openHousehold(into.household, "into.household", desk);
    if (!found.ok) return found;
    const { kind, members } = found.household;
    const joined = { household: into.household, kind, members, founding: null };
    return { ok: true, joined: { ...joined, known: found.household }, remarks: [] };
  }
  const { type: kind, name, home } = into;
  const dwelling = findHome(home, "into.home", desk);
  if (!dwelling.ok) return dwelling;
  const founding = { kind, name, dwelling: dwelling.dwelling };
  const household = getId(desk.ids.households, 0);
  return {
    ok: true,
    joined: { household, kind, members: [], founding, known: null },
    remarks: foundingRemarks(kind, name, ground),
  };
}

/** A household of the county that has not ended. */
export function openHousehold(
  household: HouseholdId,
  path: string,
  { view, county }: Desk,
):
  | { readonly ok: true; readonly household: HouseholdView }
  | { readonly ok: false; readonly remarks: readonly Remark[] } {
  const found = findHousehold(view, county, household);
  if (found === undefined)
    return { ok: false, remarks: [remark("household-unknown", path, { household })] };
  if (found.ended !== null)
    return {
      ok: false,
      remarks: [remark("household-ended", path, { household, ended: found.ended })],
    };
  return { ok: true, household: found };
}

export function findHome(
  home: Home,
  path: string,
  { view, ids }: Desk,
):
  | { readonly ok: true; readonly dwelling: Dwelling | DwellingId }
  | { readonly ok: false; readonly remarks: readonly Remark[] } {
  if (home.kind === "new") {
    const { address, community } = home;
    return { ok: true, dwelling: { dwelling: getId(ids.dwellings, 0), address, community } };
  }
  const { dwelling } = home;
  if (view.dwellings.some((known) => known.dwelling === dwelling)) return { ok: true, dwelling };
  return { ok: false, remarks: [remark("dwelling-unknown", `${path}.dwelling`, { dwelling })] };
}

/** Row B2: a collective household has a name and somebody of the institution who answers for it; a family neither. */
function foundingRemarks(
  kind: HouseholdKind,
  name: string | null,
  { signatures }: Ground,
): readonly Remark[] {
  const isFamily = kind === "family";
  return [
    ...(isFamily === (name === null) ? [] : [remark("household-name", "into.name", { kind })]),
    ...(isFamily || signatures.some(({ as }) => as === "institution")
      ? []
      : [remark("manager-missing", "ground.signatures", { kind })]),
  ];
}
