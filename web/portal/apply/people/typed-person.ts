// Someone who is not of the household, as typed: what the number says is not asked.
import type { Added, Draft, Tie } from "../draft/draft.ts";
import { numberFault, type NumberFault, readNumber } from "../draft/faults.ts";
import { isMinor, recordOf, relationFor } from "../draft/kin.ts";

export type TypedPerson = {
  readonly which: "numbered" | "unnumbered";
  readonly number: string;
  readonly name: string;
  readonly tie: Exclude<Tie, "self"> | "";
  /** Where they are registered. */
  readonly place: string;
  /** ISO day; of someone without a number. */
  readonly born: string;
  /** GB/T 2261.1; of someone without a number. */
  readonly sex: string;
};

export const emptyTyped: TypedPerson = {
  which: "numbered",
  number: "",
  name: "",
  tie: "",
  place: "",
  born: "",
  sex: "",
};

export type TypedFault = {
  readonly at: "number" | "name" | "tie" | "place" | "born" | "sex";
  readonly code: NumberFault | "name" | "tie" | "place" | "born" | "sex" | "twice";
};

/** The first thing that is not filled in, or not right. */
export function personFault(
  typed: TypedPerson,
  draft: Draft,
  today: string,
): TypedFault | undefined {
  const number = readNumber(typed.number);
  const numbered = typed.which === "numbered";
  const wrong = numbered ? numberFault(number, today) : undefined;
  if (wrong !== undefined) return { at: "number", code: wrong };
  const twice =
    numbered && draft.people.some(({ who }) => "citizen" in who && who.citizen === number);
  if (twice) return { at: "number", code: "twice" };
  if (typed.name.trim() === "") return { at: "name", code: "name" };
  if (typed.tie === "") return { at: "tie", code: "tie" };
  if (numbered) return typed.place.trim() === "" ? { at: "place", code: "place" } : undefined;
  if (typed.born === "") return { at: "born", code: "born" };
  return typed.sex === "" ? { at: "sex", code: "sex" } : undefined;
}

/** Born and of which sex, as the number says (GB 11643): eight digits for the day, an odd order for a man. */
function readTyped({ which, number, born, sex }: TypedPerson) {
  if (which === "unnumbered") return { citizen: null, birthDate: born, sex: Number(sex) };
  const citizen = readNumber(number);
  const day = `${citizen.slice(6, 10)}-${citizen.slice(10, 12)}-${citizen.slice(12, 14)}`;
  return { citizen, birthDate: day, sex: Number(citizen.charAt(16)) % 2 === 1 ? 1 : 2 };
}

/** As the application takes them; their papers speak where no register kept here knows them. */
export function addedPerson(typed: TypedPerson, self: number, today: string): Added {
  const { citizen, birthDate, sex } = readTyped(typed);
  const name = typed.name.trim();
  const tie = typed.tie === "" ? "other-relative" : typed.tie;
  return {
    participant: {
      who: { citizen, name, birthDate },
      tie,
      ward: false,
      guardians: tie === "child" && isMinor(birthDate, today) ? [{ person: self }] : [],
    },
    record: recordOf(tie, name, birthDate, today),
    relation: relationFor(tie, sex),
    declared: {
      place: citizen === null ? null : typed.place.trim(),
      particulars: {
        name,
        nameHan: null,
        formerNames: [],
        sex: sex === 1 ? 1 : 2,
        birthDate,
        birthCounty: null,
        idNumber: citizen,
        marital: null,
        education: null,
        mother: null,
        father: null,
      },
    },
  };
}
