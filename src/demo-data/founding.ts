// The people a county's register begins with: one event a household.
import { parseDay } from "../policy/index.ts";
import type { CountyEvent, Ground, IsoDate, RegisterEvent } from "../register/index.ts";
import { type Chance, chanceOf, drawFrom } from "./chance.ts";
import { drawHousehold, drawSingle } from "./family.ts";
import type { Naming } from "./names/naming.ts";
import { type Keys, type Living, openNumbers, settle } from "./people.ts";
import { type CollectiveKind, collectiveHome, townHome, villageHome } from "./places.ts";

export type CountyPlan = {
  readonly county: number;
  /** How many people; the last household may go beyond by a few. */
  readonly people: number;
  readonly seed: number;
  /** The day on which the register begins. */
  readonly opened: IsoDate;
  /** Division of the ID numbers, 990000-999999: no real one. One county alone may use it. */
  readonly numbers: number;
};

type Settled = Extract<RegisterEvent, { type: "settled" }>;

/** Records taken over from the paper register: nobody moves, so nobody signs. */
export const takenOver: Ground = {
  clause: "R8",
  papers: [{ kind: "113" }],
  signatures: [],
  note: "由原户口登记簿转入（虚构） / Taken over from the former register (made up)",
};

export const formerRegister = { kind: "elsewhere", place: "本地原户口登记簿（虚构）" } as const;

const drawCollective = drawFrom<CollectiveKind>([
  ["employer", 40],
  ["school", 30],
  ["community", 22],
  ["talent-centre", 8],
]);

/** Of a hundred people three live in collective households, twenty-four or so in each. */
const collectiveShare = 0.03;
const collectiveSize = 24;

/** One household with its founding event; `naming` of families only. */
type Founded = {
  readonly event: Settled;
  readonly naming: Naming | undefined;
  readonly members: readonly Living[];
};

/** The founding events of a county, household by household; a million people are streamed, none is kept. */
export function* listFoundings(plan: CountyPlan, keys: Keys): Generator<CountyEvent> {
  for (const { event } of listHouseholds(plan, keys)) yield { county: plan.county, event };
}

export function* listHouseholds(plan: CountyPlan, keys: Keys): Generator<Founded> {
  const chance = chanceOf(plan.seed);
  const today = parseDay(plan.opened);
  if (today === undefined) throw new Error(`${plan.opened} is no day`);
  const context = { chance, county: plan.county, numbers: openNumbers(plan.numbers), today };
  const collectives = (collectiveShare * 2.62) / collectiveSize;
  for (let left = plan.people; left > 0;) {
    const collective = left > collectiveSize && chance.odds(collectives);
    const kind = collective ? drawCollective(chance) : "family";
    const { members, naming } =
      kind === "family" ? drawHousehold(chance, today) : manyOf(chance, today, kind);
    const people = settle(members, keys, context);
    left -= members.length;
    yield {
      naming,
      members: people,
      event: {
        type: "settled",
        on: plan.opened,
        ground: takenOver,
        household: keys.household(),
        founding: { kind, ...placeOf(chance, kind, keys) },
        arrivals: people.map((one) => ({ ...one, from: formerRegister })),
        seats: [],
      },
    };
  }
}

function manyOf(chance: Chance, today: number, kind: CollectiveKind) {
  const ages = kind === "school" ? ([18, 22] as const) : ([20, 55] as const);
  const size = chance.between(collectiveSize - 8, collectiveSize + 8);
  return {
    members: Array.from({ length: size }, () => drawSingle(chance, today, ages)),
    naming: undefined,
  };
}

function placeOf(chance: Chance, kind: "family" | CollectiveKind, keys: Keys) {
  if (kind === "family") {
    const home = chance.odds(0.66) ? townHome(chance) : villageHome(chance);
    return { name: null, dwelling: { dwelling: keys.dwelling(), ...home } };
  }
  const { name, ...home } = collectiveHome(chance, kind);
  return { name, dwelling: { dwelling: keys.dwelling(), ...home } };
}

/** As many counties as asked for, of the same size, in places that do not exist: 990101 and following. */
export function planCounties(
  people: number,
  counties: number,
  opened: IsoDate,
): readonly CountyPlan[] {
  return Array.from({ length: counties }, (_, index) => ({
    county: 990_101 + index,
    people: Math.round(people / counties),
    seed: 1000 + index,
    opened,
    numbers: 990_101 + index,
  }));
}
