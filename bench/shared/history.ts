// What happened in one county: its founding, and what happens to people in the years since, as often as in the demo.
import { chanceOf } from "../../src/demo-data/chance.ts";
import { listHouseholds } from "../../src/demo-data/founding.ts";
import { drawHappening } from "../../src/demo-data/happenings/draw.ts";
import type { Town } from "../../src/demo-data/history.ts";
import type { CountyPlan, Keys } from "../../src/demo-data/index.ts";
import { openNumbers } from "../../src/demo-data/people.ts";
import { parseDay } from "../../src/policy/index.ts";
import type { IsoDate, RegisterEvent } from "../../src/register/index.ts";

/** Acts a day for each person: 88 a year for a thousand people. */
const rate = 0.13 / 540;

/** Orders of ID numbers that the founding does not come to. */
const laterOrders = 500;

/** Homes among which something happens: what moves, moves among these. */
const townSize = 2000;

/** Events in the order in which they were recorded, the last of them on the day `last` at the latest. */
export function* listHistory(
  plan: CountyPlan,
  keys: Keys,
  last: IsoDate,
): Generator<RegisterEvent> {
  const { county, opened, people, seed } = plan;
  const [first, end] = [dayOf(opened), dayOf(last)];
  const homes = [];
  for (const { event, naming, members } of listHouseholds(plan, keys)) {
    yield event;
    const { household } = event;
    if (naming !== undefined) homes.push({ household, naming, members, changed: first });
  }
  const chance = chanceOf(seed + 7);
  const numbers = openNumbers(plan.numbers, laterOrders);
  const towns: Town[] = [];
  while (homes.length > 0) {
    towns.push({ county, numbers, keys, chance, homes: homes.splice(-townSize) });
  }
  for (let day = first + 7; day <= end; day++) {
    for (let acts = Math.floor(people * rate + chance.next()); acts > 0; acts--) {
      const happening = drawHappening(chance);
      for (const { event } of happening(chance.pick(towns), day)) yield event;
    }
  }
}

function dayOf(text: IsoDate): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
