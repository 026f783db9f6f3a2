import type { CountyEvent } from "../../register/index.ts";
import {
  ageOf,
  findHome,
  type Home,
  isAdult,
  signedGround,
  takeOut,
  type Town,
  within,
} from "../history.ts";
import { dayText, type Living } from "../people.ts";
import { elsewhere } from "../places.ts";

const grownUp = 19;

export function moveOut(town: Town, day: number): readonly CountyEvent[] {
  const { chance } = town;
  const whole = chance.odds(0.55);
  const leaversIn = (home: Home): readonly Living[] => {
    if (whole) return home.members;
    const grown = home.members.find(
      ({ relation, particulars }) =>
        (relation === 20 || relation === 30) &&
        particulars.marital === 10 &&
        ageOf(particulars, day) >= grownUp,
    );
    return grown === undefined ? [] : [grown];
  };
  const home = findHome(
    town,
    day,
    (one) =>
      leaversIn(one).length > 0 &&
      one.members.length < 5 &&
      one.members.some((m) => isAdult(m, day)),
  );
  if (home === undefined) return [];
  const leaving = leaversIn(home);
  const leavers = leaving.map(({ person }) => person);
  const ground = signedGround(
    "1958 art. 10",
    ["move-in-permit", "111"],
    leaving.map(({ particulars }) => particulars),
    day,
  );
  const remaining = takeOut(home, leavers, day);
  return [
    within(town, {
      type: "moved-out",
      on: dayText(day),
      ground,
      household: home.household,
      leavers,
      to: { kind: "elsewhere", place: chance.pick(elsewhere) },
      remaining,
    }),
  ];
}
