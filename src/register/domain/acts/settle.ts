import type { Act } from "../act.ts";
import { dayRemarks, stayRemarks } from "../days.ts";
import { type CountyEvent, type Desk, type Draft, stop } from "../draft.ts";
import { type Joined, joinHousehold } from "../joined.ts";
import { reseat, whoIn } from "../members.ts";
import { remark } from "../remark.ts";
import { findPerson } from "../view.ts";
import { willRemarks } from "../will.ts";
import { type Newcomer, findNewcomers } from "./newcomers.ts";
import { leaveSources } from "./sources.ts";

type Settle = Extract<Act, { act: "settle" }>;

/** People arrive. Where they come from a county kept here, it is left on the day on which they arrive. */
export function settle(act: Settle, desk: Desk): Draft {
  const { view, tables } = desk;
  const { on, ground } = act;
  const opened = joinHousehold(act.into, ground, desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { joined } = opened;
  const found = findNewcomers(act, desk);
  if (!found.ok) return stop(...found.remarks);
  const { newcomers } = found;
  const who = new Map([
    ...whoIn(view),
    ...newcomers.map(({ person, particulars }) => [person, particulars] as const),
  ]);
  const seated = reseat(
    {
      kind: joined.kind,
      members: joined.members,
      leaving: [],
      joining: newcomers,
      seats: act.seats,
      path: "seats",
    },
    who,
    tables,
    on,
  );
  const left = leaveSources(act, desk, newcomers, who);
  const known = newcomers.flatMap(({ person }) => findPerson(view, person) ?? []);
  return {
    remarks: [
      ...opened.remarks,
      ...found.remarks,
      ...dayRemarks(on, view, [...(joined.known ? [joined.known] : []), ...left.sources, ...known]),
      ...stayRemarks(
        on,
        newcomers.map(({ person }) => person),
        view,
      ),
      ...newcomers.flatMap(({ particulars, path }) =>
        particulars.birthDate > on ? [remark("before-birth", path)] : [],
      ),
      ...seated.remarks,
      ...left.remarks,
      ...willRemarks(
        ground,
        newcomers.map(({ particulars }) => particulars),
        on,
      ),
      ...(ground.papers.length === 0 ? [remark("no-paper", "ground.papers")] : []),
    ],
    events: [
      ...left.events,
      { county: desk.county, event: settled(act, joined, newcomers, seated.changed) },
    ],
  };
}

function settled(
  { on, ground }: Settle,
  { household, founding }: Joined,
  newcomers: readonly Newcomer[],
  seats: Extract<CountyEvent["event"], { type: "settled" }>["seats"],
): CountyEvent["event"] {
  return {
    type: "settled",
    on,
    ground,
    household,
    founding,
    arrivals: newcomers.map(({ person, relation, particulars, from }) => ({
      person,
      relation,
      particulars,
      from,
    })),
    seats,
  };
}
