import type { CountyEvent } from "../../register/index.ts";
import { drawHousehold } from "../family.ts";
import { signedGround, type Town, within } from "../history.ts";
import { dayText, settle } from "../people.ts";
import { elsewhere, townHome } from "../places.ts";

export function moveIn(town: Town, day: number): readonly CountyEvent[] {
  const { chance, keys, county, numbers } = town;
  const { naming, members } = drawHousehold(chance, day);
  const living = settle(members, keys, { chance, county, numbers, today: day });
  const household = keys.household();
  town.homes = [...town.homes, { household, naming, members: living, changed: day }];
  const place = chance.pick(elsewhere);
  const paper = chance.pick(["title-certificate", "lease", "employer-letter"]);
  return [
    within(town, {
      type: "settled",
      on: dayText(day),
      ground: signedGround(
        "R4.1",
        ["move-certificate", "111", paper],
        living.map(({ particulars }) => particulars),
        day,
      ),
      household,
      founding: {
        kind: "family",
        name: null,
        dwelling: { dwelling: keys.dwelling(), ...townHome(chance) },
      },
      arrivals: living.map((one) => ({ ...one, from: { kind: "elsewhere", place } })),
      seats: [],
    }),
  ];
}
