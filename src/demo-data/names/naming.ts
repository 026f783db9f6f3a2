import { type Chance, drawFrom } from "../chance.ts";
import { menCharacters, surnames, womenCharacters } from "./chinese.ts";
import {
  type GivenName,
  kazakhNames,
  singleNames,
  type TwoPartNames,
  uyghurNames,
} from "./two-part.ts";

/** A made-up name, and what a child's name takes from it. */
export type MadeUpName = {
  /** In the person's own script. */
  readonly name: string;
  /** In Chinese characters, where that is another form. */
  readonly nameHan: string | null;
  readonly passesOn: string | GivenName;
};

/** How a family names its members. A choice of lists and nothing else: no field, no rule, no place depends on it. */
export type Naming = {
  /** @param parent whose surname or given name the name takes */
  readonly name: (chance: Chance, sex: 1 | 2, parent?: MadeUpName) => MadeUpName;
  /** A name of this family as it is written down. */
  readonly read: (written: Pick<MadeUpName, "name" | "nameHan">) => MadeUpName;
};

const drawSurname = drawFrom(surnames);

const oneLine: Naming = {
  name(chance, sex, parent) {
    const surname = typeof parent?.passesOn === "string" ? parent.passesOn : drawSurname(chance);
    const characters = sex === 1 ? menCharacters : womenCharacters;
    const given = chance.odds(0.84)
      ? chance.pick(characters) + chance.pick(characters)
      : chance.pick(characters);
    return { name: surname + given, nameHan: null, passesOn: surname };
  },
  read({ name, nameHan }) {
    const surname = surnames.find(([known]) => known.length > 1 && name.startsWith(known))?.[0];
    return { name, nameHan, passesOn: surname ?? name.charAt(0) };
  },
};

function twoParts({ men, women }: TwoPartNames, ownScript: boolean): Naming {
  return {
    name(chance, sex, parent) {
      const given = chance.pick(sex === 1 ? men : women);
      const father =
        parent === undefined || typeof parent.passesOn === "string"
          ? chance.pick(men)
          : parent.passesOn;
      const han = `${given.han}·${father.han}`;
      return ownScript
        ? { name: `${given.own} ${father.own}`, nameHan: han, passesOn: given }
        : { name: han, nameHan: null, passesOn: given };
    },
    read({ name, nameHan }) {
      const [own = ""] = name.split(ownScript ? " " : "·");
      const [han = ""] = (nameHan ?? name).split("·");
      return { name, nameHan, passesOn: { own, han } };
    },
  };
}

const givenAlone: Naming = {
  name(chance, sex) {
    const name = chance.pick(sex === 1 ? singleNames.men : singleNames.women);
    return { name, nameHan: null, passesOn: name };
  },
  read: ({ name, nameHan }) => ({ name, nameHan, passesOn: name }),
};

/** Drawn once a household. */
export const drawNaming: (chance: Chance) => Naming = drawFrom([
  [oneLine, 56],
  [twoParts(uyghurNames, true), 20],
  [twoParts(uyghurNames, false), 9],
  [twoParts(kazakhNames, true), 7],
  [twoParts(kazakhNames, false), 4],
  [givenAlone, 4],
]);
