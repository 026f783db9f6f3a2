// Acts as clerks put them together from the households that they see. Each counts from a day of its own, so that
// a household of today has years ahead of it.
import type { z } from "zod";
import type { Chance } from "../../src/demo-data/chance.ts";
import type { Act, IsoDate, Particulars, Seat } from "../../src/register/index.ts";
import type { household } from "../../src/register/contract.ts";
import { headRelation } from "../../src/register/domain/shapes.ts";
import { dayAfter, signedBy } from "../../src/register/testing/made-up.ts";
import type { Newcomers } from "./newcomers.ts";

export type Household = z.infer<typeof household>;
type Member = Household["members"][number];
type Settle = Extract<Act, { act: "settle" }>;

/** What a clerk has before them. */
export type Counter = {
  readonly county: number;
  readonly today: IsoDate;
  readonly chance: Chance;
  readonly newcomers: Newcomers;
  /** As it is now. */
  readonly household: Household;
  /** Another one of the county, as somebody saw it last. */
  readonly second: Household | undefined;
  /** One of the other county, as somebody there saw it last. */
  readonly elsewhere: Household | undefined;
};

type Maker = (counter: Counter) => Act | undefined;

/** What comes to a counter, and how often. */
export const errands: readonly (readonly [Maker, number])[] = [
  [bear, 3],
  [settleNew, 3],
  [settleKnown, 2],
  [settleUnregistered, 2],
  [moveHere, 4],
  [split, 3],
  [moveTogether, 1],
  [changeHead, 2],
  [correct, 2],
  [giveNumber, 1],
  [die, 1],
];

const other = 97;
/** GB/T 4761: a son, a daughter. */
const childRelation = { 1: 20, 2: 30 } as const;

function bear({ household, today, chance, newcomers }: Counter): Act | undefined {
  const on = nextDay(today, household);
  const parent = adultsIn(household, on).find(({ sex }) => sex === 1 || sex === 2);
  if (household.kind !== "family" || parent === undefined) return undefined;
  const sex = chance.odds(0.5) ? 1 : 2;
  const child = {
    ...newcomers.next(on, sex),
    [parent.sex === 2 ? "mother" : "father"]: parent.person,
  };
  return {
    act: "register-birth",
    on,
    ground: groundOf([child], on),
    household: household.household,
    child: { particulars: child, relation: childRelation[sex] },
  };
}

function settleNew(counter: Counter): Act {
  const { today, chance } = counter;
  const on = dayAfter(today, -chance.between(200, 700));
  const people = Array.from({ length: chance.between(1, 3) }, () => grownUp(counter, true));
  return settling(on, people, newHome(counter), "elsewhere");
}

function settleKnown(counter: Counter): Act | undefined {
  const { today, household } = counter;
  if (household.kind !== "family" || household.members.length > 8) return undefined;
  const into = { kind: "known", household: household.household } as const;
  return settling(nextDay(today, household), [grownUp(counter, true)], into, "elsewhere");
}

/** Nothing but the act's key keeps them from being registered twice; a second person approves (R10.2). */
function settleUnregistered(counter: Counter): Act {
  const { today, chance } = counter;
  const on = dayAfter(today, -chance.between(200, 700));
  return settling(on, [grownUp(counter, false)], newHome(counter), "unregistered");
}

function settling(
  on: IsoDate,
  people: readonly Particulars[],
  into: Settle["into"],
  from: "elsewhere" | "unregistered",
): Settle {
  const relationAt = (place: number) => (into.kind === "new" && place === 0 ? headRelation : other);
  return {
    act: "settle",
    on,
    ground: groundOf(people, on),
    into,
    arrivals: people.map((particulars, place) =>
      from === "elsewhere"
        ? { from, place: "外地", particulars, relation: relationAt(place) }
        : { from, particulars, relation: relationAt(place) },
    ),
    seats: [],
    leftBehind: [],
  };
}

/** From the other county, some or all of a household: both counties change. */
function moveHere(counter: Counter): Act | undefined {
  const { elsewhere, household, today, chance } = counter;
  const leaving = elsewhere && someOf(elsewhere, chance, today);
  if (elsewhere === undefined || leaving === undefined) return undefined;
  const joins = household.kind === "family" && household.members.length < 8 && chance.odds(0.3);
  const on = nextDay(today, elsewhere, ...(joins ? [household] : []));
  const seats = restated(elsewhere, leaving, on);
  return {
    act: "settle",
    on,
    ground: groundOf(leaving, on),
    into: joins ? { kind: "known", household: household.household } : newHome(counter),
    arrivals: leaving.map(({ person }, place) => ({
      from: "county",
      county: elsewhere.county,
      person,
      relation: !joins && place === 0 ? headRelation : other,
    })),
    seats: [],
    leftBehind: seats.length === 0 ? [] : [{ household: elsewhere.household, seats }],
  };
}

function split(counter: Counter): Act | undefined {
  const { household, today, chance } = counter;
  const movers = someOf(household, chance, today);
  if (movers === undefined || movers.length === household.members.length) return undefined;
  const on = nextDay(today, household);
  return {
    act: "move-within",
    as: "split",
    on,
    ground: groundOf(movers, on),
    from: household.household,
    movers: movers.map(({ person }, place) => ({
      person,
      relation: place === 0 ? headRelation : other,
    })),
    into: newHome(counter),
    left: restated(household, movers, on),
    seats: [],
  };
}

