// Acts that fit the register as it is: made from a few numbers, so that a history that fails shrinks.
import type { Act, ActName } from "../domain/act.ts";
import { headRelation, type County } from "../domain/shapes.ts";
import { dayAfter, madeUpPerson } from "./made-up.ts";
import { type MemoryRegister, partOf } from "./memory-register.ts";
import { arriveFromCounty, arriveNew, bear, comeBack, restore } from "./random-arrivals.ts";
import {
  counties,
  type Dice,
  familyOf,
  goneFrom,
  groundOf,
  type Here,
  homesOf,
  institution,
  joinedBy,
  newPlace,
  pick,
  relationIn,
  restated,
  someOf,
  whoIs,
} from "./random-homes.ts";

/** An act of the kind on the dice, or the arrival of a newcomer where the register has nothing for it yet. */
export function actOf(
  register: MemoryRegister,
  on: string,
  dice: Dice,
): { county: County; act: Act } {
  const county = pick(counties, dice.county) ?? 0;
  const here = { register, county, on, dice };
  return { county, act: makers[dice.what](here) ?? arriveNew(here) };
}

const makers: Readonly<Record<ActName, (here: Here) => Act | undefined>> = {
  "register-birth": bear,
  settle: (here) =>
    [arriveNew, arriveNew, arriveFromCounty, arriveFromCounty, comeBack][here.dice.picks[3] % 5]?.(
      here,
    ),
  "move-out": leave,
  "move-within": moveWithin,
  "change-address": changeAddress,
  "change-head": changeHead,
  correct,
  "register-death": die,
  restore,
  "withhold-booklet": withhold,
  "issue-booklet": issue,
  erase,
};

function leave(here: Here): Act | undefined {
  const home = pick(
    homesOf(here).filter(({ members }) => members.length > 0),
    here.dice.picks[0],
  );
  if (home === undefined) return undefined;
  const leavers = someOf(home, here.dice);
  return {
    act: "move-out",
    on: here.on,
    ground: groundOf(
      here,
      leavers.map((person) => whoIs(here, person)),
    ),
    household: home.household,
    leavers,
    to: "外地",
    seats: restated(here, home, leavers),
  };
}

function moveWithin(here: Here): Act | undefined {
  const home = familyOf(here, here.dice.picks[0]);
  if (home === undefined) return undefined;
  const movers = someOf(home, here.dice);
  const people = movers.map((person) => whoIs(here, person));
  const empties = movers.length === home.members.length;
  const { into, relations, isNewInstitution } = joinedBy(here, people);
  const begins = into.kind === "new";
  const isFamily =
    into.kind === "new"
      ? into.type === "family"
      : homesOf(here).some(
          ({ household, kind }) => household === into.household && kind === "family",
        );
  const ground = groundOf(here, people);
  return {
    act: "move-within",
    as: !isFamily || begins === empties ? "move" : begins ? "split" : "merger",
    on: here.on,
    ground: {
      ...ground,
      signatures: [...ground.signatures, ...(isNewInstitution ? [institution(here)] : [])],
    },
    from: home.household,
    movers: movers.map((person, index) => ({ person, relation: relations[index] ?? 97 })),
    into,
    left: restated(here, home, movers),
    seats: [],
  };
}

function changeAddress(here: Here): Act | undefined {
  const home = pick(homesOf(here), here.dice.picks[2]);
  if (home === undefined) return undefined;
  const members = home.members.map(({ person }) => person).toSorted((a, b) => a - b);
  const ground = groundOf(
    here,
    members.map((person) => whoIs(here, person)),
  );
  return {
    act: "change-address",
    on: here.on,
    ground: home.kind === "family" ? ground : { ...ground, signatures: [institution(here)] },
    household: home.household,
    home: newPlace(here),
  };
}

function changeHead(here: Here): Act | undefined {
  const home = familyOf(here, here.dice.picks[0]);
  const head = home && pick(home.members, here.dice.picks[1]);
  if (home === undefined || head === undefined) return undefined;
  return {
    act: "change-head",
    on: here.on,
    ground: groundOf(
      here,
      home.members.map(({ person }) => whoIs(here, person)),
    ),
    household: home.household,
    seats: home.members.map(({ person }) => ({
      person,
      relation: person === head.person ? headRelation : relationIn(home.kind, whoIs(here, person)),
    })),
  };
}

function correct(here: Here): Act | undefined {
  const home = pick(
    homesOf(here).filter(({ members }) => members.length > 0),
    here.dice.picks[0],
  );
  const member = home && pick(home.members, here.dice.picks[1]);
  if (member === undefined) return undefined;
  const [, , what, value] = here.dice.picks;
  const before = whoIs(here, member.person);
  const anew = madeUpPerson(here.register.lastId + value + 1, before.birthDate, {
    female: before.sex === 2,
    numbered: true,
  });
  const after = pick(
    [{ name: `更名 ${value}` }, { marital: 20 }, { education: 60 }, { idNumber: anew.idNumber }],
    what,
  );
  return {
    act: "correct",
    on: here.on,
    ground: groundOf(here, [before]),
    person: member.person,
    after: after ?? {},
  };
}

function die(here: Here): Act | undefined {
  const home = pick(
    homesOf(here).filter(({ members }) => members.length > 0),
    here.dice.picks[0],
  );
  const member = home && pick(home.members, here.dice.picks[1]);
  if (home === undefined || member === undefined) return undefined;
  return {
    act: "register-death",
    on: here.on,
    ground: {
      ...groundOf(here, []),
      signatures: [{ signer: "亲属", as: "family", for: [0], signed: here.on }],
    },
    person: member.person,
    died: dayAfter(here.on, -(here.dice.picks[2] % 2)),
    seats: restated(here, home, [member.person]),
  };
}

function withhold(here: Here): Act | undefined {
  const home = familyOf(here, here.dice.picks[0]);
  const member = home && pick(home.members, 0);
  if (home === undefined || member === undefined) return undefined;
  const last = partOf(here.register, here.county).withheld.get(member.person)?.step;
  const next = {
    reported: "mediated",
    mediated: "notified",
    notified: "settled",
    settled: "reported",
  } as const;
  return {
    act: "withhold-booklet",
    on: here.on,
    ground: groundOf(here, [whoIs(here, member.person)]),
    household: home.household,
    person: member.person,
    step: last === undefined ? "reported" : next[last],
  };
}

function issue(here: Here): Act | undefined {
  const [first, , third] = here.dice.picks;
  const home = familyOf(here, first);
  const { withheld } = partOf(here.register, here.county);
  const notified = pick(
    [...withheld.values()].filter(({ step }) => step === "notified"),
    first,
  );
  if (home === undefined) return undefined;
  const own = third % 2 === 0 ? notified : undefined;
  const signer = own?.person ?? home.members[0]?.person ?? 0;
  return {
    act: "issue-booklet",
    on: here.on,
    ground: groundOf(here, [whoIs(here, signer)]),
    household: own?.household ?? home.household,
    person: own?.person ?? null,
  };
}

function erase(here: Here): Act | undefined {
  const { picks, few } = here.dice;
  const person = pick(goneFrom(here, few), picks[0]);
  if (person === undefined) return undefined;
  return { act: "erase", on: here.on, ground: groundOf(here, []), person };
}
