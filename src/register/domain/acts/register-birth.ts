import type { Act } from "../act.ts";
import { dayRemarks, monthAfter } from "../days.ts";
import { type Desk, type Draft, getId, stop } from "../draft.ts";
import { particularsRemarks } from "../identity.ts";
import { openHousehold } from "../joined.ts";
import { reseat, whoIn } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import type { HouseholdId, Particulars } from "../shapes.ts";
import { findPerson, type View } from "../view.ts";
import { isAdult, willRemarks } from "../will.ts";

type RegisterBirth = Extract<Act, { act: "register-birth" }>;

/** Nothing but a household of the mother or the father is asked: registering is the child's right (R10, N4). */
export function registerBirth(act: RegisterBirth, desk: Desk): Draft {
  const { view, county, ids, tables } = desk;
  const { on, ground, child } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const { particulars, relation } = child;
  const person = getId(ids.people, 0);
  const who = new Map([...whoIn(view), [person, particulars]]);
  const { kind, members } = household;
  const joining = [{ person, relation, path: "child" }];
  const seated = reseat(
    { kind, members, leaving: [], joining, seats: [], path: "child" },
    who,
    tables,
    on,
  );
  return {
    remarks: [
      ...dayRemarks(on, view, [household]),
      ...birthRemarks(act),
      ...householdRemarks(particulars, household.household, view),
      ...particularsRemarks(particulars, "child.particulars", view, tables),
      ...seated.remarks,
      ...willRemarks(ground, [particulars], on),
    ],
    events: [
      {
        county,
        event: {
          type: "birth-registered",
          on,
          ground,
          household: household.household,
          child: { person, relation, particulars },
        },
      },
    ],
  };
}

function birthRemarks({ on, child: { particulars } }: RegisterBirth): readonly Remark[] {
  const { birthDate } = particulars;
  const path = "child.particulars.birthDate";
  if (birthDate > on) return [remark("before-birth", path)];
  if (isAdult(birthDate, on)) return [remark("not-a-child", path)];
  const due = monthAfter(birthDate);
  return on > due ? [remark("late-birth", "on", { due })] : [];
}

/** Where a parent is registered, the child joins a parent's household; where none is, any family may take it in. */
function householdRemarks(
  { mother, father }: Particulars,
  household: HouseholdId,
  view: View,
): readonly Remark[] {
  const parents = [mother, father].flatMap((parent) => {
    const found = parent === null ? undefined : findPerson(view, parent);
    return found === undefined || found.registered === null ? [] : [found];
  });
  if (parents.length === 0) return [remark("no-parent", "child.particulars")];
  const members = view.households.find((each) => each.household === household)?.members ?? [];
  return parents.some(({ person }) => members.some((seat) => seat.person === person))
    ? []
    : [remark("not-a-parents-household", "household", { household })];
}