function moveTogether({ household, second, today, chance }: Counter): Act | undefined {
  const movers = someOf(household, chance, today);
  if (movers === undefined || second?.kind !== "family" || second.members.length > 6) {
    return undefined;
  }
  const on = nextDay(today, household, second);
  return {
    act: "move-within",
    as: movers.length === household.members.length ? "merger" : "move",
    on,
    ground: groundOf(movers, on),
    from: household.household,
    movers: movers.map(({ person }) => ({ person, relation: other })),
    into: { kind: "known", household: second.household },
    left: restated(household, movers, on),
    seats: [],
  };
}

function changeHead({ household, today }: Counter): Act | undefined {
  const on = nextDay(today, household);
  const { members } = household;
  const next = adultsIn(household, on).find(({ relation }) => relation !== headRelation);
  if (household.kind !== "family" || next === undefined) return undefined;
  return {
    act: "change-head",
    on,
    ground: groundOf(members, on),
    household: household.household,
    seats: members.map(({ person }) => ({
      person,
      relation: person === next.person ? headRelation : other,
    })),
  };
}

function correct({ household, today, chance }: Counter): Act | undefined {
  const on = nextDay(today, household);
  const member = chance.pick(household.members);
  return {
    act: "correct",
    on,
    ground: groundOf([member], on),
    person: member.person,
    after: { education: chance.pick([20, 30, 60, 70, 80]) },
  };
}

/** What one is counted by: a second person approves. */
function giveNumber({ household, today, newcomers }: Counter): Act | undefined {
  const child = household.members.find(({ idNumber }) => idNumber === null);
  if (child === undefined) return undefined;
  const on = nextDay(today, household);
  return {
    act: "correct",
    on,
    ground: groundOf([child], on),
    person: child.person,
    after: { idNumber: newcomers.number(child.birthDate ?? on, child.sex) },
  };
}

function die({ household, today, chance }: Counter): Act {
  const on = nextDay(today, household);
  const member = chance.pick(household.members);
  return {
    act: "register-death",
    on,
    ground: {
      ...groundOf([], on),
      signatures: [{ signer: "亲属", as: "family", for: [0], signed: on }],
    },
    person: member.person,
    died: on,
    seats: restated(household, [member], on),
  };
}

function grownUp({ today, chance, newcomers }: Counter, numbered: boolean): Particulars {
  const born = dayAfter(today, -chance.between(9_000, 25_000));
  const sex = chance.odds(0.5) ? 1 : 2;
  const person = newcomers.next(born, sex);
  return numbered ? { ...person, idNumber: newcomers.number(born, sex) } : person;
}

function newHome({ chance }: Counter): Settle["into"] {
  const address = `和平路${chance.between(1, 999)}号`;
  return {
    kind: "new",
    type: "family",
    name: null,
    home: { kind: "new", address, community: "和平社区" },
  };
}

/** Some members of a family with an adult first, or all; undefined where nobody is grown up. */
function someOf(household: Household, chance: Chance, on: IsoDate): readonly Member[] | undefined {
  const adults = adultsIn(household, on);
  if (household.kind !== "family" || adults.length === 0) return undefined;
  const first = chance.pick(adults);
  const rest = household.members.filter(({ person }) => person !== first.person);
  const share = chance.odds(0.3) ? 1 : chance.next();
  return [first, ...rest.filter(() => chance.odds(share))];
}

const adultsIn = ({ members }: Household, on: IsoDate): readonly Member[] =>
  members.filter(({ birthDate }) => birthDate !== null && dayAfter(birthDate, 7_000) <= on);

/** Relations of those who stay, where the head goes. */
function restated(household: Household, leaving: readonly Member[], on: IsoDate): Seat[] {
  const gone = new Set(leaving.map(({ person }) => person));
  const staying = household.members.filter(({ person }) => !gone.has(person));
  const headLeaves = leaving.some(({ relation }) => relation === headRelation);
  if (household.kind !== "family" || !headLeaves) return [];
  const next = adultsIn(household, on).find(({ person }) => !gone.has(person)) ?? staying[0];
  return staying.map(({ person }) => ({
    person,
    relation: person === next?.person ? headRelation : other,
  }));
}

/** The day after anything changed, but no day to come. */
function nextDay(today: IsoDate, ...households: readonly Household[]): IsoDate {
  const changed = households.flatMap(({ days }) => days).reduce((a, b) => (a > b ? a : b), "");
  const next = changed === "" ? today : dayAfter(changed, 1);
  return next < today ? next : today;
}

const paper = { kind: "证明", number: "甲-1" };

const groundOf = (
  people: readonly (Pick<Member, "birthDate" | "name"> | Particulars)[],
  on: IsoDate,
) => ({
  clause: "R4.1",
  papers: [paper],
  signatures: signedBy(
    people.map(({ birthDate, name }) => ({ birthDate: birthDate ?? on, name: name ?? "-" })),
    on,
  ),
});
