import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { openHousehold } from "../joined.ts";
import { reseat, type Who, whoIn } from "../members.ts";
import { refusesAct, type Remark, remark } from "../remark.ts";
import { headRelation, type PersonId, type Seat } from "../shapes.ts";
import { ownWillRemarks, signatureRemarks } from "../will.ts";

type ChangeHead = Extract<Act, { act: "change-head" }>;

/** Also for relations that were written down wrongly, while the head stays. */
export function changeHead(act: ChangeHead, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, seats } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const { kind, members } = household;
  const who = whoIn(view);
  const seated = reseat(
    { kind, members, leaving: [], joining: [], seats, path: "seats" },
    who,
    tables,
    on,
  );
  return {
    remarks: [
      ...dayRemarks(on, view, [household]),
      ...(seated.changed.length === 0 ? [remark("nothing-changes", "seats")] : []),
      ...seated.remarks,
      ...signatureRemarks(ground, seats.length, on),
      ...headRemarks(act, members, who),
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
function headRemarks(
  { ground, seats, on }: ChangeHead,
  members: readonly Seat[],
  who: Who,
): readonly Remark[] {
  const before = members.find(isHead)?.person;
  const after = seats.find(isHead)?.person;
  if (after === undefined || after === before)
    return ground.signatures.length === 0 ? [remark("unsigned", "ground.signatures")] : [];
  const willOf = (person: PersonId | undefined) => {
    const declarant = who.get(person ?? 0);
    const place = seats.findIndex((seat) => seat.person === person);
    return declarant ? ownWillRemarks(ground, declarant, place, on) : [];
  };
  const former = willOf(before);
  return [
    ...willOf(after),
    ...(former.some(refusesAct) && ground.papers.length > 0
      ? [remark("head-unsigned", "ground.signatures")]
      : former),
  ];
}

const isHead = ({ relation }: Seat): boolean => relation === headRelation;
