import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { type Joined, joinHousehold, openHousehold } from "../joined.ts";
import { isAmong, leaverRemarks } from "../leavers.ts";
import { reseat, whoIn } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import type { HouseholdView } from "../view.ts";
import { willRemarks } from "../will.ts";

type MoveWithin = Extract<Act, { act: "move-within" }>;

/** Registrations stay open: people change households, not the county. */
export function moveWithin(act: MoveWithin, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, as } = act;
  const opened = openHousehold(act.from, "from", desk);
  const target = joinHousehold(act.into, ground, desk);
  if (!opened.ok) return stop(...opened.remarks);
  if (!target.ok) return stop(...target.remarks);
  const { household: from } = opened;
  const { joined } = target;
  if (joined.household === from.household) return stop(remark("same-household", "into.household"));
  const movers = act.movers.map(({ person }) => person);
  const missing = leaverRemarks(movers, "movers", from, view);
  if (missing.length > 0) return stop(...missing);
  const who = whoIn(view);
  const left = reseat(
    {
      kind: from.kind,
      members: from.members,
      leaving: movers,
      joining: [],
      seats: act.left,
      path: "left",
    },
    who,
    tables,
    on,
  );
  const joining = act.movers.map((seat, index) => ({ ...seat, path: `movers.${index}` }));
  const seated = reseat(
    {
      kind: joined.kind,
      members: joined.members,
      leaving: [],
      joining,
      seats: act.seats,
      path: "seats",
    },
    who,
    tables,
    on,
  );
  return {
    remarks: [
      ...target.remarks,
      ...dayRemarks(on, view, [
        from,
        ...(joined.known ? [joined.known] : []),
        ...view.people.filter(isAmong(movers)),
      ]),
      ...kindRemarks(act, from, joined, left.after.length === 0),
      ...left.remarks,
      ...seated.remarks,
      ...willRemarks(
        ground,
        movers.flatMap((person) => who.get(person) ?? []),
        on,
      ),
    ],
    events: [
      {
        county,
        event: {
          type: "moved-within",
          as,
          on,
          ground,
          from: from.household,
          remaining: { seats: left.changed, ends: left.ends },
          household: joined.household,
          founding: joined.founding,
          arrivals: act.movers,
          seats: seated.changed,
        },
      },
    ],
  };
}

/** A split shows that home and living are separate (domain.md 3.3); it may not pass for a plain move. */
function kindRemarks(
  { as, ground }: MoveWithin,
  from: HouseholdView,
  joined: Joined,
  empties: boolean,
): readonly Remark[] {
  const families = from.kind === "family" && joined.kind === "family";
  const begins = joined.founding !== null;
  const is =
    families && begins && !empties ? "split" : families && !begins && empties ? "merger" : "move";
  return [
    ...(as === is ? [] : [remark("other-kind-of-move", "as", { as: is })]),
    ...(is === "split" && ground.papers.length === 0
      ? [remark("paper-missing", "ground.papers")]
      : []),
  ];
}
