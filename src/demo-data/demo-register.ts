// The whole register of a demo: two made-up counties from their founding until today.
import { parseDay } from "../policy/index.ts";
import type { CountyEvent, IsoDate } from "../register/index.ts";
import { neighbourCounty, sampleDistrict } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { foundFixedHouseholds } from "./fixed-households.ts";
import { type CountyPlan, listHouseholds } from "./founding.ts";
import { drawHappening } from "./happenings/draw.ts";
import { moveBetween } from "./happenings/move-between.ts";
import { withheldBooklet } from "./happenings/withheld-booklet.ts";
import { type Town, within } from "./history.ts";
import { type Keys, openNumbers } from "./people.ts";
import { type MadeUpRecord, openRecorder } from "./recording.ts";

const opened = "2021-01-04";
const seed = 20_260_731;

export type DemoPlan = {
  /** The last day on which something happens. */
  readonly today: IsoDate;
  readonly keys: Keys;
};

/**
 * Some 600 people in 990101 and 60 in 990102, with their history, in the order in which it was recorded; the same
 * every time, but that it goes on until today.
 */
export function* listDemoRegister({ today, keys }: DemoPlan): Generator<MadeUpRecord> {
  const record = openRecorder();
  for (const events of listActs(keys, dayOf(today))) yield* record(events);
}

/** The events of each act. */
function* listActs(keys: Keys, last: number): Generator<readonly CountyEvent[]> {
  const chance = chanceOf(seed);
  const here = openTown(planOf(sampleDistrict, 540), keys, chance);
  const there = openTown(planOf(neighbourCounty, 55), keys, chance);
  const fixed = foundFixedHouseholds(keys, opened);
  yield* one(...here.founding, ...there.founding, ...fixed);
  for (let day = dayOf(opened) + 7; day <= last; day += 1) {
    if (chance.odds(0.13)) yield* one(...drawHappening(chance)(here.town, day));
    if (chance.odds(0.012)) yield* one(...drawHappening(chance)(there.town, day));
    if (chance.odds(0.008)) {
      const [from, to] = chance.odds(0.6) ? [there, here] : [here, there];
      const both = moveBetween(from.town, to.town, day);
      if (both.length > 0) yield both;
    }
    yield* one(...withheldBooklet(fixed, last, day));
  }
}

/** Each event is an act of its own. */
const one = (...events: readonly CountyEvent[]): readonly (readonly CountyEvent[])[] =>
  events.map((event) => [event]);

const planOf = (county: number, people: number): CountyPlan => ({
  county,
  people,
  seed: seed + county,
  opened,
  numbers: county,
});

/** Orders of ID numbers that the founding does not come to; those of fixed people begin with 9. */
const laterOrders = 500;

function openTown(plan: CountyPlan, keys: Keys, chance: Chance) {
  const { county, numbers } = plan;
  const founded = [...listHouseholds(plan, keys)];
  const town: Town = {
    county,
    numbers: openNumbers(numbers, laterOrders),
    keys,
    chance,
    homes: founded.flatMap(({ event: { household }, naming, members }) =>
      naming === undefined ? [] : [{ household, naming, members, changed: dayOf(opened) }],
    ),
  };
  return { town, founding: founded.map(({ event }) => within(town, event)) };
}

function dayOf(text: IsoDate): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
