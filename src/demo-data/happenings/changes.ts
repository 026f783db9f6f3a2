// Changes that move nobody: of the head, of the level of education, of the address.
import type { CountyEvent } from "../../register/index.ts";
import {
  ageOf,
  changedSeats,
  findHome,
  type Home,
  isAdult,
  reseat,
  seatsUnder,
  signedGround,
  type Town,
  within,
} from "../history.ts";
import { dayText } from "../people.ts";
import { townHome } from "../places.ts";

export function changeHead(town: Town, day: number): readonly CountyEvent[] {
  const spouseIn = ({ members }: Home) =>
    members.find(({ relation }) => relation === 11 || relation === 12);
  const home = findHome(town, day, (one) => spouseIn(one) !== undefined);
  const spouse = home === undefined ? undefined : spouseIn(home);
  if (home === undefined || spouse === undefined) return [];
  const seats = seatsUnder(home.members, spouse.person);
  const people = home.members.map(({ particulars }) => particulars);
  const before = home.members;
  reseat(home, seats);
  home.changed = day;
  return [
    within(town, {
      type: "head-changed",
      on: dayText(day),
      ground: signedGround("B3", ["113"], people, day),
      household: home.household,
      seats: changedSeats(before, seats),
      stated: seats.map(({ person }) => person),
    }),
  ];
}

/** Someone finished a school: the diploma is shown, the level of education corrected. */
export function correction(town: Town, day: number): readonly CountyEvent[] {
  const graduateIn = ({ members }: Home) =>
    members.find(
      ({ particulars }) =>
        particulars.education !== null &&
        particulars.education > 20 &&
        particulars.education < 70 &&
        ageOf(particulars, day) >= 22 &&
        ageOf(particulars, day) < 45,
    );
  const home = findHome(town, day, (one) => graduateIn(one) !== undefined);
  const graduate = home === undefined ? undefined : graduateIn(home);
  if (home === undefined || graduate === undefined) return [];
  const before = { education: graduate.particulars.education };
  const after = { education: 20 };
  home.members = home.members.map((one) =>
    one === graduate ? { ...one, particulars: { ...one.particulars, ...after } } : one,
  );
  home.changed = day;
  return [
    within(town, {
      type: "particulars-corrected",
      on: dayText(day),
      ground: signedGround("1958 art. 17", ["225"], [graduate.particulars], day),
      person: graduate.person,
      before,
      after,
    }),
  ];
}

export function changeAddress(town: Town, day: number): readonly CountyEvent[] {
  const { chance, keys } = town;
  const home = findHome(town, day, ({ members }) => members.some((one) => isAdult(one, day)));
  if (home === undefined) return [];
  home.changed = day;
  const people = home.members.map(({ particulars }) => particulars);
  return [
    within(town, {
      type: "address-changed",
      on: dayText(day),
      ground: signedGround("1958 art. 13", ["title-certificate"], people, day),
      household: home.household,
      dwelling: { dwelling: keys.dwelling(), ...townHome(chance) },
      members: home.members.map(({ person }) => person),
    }),
  ];
}
