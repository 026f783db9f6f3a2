import type { CountyEvent, Particulars } from "../../register/index.ts";
import { ageOf, findHome, type Home, signedGround, type Town, within } from "../history.ts";
import { dayText } from "../people.ts";

const couples: ReadonlyMap<number, readonly number[]> = new Map([
  [2, [12, 11]],
  [11, [2]],
  [20, [38]],
]);

/** A mother, the father where they are a couple by their relations, and what their child is to the head. */
function parentsIn(home: Home, day: number) {
  for (const mother of home.members) {
    const age = ageOf(mother.particulars, day);
    if (mother.particulars.sex !== 2 || mother.particulars.marital !== 21 || age < 22 || age > 41)
      continue;
    const partners = home.members.filter(
      ({ relation }) =>
        couples.get(relation)?.includes(mother.relation) === true ||
        couples.get(mother.relation)?.includes(relation) === true,
    );
    const [father] = partners;
    if (father === undefined || partners.length > 1) continue;
    const youngest = home.members
      .filter(({ particulars }) => particulars.mother === mother.person)
      .every(({ particulars }) => ageOf(particulars, day) >= 2);
    const children = home.members.filter(({ particulars }) => particulars.mother === mother.person);
    if (!youngest || children.length > 2) continue;
    return { mother, father, ofHead: mother.relation !== 38 };
  }
  return undefined;
}

export function birth(town: Town, day: number): readonly CountyEvent[] {
  const { chance, keys, numbers, county } = town;
  const home = findHome(town, day, (one) => parentsIn(one, day) !== undefined);
  const parents = home === undefined ? undefined : parentsIn(home, day);
  if (home === undefined || parents === undefined) return [];
  const sex = chance.odds(0.512) ? 1 : 2;
  const born = Math.max(day - chance.between(2, 25), home.changed);
  const { name, nameHan } = home.naming.name(
    chance,
    sex,
    home.naming.read(parents.father.particulars),
  );
  const particulars: Particulars = {
    name,
    nameHan,
    formerNames: [],
    sex,
    birthDate: dayText(born),
    birthCounty: county,
    idNumber: chance.odds(0.85) ? numbers(born, sex) : null,
    marital: null,
    education: null,
    mother: parents.mother.person,
    father: parents.father.person,
  };
  const relation = (parents.ofHead ? [20, 30] : [41, 42])[sex - 1] ?? 97;
  const child = { person: keys.person(), relation, particulars };
  home.members = [...home.members, child];
  home.changed = day;
  const ground = signedGround(
    "R10",
    ["117", "113"],
    [particulars],
    day,
    parents.mother.particulars,
  );
  return [
    within(town, {
      type: "birth-registered",
      on: dayText(day),
      ground,
      household: home.household,
      child,
    }),
  ];
}
