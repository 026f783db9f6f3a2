// Made-up people who come to live here: each name once, so that whoever is there twice is seen.
import { madeUpIdNumber } from "../../src/demo-data/made-up-id-number.ts";
import { menCharacters, womenCharacters } from "../../src/demo-data/names/chinese.ts";
import type { IsoDate, Particulars } from "../../src/register/index.ts";

export type Newcomers = {
  /** @param born ISO day */
  readonly next: (born: IsoDate, sex: 1 | 2) => Particulars;
  /** A citizen ID number that nobody has. */
  readonly number: (born: IsoDate, sex: number) => string;
};

/** No surname of two characters begins with one of these. */
const surnames = [..."王李张刘陈杨赵黄周吴"];

/** A number's division has room for so many of each sex. */
const room = 499;

export function openNewcomers(): Newcomers {
  let people = 0;
  let numbers = 0;
  return {
    next(born, sex) {
      people += 1;
      return {
        name: nameOf(people),
        nameHan: null,
        formerNames: [],
        sex,
        birthDate: born,
        birthCounty: null,
        idNumber: null,
        marital: null,
        education: null,
        mother: null,
        father: null,
      };
    },
    number(born, sex) {
      numbers += 1;
      const order = (numbers % room) * 2 + (sex === 2 ? 2 : 1);
      return madeUpIdNumber(991_000 + Math.floor(numbers / room), born, order);
    },
  };
}

const characters = [...new Set([...menCharacters, ...womenCharacters])];

/** Four characters: nobody of the demo has a given name of three. */
function nameOf(place: number): string {
  const digit = (power: number) => Math.floor(place / characters.length ** power);
  const given = [0, 1, 2].map((power) => characters[digit(power) % characters.length] ?? "");
  return (surnames[place % surnames.length] ?? "") + given.join("");
}
