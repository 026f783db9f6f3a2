// Made-up acts by which someone enters the register: arrivals, births, restorations.
import type { Act } from "../domain/act.ts";
import type { Particulars } from "../domain/shapes.ts";
import { dayAfter, madeUpPerson } from "./made-up.ts";
import {
  counties,
  familyOf,
  goneFrom,
  groundOf,
  type Here,
  homesOf,
  institution,
  joinedBy,
  pick,
  restated,
  someOf,
  whoIs,
} from "./random-homes.ts";

type Settle = Extract<Act, { act: "settle" }>;
type Arriving = Settle["arrivals"][number];

export function arriveNew(here: Here): Act {
  const particulars = newcomer(here);
  const spouse = madeUpPerson(
    here.register.lastId + here.dice.picks[3] + 1,
    particulars.birthDate,
    {
      female: particulars.sex === 1,
      numbered: true,
    },
  );
  const people = here.dice.few ? [particulars] : [particulars, spouse];
  const unregistered = here.dice.picks[2] % 4 === 0;
  return arrive(
    here,
    people.map((each) => ({ who: each, particulars: each })),
    (particulars, relation) =>
      unregistered
        ? { from: "unregistered", particulars, relation }
        : { from: "elsewhere", place: "外地", particulars, relation },
  );
}

function newcomer({ register, on, dice }: Here): Particulars {
  const [age, , , look] = dice.picks;
  const birthDate = dayAfter(on, -((age * 397) % 30_000));
  return madeUpPerson(register.lastId + look, birthDate, {
    female: look % 2 === 0,
    numbered: look % 5 !== 0,
  });
}

export function arriveFromCounty(here: Here): Act | undefined {
  const other = pick(
    counties.filter((county) => county !== here.county),
    here.dice.picks[3],
  );
  const there = { ...here, county: other ?? 0 };
  const home = pick(
    homesOf(there).filter(({ members }) => members.length > 0),
    here.dice.picks[0],
  );
  if (home === undefined || other === undefined) return undefined;
  const leaving = someOf(home, here.dice);
  const act = arrive(
    here,
    leaving.map((person) => ({ who: person, particulars: whoIs(here, person) })),
    (person, relation) => ({ from: "county", county: other, person, relation }),
  );
  const seats = restated(there, home, leaving);
  return seats.length === 0 ? act : { ...act, leftBehind: [{ household: home.household, seats }] };
}

export function comeBack(here: Here): Act | undefined {
  const person = pick(goneFrom(here, false), here.dice.picks[0]);
  if (person === undefined) return undefined;
  return arrive(here, [{ who: person, particulars: whoIs(here, person) }], (who, relation) => ({
    from: "returning",
    place: "外地",
    person: who,
    relation,
  }));
}

function arrive<Who>(
  here: Here,
  arrivals: readonly { readonly who: Who; readonly particulars: Particulars }[],
  arrival: (who: Who, relation: number) => Arriving,
): Settle {
  const people = arrivals.map(({ particulars }) => particulars);
  const { into, relations, isNewInstitution } = joinedBy(here, people);
  const ground = groundOf(here, people);
  return {
    act: "settle",
    on: here.on,
    ground: {
      ...ground,
      signatures: [...ground.signatures, ...(isNewInstitution ? [institution(here)] : [])],
    },
    into,
    arrivals: arrivals.map(({ who }, index) => arrival(who, relations[index] ?? 97)),
    seats: [],
    leftBehind: [],
  };
}

export function bear(here: Here): Act | undefined {
  const home = familyOf(here, here.dice.picks[0]);
  const parent = home && pick(home.members, here.dice.picks[1]);
  if (home === undefined || parent === undefined) return undefined;
  const [, , ago, look] = here.dice.picks;
  const female = look % 2 === 0;
  const born = dayAfter(here.on, -(ago % 60));
  const child = madeUpPerson(here.register.lastId + look, born, {
    female,
    numbered: look % 3 === 0,
  });
  const isMother = whoIs(here, parent.person).sex === 2;
  const particulars = { ...child, [isMother ? "mother" : "father"]: parent.person };
  return {
    act: "register-birth",
    on: here.on,
    ground: groundOf(here, [particulars]),
    household: home.household,
    child: { particulars, relation: female ? 30 : 20 },
  };
}

export function restore(here: Here): Act | undefined {
  const dead = here.dice.few;
  const person = pick(goneFrom(here, dead), here.dice.picks[0]);
  if (person === undefined) return undefined;
  const particulars = whoIs(here, person);
  const { into, relations, isNewInstitution } = joinedBy(here, [particulars]);
  const ground = groundOf(here, [particulars]);
  return {
    act: "restore",
    on: here.on,
    ground: {
      ...ground,
      signatures: [...ground.signatures, ...(isNewInstitution ? [institution(here)] : [])],
    },
    person,
    cause: dead ? "declaration-revoked" : "cancelled-in-error",
    into,
    relation: relations[0] ?? 97,
    seats: [],
  };
}
