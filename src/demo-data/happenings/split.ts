import type { CountyEvent } from "../../register/index.ts";
import {
  ageOf,
  canStay,
  findHome,
  type Home,
  reseat,
  seatsUnder,
  signedGround,
  takeOut,
  type Town,
  within,
} from "../history.ts";
import { dayText } from "../people.ts";
import { townHome } from "../places.ts";

/** A married child founds a household of its own, with spouse and children. */
export function split(town: Town, day: number): readonly CountyEvent[] {
  const { chance, keys } = town;
  const childIn = (home: Home) =>
    home.members.find(
      ({ relation, particulars }) =>
        (relation === 20 || relation === 30) &&
        particulars.marital !== 10 &&
        ageOf(particulars, day) >= 22,
    );
  const home = findHome(town, day, (one) => childIn(one) !== undefined);
  const child = home === undefined ? undefined : childIn(home);
  if (home === undefined || child === undefined) return [];
  const inLaw = child.relation === 20 ? 38 : 28;
  const moving = home.members.filter(
    (one) =>
      one === child ||
      one.relation === inLaw ||
      one.particulars.father === child.person ||
      one.particulars.mother === child.person,
  );
  const spouses = moving.filter(({ relation }) => relation === inLaw);
  const leavers = moving.map(({ person }) => person);
  if (spouses.length > 1 || !canStay(home, leavers, day) || moving.length === home.members.length)
    return [];
  const arrivals = seatsUnder(home.members, child.person)
    .filter(({ person }) => leavers.includes(person))
    .map((seat) =>
      spouses.some(({ person }) => person === seat.person)
        ? { ...seat, relation: child.relation === 20 ? 12 : 11 }
        : seat,
    );
  const remaining = takeOut(home, leavers, day);
  const household = keys.household();
  const next: Home = { household, naming: home.naming, members: moving, changed: day };
  reseat(next, arrivals);
  town.homes = [...town.homes, next];
  return [
    within(town, {
      type: "moved-within",
      as: "split",
      on: dayText(day),
      ground: signedGround(
        "B3",
        ["title-certificate", "111"],
        moving.map(({ particulars }) => particulars),
        day,
      ),
      from: home.household,
      remaining,
      household,
      founding: {
        kind: "family",
        name: null,
        dwelling: { dwelling: keys.dwelling(), ...townHome(chance) },
      },
      arrivals,
      seats: [],
    }),
  ];
}
