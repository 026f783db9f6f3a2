// Households of realistic shapes: who lives together, how old they are, whose children they are.
import { type Chance, drawFrom } from "./chance.ts";
import { drawNaming, type MadeUpName, type Naming } from "./names/naming.ts";

/** A member before keys are given; parents by their place in the household. */
export type Drafted = {
  readonly relation: number;
  readonly sex: 1 | 2;
  /** Day number of birth. */
  readonly born: number;
  readonly named: MadeUpName;
  /** GB/T 2261.2. */
  readonly marital: number;
  readonly mother?: number;
  readonly father?: number;
};

/** Head first. */
export type Household = { readonly naming: Naming; readonly members: readonly Drafted[] };

const single = 10;
const married = 21;
const widowed = 30;
const divorced = 40;
const year = 365.2425;

type Shape = (family: Family) => void;

/** Shares of households by shape; together they average 2.62 people, as the census of 2020 counted. */
const drawShape = drawFrom<Shape>([
  [alone, 24.5],
  [couple, 21],
  [coupleWithChildren, 29.5],
  [oneParent, 6.5],
  [threeGenerations, 13],
  [grandparents, 2],
  [siblings, 2],
  [withLodger, 1.5],
]);

/** @param today day number by which ages are meant */
export function drawHousehold(chance: Chance, today: number): Household {
  const family = new Family(chance, today);
  drawShape(chance)(family);
  return family;
}

/** People of a collective household: students are young, workers grown, nobody is anybody's relative. */
export function drawSingle(
  chance: Chance,
  today: number,
  ages: readonly [number, number],
): Drafted {
  const family = new Family(chance, today);
  const sex = chance.odds(0.5) ? 1 : 2;
  family.add(1, sex, family.bornAt(chance.between(...ages)), single);
  const [one] = family.members;
  if (one === undefined) throw new Error("nobody was added");
  return one;
}

class Family implements Household {
  readonly chance: Chance;
  readonly today: number;
  readonly naming: Naming;
  readonly members: Drafted[] = [];

  constructor(chance: Chance, today: number) {
    this.chance = chance;
    this.today = today;
    this.naming = drawNaming(chance);
  }

  /** A day of birth of someone of that age. */
  bornAt(age: number): number {
    return Math.round(this.today - (age + this.chance.next() * 0.999) * year);
  }

  ageOf(born: number): number {
    return (this.today - born) / year;
  }

  /** Adds a member and gives their place. `named` has to be of this family's naming. */
  add(
    relation: number,
    sex: 1 | 2,
    born: number,
    marital: number,
    kin: { readonly mother?: number; readonly father?: number; readonly after?: MadeUpName } = {},
  ): number {
    const { after, ...parents } = kin;
    const father = parents.father === undefined ? after : this.members[parents.father]?.named;
    const named = this.naming.name(this.chance, sex, father);
    this.members.push({ relation, sex, born, named, marital, ...parents });
    return this.members.length - 1;
  }

  /** Head and spouse; mostly the husband is head. Gives the places of husband and wife. */
  addCouple(wifeAge: number, after?: MadeUpName): { husband: number; wife: number } {
    const wifeBorn = this.bornAt(wifeAge);
    const husbandBorn = wifeBorn - Math.round((this.chance.next() * 7 - 2) * year);
    const kin = after === undefined ? {} : { after };
    if (this.chance.odds(0.74)) {
      const husband = this.add(2, 1, husbandBorn, married, kin);
      return { husband, wife: this.add(12, 2, wifeBorn, married) };
    }
    const wife = this.add(2, 2, wifeBorn, married);
    return { wife, husband: this.add(11, 1, husbandBorn, married, kin) };
  }

  /** Children of these parents who are still at home. Gives how many. */
  addChildren(
    parents: { readonly mother?: number; readonly father?: number },
    most: number,
    relation: (sex: 1 | 2) => number = (sex) => (sex === 1 ? 20 : 30),
  ): number {
    const { chance } = this;
    const parent = this.members[parents.mother ?? parents.father ?? 0];
    const parentAge = this.ageOf(parent?.born ?? this.today);
    let bornTo = 21 + chance.next() * 10;
    let added = 0;
    for (let n = 0; n < most; n += 1) {
      const age = parentAge - bornTo;
      bornTo += 1.5 + chance.next() * 5;
      if (age < 0.1 || bornTo > 46 || (age > 22 && chance.odds(0.75))) continue;
      const sex = chance.odds(0.512) ? 1 : 2;
      this.add(relation(sex), sex, Math.round(this.today - age * year), single, parents);
      added += 1;
    }
    return added;
  }
}

const childrenOf = drawFrom([
  [1, 55],
  [2, 37],
  [3, 8],
]);

