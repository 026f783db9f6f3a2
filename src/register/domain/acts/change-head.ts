import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { openHousehold } from "../joined.ts";
import { reseat, whoIn } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import { headRelation, type Seat } from "../shapes.ts";
import { signatureRemarks } from "../will.ts";

type ChangeHead = Extract<Act, { act: "change-head" }>;

/** Also for relations that were written down wrongly, while the head stays. */
export function changeHead(act: ChangeHead, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, seats } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const { kind, members } = household;
  const seated = reseat(
    { kind, members, leaving: [], joining: [], seats, path: "seats" },
    whoIn(view),
    tables,
    on,
  );
  return {
    remarks: [
      ...dayRemarks(on, view, [household]),
      ...(seated.changed.length === 0 ? [remark("nothing-changes", "seats")] : []),
      ...seated.remarks,
      ...signatureRemarks(ground, seats.length, on),
      ...headRemarks(act, members),
    ],
    events: [
      {
        county,
        event: {
          type: "head-changed",
          on,
          ground,
          household: household.household,
          seats: seated.changed,
          stated: seats.map(({ person }) => person),
        },
      },
    ],
  };
}

/** Whoever becomes head agrees; whoever was head agrees too, or a paper says why not. */
function headRemarks({ ground, seats }: ChangeHead, members: readonly Seat[]): readonly Remark[] {
  const signed = (person: number | undefined) => {
    const place = seats.findIndex((seat) => seat.person === person);
    return ground.signatures.some(
      ({ as, for: covered }) => as !== "institution" && covered.includes(place),
    );
  };
  const isHead = ({ relation }: Seat) => relation === headRelation;
  const before = members.find(isHead)?.person;
  const after = seats.find(isHead)?.person;
  if (after === undefined || after === before) {
    return ground.signatures.length === 0 ? [remark("unsigned", "ground.signatures")] : [];
  }
  const proved = ground.papers.length > 0;
  return [
    ...(signed(after) ? [] : [remark("unsigned", "ground.signatures", { person: after })]),
    ...(signed(before)
      ? []
      : [
          remark(proved ? "head-unsigned" : "unsigned", "ground.signatures", {
            person: before ?? 0,
          }),
        ]),
  ];
}
