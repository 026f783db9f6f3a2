import type { Act } from "../act.ts";
import { dayRemarks, stayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { openHousehold } from "../joined.ts";
import { reseat, whoIn } from "../members.ts";
import { remark } from "../remark.ts";
import { isAmong, leaverRemarks } from "../leavers.ts";
import { willRemarks } from "../will.ts";

/** To a place whose register is not kept here; a move to one that is, is filed where people arrive. */
export function moveOut(act: Extract<Act, { act: "move-out" }>, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, leavers } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const missing = leaverRemarks(leavers, "leavers", household, view);
  if (missing.length > 0) return stop(...missing);
  const who = whoIn(view);
  const { kind, members } = household;
  const seated = reseat(
    { kind, members, leaving: leavers, joining: [], seats: act.seats, path: "seats" },
    who,
    tables,
    on,
  );
  const remaining = { seats: seated.changed, ends: seated.ends };
  const to = { kind: "elsewhere", place: act.to } as const;
  return {
    remarks: [
      ...dayRemarks(on, view, [household, ...view.people.filter(isAmong(leavers))]),
      ...stayRemarks(on, leavers, view),
      ...seated.remarks,
      ...willRemarks(
        ground,
        leavers.flatMap((person) => who.get(person) ?? []),
        on,
      ),
      ...(ground.papers.length === 0 ? [remark("no-paper", "ground.papers")] : []),
    ],
    events: [
      {
        county,
        event: {
          type: "moved-out",
          on,
          ground,
          household: household.household,
          leavers,
          to,
          remaining,
        },
      },
    ],
  };
}