function alone(family: Family): void {
  const { chance } = family;
  const sex = chance.odds(0.52) ? 1 : 2;
  const old = chance.odds(0.38);
  const age = old ? chance.between(62, 92) : chance.between(20, 61);
  const marital = old
    ? chance.odds(0.8)
      ? widowed
      : divorced
    : chance.odds(age < 32 ? 0.9 : 0.4)
      ? single
      : divorced;
  family.add(2, sex, family.bornAt(age), marital);
}

function couple(family: Family): void {
  const { chance } = family;
  family.addCouple(chance.odds(0.3) ? chance.between(22, 34) : chance.between(48, 84));
}

function coupleWithChildren(family: Family): void {
  const { husband, wife } = family.addCouple(family.chance.between(25, 52));
  const parents = { mother: wife, father: husband };
  if (family.addChildren(parents, childrenOf(family.chance)) === 0) family.addChildren(parents, 2);
}

function oneParent(family: Family): void {
  const { chance } = family;
  const sex = chance.odds(0.3) ? 1 : 2;
  const parent = family.add(
    2,
    sex,
    family.bornAt(chance.between(28, 52)),
    chance.odds(0.7) ? divorced : widowed,
  );
  family.addChildren(sex === 1 ? { father: parent } : { mother: parent }, childrenOf(chance));
}

/** The middle generation heads, with the parents of one of the couple; or the eldest does. */
function threeGenerations(family: Family): void {
  const { chance } = family;
  if (chance.odds(0.35)) return eldestHeads(family);
  const father = family.naming.name(chance, 1);
  const { husband, wife } = family.addCouple(chance.between(25, 48), father);
  const head = family.members[0];
  const elder = (head?.born ?? 0) - Math.round((23 + chance.next() * 8) * year);
  const both = chance.odds(0.6);
  const marital = both ? married : widowed;
  // The head's parents, or the husband's where the wife heads.
  const [fatherCode, motherCode] = husband === 0 ? [51, 52] : [53, 54];
  const places: { mother?: number; father?: number } = {};
  if (both || chance.odds(0.3)) {
    places.father = family.members.length;
    family.members.push({
      relation: fatherCode,
      sex: 1,
      born: elder - 400,
      named: father,
      marital,
    });
  }
  if (places.father === undefined || both)
    places.mother = family.add(motherCode, 2, elder, marital);
  const child = family.members[husband];
  if (child !== undefined) family.members[husband] = { ...child, ...places };
  family.addChildren({ mother: wife, father: husband }, childrenOf(chance));
}

function eldestHeads(family: Family): void {
  const { chance } = family;
  const { husband, wife } = family.addCouple(chance.between(50, 72));
  const parent = family.members[wife];
  const age = family.ageOf(parent?.born ?? family.today) - 22 - chance.next() * 6;
  const sex = chance.odds(0.8) ? 1 : 2;
  const born = Math.round(family.today - age * year);
  const child = family.add(sex === 1 ? 20 : 30, sex, born, married, {
    mother: wife,
    father: husband,
  });
  const inLaw = family.add(
    sex === 1 ? 38 : 28,
    sex === 1 ? 2 : 1,
    born + Math.round((chance.next() * 4 - 2) * year),
    married,
  );
  family.addChildren(
    sex === 1 ? { father: child, mother: inLaw } : { father: inLaw, mother: child },
    childrenOf(chance),
    (grandchild) => (sex === 1 ? 40 : 42) + grandchild,
  );
}

function grandparents(family: Family): void {
  const { chance } = family;
  family.addCouple(chance.between(52, 70));
  const sex = chance.odds(0.5) ? 1 : 2;
  const bySon = chance.odds(0.7);
  const father = bySon ? family.members.find((one) => one.sex === 1)?.named : undefined;
  const after = bySon ? family.naming.name(chance, 1, father) : family.naming.name(chance, 1);
  family.add((bySon ? 40 : 42) + sex, sex, family.bornAt(chance.between(2, 15)), single, { after });
}

function siblings(family: Family): void {
  const { chance } = family;
  const father = family.naming.name(chance, 1);
  const age = chance.between(22, 58);
  const born = family.bornAt(age);
  family.add(2, chance.odds(0.5) ? 1 : 2, born, single, { after: father });
  for (let n = 0; n < chance.between(1, 2); n += 1) {
    const sex = chance.odds(0.5) ? 1 : 2;
    const younger = born + Math.round((1.2 + n * 2 + chance.next()) * year);
    if (family.ageOf(younger) < 18) continue;
    family.add(sex === 1 ? 73 : 77, sex, younger, single, { after: father });
  }
}

function withLodger(family: Family): void {
  const { chance } = family;
  coupleWithChildren(family);
  const sex = chance.odds(0.5) ? 1 : 2;
  family.add(99, sex, family.bornAt(chance.between(19, 45)), single);
}
