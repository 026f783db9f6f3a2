// The tables of the present as rows of a fold: each value as PostgreSQL writes it, so that rows compare as text.
import type { County, Particulars } from "../domain/shapes.ts";
import type { Range } from "../domain/state.ts";
import { columnsOf, type SoundOf } from "../store/particulars.ts";
import type { CountyFold } from "./county-fold.ts";

/** A value in PostgreSQL's own spelling. */
export type Value = string | number | null;
export type Row = readonly Value[];

export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that say which row it is, for naming it. */
  readonly key: readonly string[];
  readonly rows: (fold: CountyFold, soundOf: SoundOf) => Iterable<Row>;
};

const person: Table = {
  name: "person",
  columns: [
    "county",
    "person_id",
    "name",
    "name_han",
    "former_names",
    "sound",
    "initials",
    "sex",
    "birth_date",
    "birth_county",
    "id_number",
    "marital",
    "education",
    "mother_id",
    "father_id",
    "died",
    "erased",
    "changed",
    "version",
    "event_id",
  ],
  key: ["person_id"],
  *rows({ county, part, personEvent }, soundOf) {
    for (const [id, { particulars, died, changed, version }] of part.people) {
      yield [
        county,
        id,
        ...particularsRow(county, id, particulars, soundOf),
        died,
        particulars === null ? "t" : "f",
        changed,
        version,
        personEvent.get(id) ?? null,
      ];
    }
  },
};

const nobody: Row = [null, null, "{}", ...Array.from({ length: 10 }, () => null)];

function particularsRow(
  county: County,
  id: number,
  particulars: Particulars | null,
  soundOf: SoundOf,
): Row {
  if (particulars === null) return nobody;
  const row = columnsOf(county, id, particulars, soundOf);
  return [
    row.name,
    row.name_han,
    arrayOf(row.former_names),
    row.sound,
    row.initials,
    row.sex,
    row.birth_date,
    row.birth_county,
    row.id_number,
    row.marital,
    row.education,
    row.mother_id,
    row.father_id,
  ];
}

const household: Table = {
  name: "household",
  columns: [
    "county",
    "household_id",
    "kind",
    "name",
    "founded",
    "ended",
    "changed",
    "version",
    "event_id",
  ],
  key: ["household_id"],
  *rows({ county, part, householdEvent }) {
    for (const [id, { kind, name, founded, ended, changed, version }] of part.households) {
      const event = householdEvent.get(id) ?? null;
      yield [county, id, kind, name, founded, ended, changed, version, event];
    }
  },
};

const dwelling: Table = {
  name: "dwelling",
  columns: ["county", "dwelling_id", "address", "community"],
  key: ["dwelling_id"],
  *rows({ county, part }) {
    for (const [id, { address, community }] of part.dwellings)
      yield [county, id, address, community];
  },
};

const residence: Table = {
  name: "residence",
  columns: ["county", "household_id", "dwelling_id", "during"],
  key: ["household_id"],
  *rows({ county, part }) {
    for (const [id, homes] of part.residences) {
      for (const home of homes) yield [county, id, home.dwelling, rangeOf(home)];
    }
  },
};

const membership: Table = {
  name: "membership",
  columns: ["county", "household_id", "person_id", "relation", "during"],
  key: ["person_id"],
  *rows({ county, part }) {
    for (const [id, seats] of part.seats) {
      for (const seat of seats) {
        yield [county, seat.household, id, seat.relation, rangeOf(seat)];
      }
    }
  },
};

const registration: Table = {
  name: "registration",
  columns: ["person_id", "county", "during"],
  key: ["person_id"],
  *rows({ county, part }) {
    for (const [id, registrations] of part.registrations) {
      for (const range of registrations) yield [id, county, rangeOf(range)];
    }
  },
};

const withholding: Table = {
  name: "withholding",
  columns: ["county", "household_id", "person_id", "step", "since"],
  key: ["household_id", "person_id"],
  *rows({ county, part }) {
    for (const { household: id, person: who, step, on } of part.withheld.values()) {
      yield [county, id, who, step, on];
    }
  },
};

const booklet: Table = {
  name: "booklet",
  columns: ["county", "household_id", "person_id", "issued"],
  key: ["household_id", "person_id"],
  *rows({ county, part }) {
    for (const [id, booklets] of part.booklets) {
      for (const [who, issued] of booklets) yield [county, id, who, issued];
    }
  },
};

const eventPerson: Table = {
  name: "event_person",
  columns: ["county", "person_id", "event_id"],
  key: ["person_id"],
  *rows({ county, personEvents }) {
    for (const [id, event] of personEvents) yield [county, id, event];
  },
};

const eventHousehold: Table = {
  name: "event_household",
  columns: ["county", "household_id", "event_id"],
  key: ["household_id"],
  *rows({ county, householdEvents }) {
    for (const [id, event] of householdEvents) yield [county, id, event];
  },
};

/** Every table of the present but `identity_number`, which is of all counties at once. */
export const tables: readonly Table[] = [
  person,
  household,
  dwelling,
  residence,
  membership,
  registration,
  withholding,
  booklet,
  eventPerson,
  eventHousehold,
];

const rangeOf = ({ from, until }: Range): string => `[${from},${until ?? ""})`;

/** As array_out writes a list of texts. */
function arrayOf(texts: readonly string[]): string {
  if (texts.length === 0) return "{}";
  return `{${texts.map(quoteElement).join(",")}}`;
}

function quoteElement(text: string): string {
  const plain = text !== "" && !/[ \t\n\v\f\r"\\{},]/.test(text) && text.toUpperCase() !== "NULL";
  return plain ? text : `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
