import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { findHome, openHousehold } from "../joined.ts";
import { isAmong } from "../leavers.ts";
import { whoIn } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import { signatureRemarks, willRemarks } from "../will.ts";

type ChangeAddress = Extract<Act, { act: "change-address" }>;

/**
 * The whole household moves house inside the county, so every member signs, in the order of their keys (K1); for a
 * collective household the institution does, whose address it is.
 */
export function changeAddress(act: ChangeAddress, desk: Desk): Draft {
  const { view, county } = desk;
  const { on, ground } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const home = findHome(act.home, "home", desk);
  if (!home.ok) return stop(...home.remarks);
  const { household } = opened;
  const { dwelling } = home;
  const members = household.members.map(({ person }) => person).toSorted((a, b) => a - b);
  const who = whoIn(view);
  return {
    remarks: [
      ...dayRemarks(on, view, [household, ...view.people.filter(isAmong(members))]),
      ...(dwelling === household.dwelling ? [remark("nothing-changes", "home")] : []),
      ...(household.kind === "family"
        ? willRemarks(
            ground,
            members.flatMap((person) => who.get(person) ?? []),
            on,
          )
        : managerRemarks(act, members.length)),
      ...(ground.papers.length === 0 ? [remark("no-paper", "ground.papers")] : []),
    ],
    events: [
      {
        county,
        event: {
          type: "address-changed",
          on,
          ground,
          household: household.household,
          dwelling,
          members,
        },
      },
    ],
  };
}

function managerRemarks({ ground, on }: ChangeAddress, places: number): readonly Remark[] {
  return [
    ...signatureRemarks(ground, Math.max(places, 1), on),
    ...(ground.signatures.some(({ as }) => as === "institution")
      ? []
      : [remark("manager-missing", "ground.signatures")]),
  ];
}
