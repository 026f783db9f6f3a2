// Made-up people of histories: numbers begin with 99, which no real place has.
import { formatDay, idCheckCharacter, parseDay } from "../../policy/index.ts";
import type { Ground, IsoDate, Particulars } from "../domain/shapes.ts";

export const dayAfter = (day: IsoDate, days: number): IsoDate =>
  formatDay((parseDay(day) ?? 0) + days);

const names = ["林晓", "阿依夏·买买提", "周敏", "ئايگۈل", "王一", "热娜", "杨帆", "Иван"];

/** @param place differs from person to person, so that numbers do */
export function madeUpPerson(
  place: number,
  birthDate: IsoDate,
  { female, numbered }: { readonly female: boolean; readonly numbered: boolean },
): Particulars {
  const order = ((place * 2) % 998) + (female ? 2 : 1);
  const division = 990_000 + Math.floor(place / 499);
  const digits = `${division}${birthDate.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
  return {
    name: names[place % names.length] ?? "",
    nameHan: null,
    formerNames: [],
    sex: female ? 2 : 1,
    birthDate,
    birthCounty: null,
    idNumber: numbered ? digits + idCheckCharacter(digits) : null,
    marital: place % 2 === 0 ? 10 : null,
    education: null,
    mother: null,
    father: null,
  };
}

/** Everyone's will as the law wants it: adults sign, a guardian signs for the others. */
export function signedBy(
  people: readonly { readonly birthDate: IsoDate; readonly name: string }[],
  on: IsoDate,
): Ground["signatures"] {
  return people.map(({ birthDate, name }, place) =>
    isGrown(birthDate, on)
      ? { signer: name, as: "self", for: [place], signed: on }
      : { signer: `监护 ${place}`, as: "guardian", for: [place], signed: on, heard: true },
  );
}

/** Counted by the calendar's text and not as the domain counts: 18 years are full on the birthday. */
function isGrown(birthDate: IsoDate, on: IsoDate): boolean {
  const [year = "", ...rest] = birthDate.split("-");
  return `${Number(year) + 18}-${rest.join("-")}` <= on;
}
