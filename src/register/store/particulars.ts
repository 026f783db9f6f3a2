// A person's particulars as columns, and back.
import type { County, IsoDate, Particulars, PersonId } from "../domain/shapes.ts";

/** How a name sounds: its syllables and their first letters, in lower case. */
export type SoundOf = (name: string) => { readonly sound: string; readonly initials: string };

/** A row of `person` but for what the register itself counts. */
export type PersonColumns = {
  readonly county: County;
  readonly person_id: PersonId;
  readonly name: string;
  readonly name_han: string | null;
  readonly former_names: readonly string[];
  readonly sound: string;
  readonly initials: string;
  readonly sex: number;
  readonly birth_date: IsoDate;
  readonly birth_county: County | null;
  readonly id_number: string | null;
  readonly marital: number | null;
  readonly education: number | null;
  readonly mother_id: PersonId | null;
  readonly father_id: PersonId | null;
};

/** The name is found by the sound of its Chinese-character form where it has one. */
export function columnsOf(
  county: County,
  person: PersonId,
  particulars: Particulars,
  soundOf: SoundOf,
): PersonColumns {
  const { name, nameHan, formerNames, sex, birthDate, birthCounty } = particulars;
  const { idNumber, marital, education, mother, father } = particulars;
  return {
    county,
    person_id: person,
    name,
    name_han: nameHan,
    former_names: formerNames,
    ...soundOf(nameHan ?? name),
    sex,
    birth_date: birthDate,
    birth_county: birthCounty,
    id_number: idNumber,
    marital,
    education,
    mother_id: mother,
    father_id: father,
  };
}

/** Particulars of the row `alias` as JSON; null once the person was erased. */
export const particularsJson = (alias: string): string =>
  `CASE WHEN NOT ${alias}.erased THEN json_build_object(
     'name', ${alias}.name, 'nameHan', ${alias}.name_han, 'formerNames', ${alias}.former_names,
     'sex', ${alias}.sex, 'birthDate', ${alias}.birth_date, 'birthCounty', ${alias}.birth_county,
     'idNumber', ${alias}.id_number, 'marital', ${alias}.marital, 'education', ${alias}.education,
     'mother', ${alias}.mother_id, 'father', ${alias}.father_id) END`;
