import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { joinHousehold } from "../joined.ts";
import { reseat, whoIn } from "../members.ts";
import { remark } from "../remark.ts";
import { findPerson } from "../view.ts";
import { willRemarks } from "../will.ts";

/** Where the registration was cancelled, it comes back (R10.3; Civil Code art. 50). */
export function restore(act: Extract<Act, { act: "restore" }>, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, cause } = act;
  const found = findPerson(view, act.person);
  if (found === undefined) return stop(remark("person-unknown", "person"));
  const { person, particulars, registered, died } = found;
  if (particulars === null) return stop(remark("erased", "person", { person }));
  if (registered !== null)
    return stop(remark("already-registered", "person", { county: registered.county }));
  if (found.county !== county)
    return stop(remark("not-last-here", "person", { county: found.county }));
  if (cause === "declaration-revoked" && died === null) return stop(remark("other-cause", "cause"));
  const opened = joinHousehold(act.into, ground, desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { joined } = opened;
  const seat = { person, relation: act.relation };
  const seated = reseat(
    {
      kind: joined.kind,
      members: joined.members,
      leaving: [],
      joining: [{ ...seat, path: "" }],
      seats: act.seats,
      path: "seats",
    },
    whoIn(view),
    tables,
    on,
  );
  return {
    remarks: [
      ...opened.remarks,
      ...dayRemarks(on, view, [found, ...(joined.known ? [joined.known] : [])]),
      ...(ground.papers.length === 0 ? [remark("paper-missing", "ground.papers")] : []),
      ...seated.remarks,
      ...willRemarks(ground, [particulars], on),
    ],
    events: [
      {
        county,
        event: {
          type: "registration-restored",
          on,
          ground,
          cause,
          household: joined.household,
          founding: joined.founding,
          seat,
          seats: seated.changed,
        },
      },
    ],
  };
}
