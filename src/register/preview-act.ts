import type { z } from "zod";
import type { preview } from "./contract.ts";
import type { Act } from "./domain/act.ts";
import type { HouseholdOn } from "./domain/household-on.ts";
import { previewOf } from "./domain/preview.ts";
import type { Remark } from "./domain/remark.ts";
import type { County } from "./domain/shapes.ts";
import type { View } from "./domain/view.ts";
import { examineAct } from "./examine-act.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { type Household, parentsWithin, withheldIn } from "./read-household.ts";
import type { Register } from "./register.ts";
import { maskNumber } from "./search-people.ts";
import { writeVersions } from "./versions.ts";

export type Preview = z.infer<typeof preview>;

/**
 * What an act would do, or why it cannot be done; a look at everyone whom it touches. Households may be of other
 * counties, so their numbers are masked.
 */
export async function previewAct(
  register: Register,
  county: County,
  act: Act,
  looker: Looker,
): Promise<Preview> {
  return examineAct(register, county, act, register.clock(), async (tx, examined) => {
    const { view, versions, verdict, fourEyes } = examined;
    await noteLookUp(tx, register, looker, "act", county, view.people);
    const { households, people } = previewOf(view, verdict.ok ? verdict.events : []);
    return {
      refusals: verdict.ok ? [] : shownRemarks(verdict.refusals),
      warnings: shownRemarks(verdict.warnings),
      fourEyes: fourEyes !== undefined,
      households: households.map(({ before, after }) => ({
        before: before && shownHousehold(before, view, act, register),
        after: after && shownHousehold(after, view, act, register),
      })),
      people: people.map(({ person, before, after }) => ({
        person,
        before: { ...before },
        after: { ...after },
      })),
      ifMatch: writeVersions(versions),
    };
  });
}

const shownRemarks = (remarks: readonly Remark[]): Preview["refusals"] =>
  remarks.map((remark) => ({ ...remark, values: { ...remark.values } }));

function shownHousehold(
  { members, ...household }: HouseholdOn,
  { households }: View,
  { on }: Act,
  { tables }: Register,
): Household {
  const known = households.find((each) => each.household === household.household);
  const withheld = (known?.withheld ?? []).map((each) => ({ ...each, since: each.on }));
  return {
    ...household,
    on,
    members: parentsWithin(
      members.map(({ person, relation, since, particulars }) => ({
        person,
        relation,
        since,
        name: particulars?.name ?? null,
        nameHan: particulars?.nameHan ?? null,
        sex: particulars?.sex ?? 9,
        birthDate: particulars?.birthDate ?? null,
        idNumber: maskNumber(particulars?.idNumber ?? null),
        mother: particulars?.mother ?? null,
        father: particulars?.father ?? null,
      })),
    ),
    days: [],
    withheld: withheldIn(withheld, tables.calendar),
  };
}
