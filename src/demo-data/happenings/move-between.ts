import type { CountyEvent } from "../../register/index.ts";
import { findHome, isAdult, signedGround, type Town, within } from "../history.ts";
import { dayText } from "../people.ts";
import { townHome } from "../places.ts";

/** A household moves to another county kept here: one day, two counties, no gap. */
export function moveBetween(from: Town, to: Town, day: number): readonly CountyEvent[] {
  const home = findHome(from, day, ({ members }) => members.some((one) => isAdult(one, day)));
  if (home === undefined) return [];
  const { members, naming } = home;
  const on = dayText(day);
  const people = members.map(({ particulars }) => particulars);
  const ground = signedGround("R4.1", ["move-in-permit", "111"], people, day);
  const household = to.keys.household();
  home.members = [];
  home.changed = day;
  to.homes = [...to.homes, { household, naming, members, changed: day }];
  return [
    within(from, {
      type: "moved-out",
      on,
      ground,
      household: home.household,
      leavers: members.map(({ person }) => person),
      to: { kind: "county", county: to.county },
      remaining: { seats: [], ends: true },
    }),
    within(to, {
      type: "settled",
      on,
      ground,
      household,
      founding: {
        kind: "family",
        name: null,
        dwelling: { dwelling: to.keys.dwelling(), ...townHome(to.chance) },
      },
      arrivals: members.map((one) => ({ ...one, from: { kind: "county", county: from.county } })),
      seats: [],
    }),
  ];
}
