import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Particulars } from "../domain/shapes.ts";
import { columnsOf, particularsJson, type SoundOf } from "./particulars.ts";
import type { Rows } from "./rows.ts";

/** Numbers that someone else had already: only where two acts met, since a decision looks first. */
type Entered = { readonly numbers: number };

const writePeople = statement<Entered>(
  "register-write-people",
  `WITH entering AS (
     SELECT * FROM json_to_recordset($1) AS t (county int, person_id bigint, name text, name_han text,
       former_names text[], sound text, initials text, sex smallint, birth_date date, birth_county int,
       id_number text, marital smallint, education smallint, mother_id bigint, father_id bigint,
       changed date, event_id uuid)
   ), put AS (
     INSERT INTO person AS p (county, person_id, name, name_han, former_names, sound, initials, sex, birth_date,
       birth_county, id_number, marital, education, mother_id, father_id, changed, version, event_id)
     SELECT county, person_id, name, name_han, former_names, sound, initials, sex, birth_date,
       birth_county, id_number, marital, education, mother_id, father_id, changed, 1, event_id FROM entering
     ON CONFLICT (county, person_id) DO UPDATE SET name = excluded.name, name_han = excluded.name_han,
       former_names = excluded.former_names, sound = excluded.sound, initials = excluded.initials,
       sex = excluded.sex, birth_date = excluded.birth_date, birth_county = excluded.birth_county,
       id_number = excluded.id_number, marital = excluded.marital, education = excluded.education,
       mother_id = excluded.mother_id, father_id = excluded.father_id,
       changed = greatest(p.changed, excluded.changed), version = p.version + 1, event_id = excluded.event_id
   ), numbered AS (
     INSERT INTO identity_number AS i (number, person_id, county)
     SELECT id_number, person_id, county FROM entering WHERE id_number IS NOT NULL ORDER BY id_number
     ON CONFLICT (number) DO UPDATE SET county = excluded.county WHERE i.person_id = excluded.person_id
     RETURNING 1
   ), registered AS (
     INSERT INTO registration (person_id, county, during)
     SELECT person, county, daterange(on_day, NULL)
     FROM json_to_recordset($2) AS t (county int, person bigint, on_day date)
   ), seated AS (
     INSERT INTO membership (county, household_id, person_id, relation, during)
     SELECT county, household, person, relation, daterange(on_day, NULL)
     FROM json_to_recordset($3) AS t (county int, household bigint, person bigint, relation smallint, on_day date)
   )
   SELECT count(*) AS numbers FROM numbered`,
);

const findParticulars = statement<{ readonly particulars: Particulars | null }>(
  "register-find-particulars",
  `SELECT ${particularsJson("p")} AS particulars FROM person p WHERE county = $1 AND person_id = $2`,
);

const releaseNumber = statement(
  "register-release-number",
  `DELETE FROM identity_number WHERE number = $1 AND person_id = $2`,
);

const writeDeaths = statement(
  "register-write-deaths",
  `UPDATE person p SET died = t.died
   FROM json_to_recordset($1) AS t (county int, person bigint, died date)
   WHERE p.county = t.county AND p.person_id = t.person`,
);

const erasePeople = statement(
  "register-erase-people",
  `WITH gone AS (
     SELECT p.county, p.person_id, p.id_number
     FROM unnest($1::int[], $2::bigint[]) AS t (county, person_id) JOIN person p USING (county, person_id)
   ), released AS (
     DELETE FROM identity_number i USING gone g WHERE i.number = g.id_number AND i.person_id = g.person_id
   )
   UPDATE person p SET erased = true, name = NULL, name_han = NULL, former_names = '{}', sound = NULL,
     initials = NULL, sex = NULL, birth_date = NULL, birth_county = NULL, id_number = NULL, marital = NULL,
     education = NULL, mother_id = NULL, father_id = NULL
   FROM gone g WHERE p.county = g.county AND p.person_id = g.person_id`,
);

/** An ID number is another person's: another act was quicker. */
export class NumberTaken extends Error {
  override readonly name = "NumberTaken";
}

/** People with their numbers, registrations and seats; then deaths, and what an erasure removes. */
export async function writePeopleRows(
  tx: Transaction,
  rows: Rows,
  soundOf: SoundOf,
): Promise<void> {
  const entering = [
    ...rows["put-person"].map((row) => {
      if (row.particulars === null) throw new Error("nobody enters the register without a name");
      return { ...row, particulars: row.particulars };
    }),
    ...(await patched(tx, rows["patch-person"])),
  ].map(({ county, person, particulars, day, event }) => ({
    ...columnsOf(county, person, particulars, soundOf),
    changed: day,
    event_id: event,
  }));
  if (entering.length + rows["open-registration"].length + rows["set-seat"].length > 0) {
    const [entered] = await tx.run(writePeople, [
      JSON.stringify(entering),
      JSON.stringify(rows["open-registration"].map(({ on, ...row }) => ({ ...row, on_day: on }))),
      JSON.stringify(rows["set-seat"].map(({ on, ...row }) => ({ ...row, on_day: on }))),
    ]);
    const numbers = entering.filter(({ id_number }) => id_number !== null).length;
    if (entered?.numbers !== numbers) throw new NumberTaken();
  }
  if (rows["set-death"].length > 0) await tx.run(writeDeaths, [JSON.stringify(rows["set-death"])]);
  const erased = rows["erase-person"];
  if (erased.length > 0) {
    await tx.run(erasePeople, [
      erased.map(({ county }) => county),
      erased.map(({ person }) => person),
    ]);
  }
}

/** Corrections as whole rows: a name brings its sound along, a number leaves the one before free. */
async function patched(tx: Transaction, patches: Rows["patch-person"]) {
  const people = [];
  for (const { after, ...row } of patches) {
    const [found] = await tx.run(findParticulars, [row.county, row.person]);
    const before = found?.particulars;
    if (before === undefined || before === null) throw new Error("nobody to correct");
    const particulars = { ...before, ...after };
    if (before.idNumber !== null && before.idNumber !== particulars.idNumber) {
      await tx.run(releaseNumber, [before.idNumber, row.person]);
    }
    people.push({ ...row, particulars });
  }
  return people;
}
