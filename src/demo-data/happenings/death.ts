import type { CountyEvent } from "../../register/index.ts";
import {
  ageOf,
  canStay,
  findHome,
  type Home,
  isAdult,
  takeOut,
  type Town,
  within,
} from "../history.ts";
import { dayText } from "../people.ts";

const leastAge = 56;

export function death(town: Town, day: number): readonly CountyEvent[] {
  const { chance } = town;
  const dueIn = (home: Home) =>
    home.members.find(
      ({ person, particulars }) =>
        ageOf(particulars, day) >= leastAge && canStay(home, [person], day),
    );
  const home = findHome(town, day, (one) => {
    const due = dueIn(one);
    return due !== undefined && chance.odds(((ageOf(due.particulars, day) - 40) / 60) ** 2);
  });
  const dead = home === undefined ? undefined : dueIn(home);
  if (home === undefined || dead === undefined) return [];
  const { person } = dead;
  const relative = home.members.find((one) => one.person !== person && isAdult(one, day));
  const died = dayText(Math.max(day - chance.between(1, 9), home.changed));
  const remaining = takeOut(home, [person], day);
  return [
    within(town, {
      type: "death-registered",
      on: dayText(day),
      ground: {
        clause: "1958 art. 8",
        papers: [{ kind: "death-certificate" }],
        signatures: [
          {
            signer: relative?.particulars.name ?? "居民委员会",
            as: relative === undefined ? "institution" : "family",
            for: [0],
            signed: dayText(day),
          },
        ],
      },
      person,
      died,
      household: home.household,
      remaining,
    }),
  ];
}
