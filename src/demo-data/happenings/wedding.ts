import type { CountyEvent, Particulars } from "../../register/index.ts";
import { ageOf, findHome, signedGround, type Town, within } from "../history.ts";
import { dayText } from "../people.ts";
import { elsewhere } from "../places.ts";

/** Someone from elsewhere joins a household by marriage; the head's marital status is corrected on the certificate. */
export function wedding(town: Town, day: number): readonly CountyEvent[] {
  const { chance, keys, numbers } = town;
  const home = findHome(town, day, ({ members: [head, ...others] }) => {
    const age = head === undefined ? 0 : ageOf(head.particulars, day);
    return head?.particulars.marital === 10 && others.length === 0 && age >= 22 && age <= 38;
  });
  const head = home?.members[0];
  if (home === undefined || head === undefined) return [];
  const sex = head.particulars.sex === 1 ? 2 : 1;
  const born =
    day - Math.round((ageOf(head.particulars, day) + chance.next() * 3 - 0.5) * 365.2425);
  const { name, nameHan } = home.naming.name(chance, sex);
  const particulars: Particulars = {
    name,
    nameHan,
    formerNames: [],
    sex,
    birthDate: dayText(born),
    birthCounty: null,
    idNumber: numbers(born, sex),
    marital: 21,
    education: chance.pick([30, 20, 60]),
    mother: null,
    father: null,
  };
  const spouse = { person: keys.person(), relation: sex === 1 ? 11 : 12, particulars };
  home.members = [{ ...head, particulars: { ...head.particulars, marital: 21 } }, spouse];
  home.changed = day;
  const ground = signedGround("R4.2", ["219", "move-certificate"], [particulars], day);
  return [
    within(town, {
      type: "settled",
      on: dayText(day),
      ground,
      household: home.household,
      founding: null,
      arrivals: [{ ...spouse, from: { kind: "elsewhere", place: chance.pick(elsewhere) } }],
      seats: [],
    }),
    within(town, {
      type: "particulars-corrected",
      on: dayText(day),
      ground: signedGround("1958 art. 17", ["219"], [head.particulars], day),
      person: head.person,
      before: { marital: head.particulars.marital },
      after: { marital: 21 },
    }),
  ];
}
