import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Rows } from "./rows.ts";

/** A stretch ends on the day before; one that began on that day was never so and goes. */
const writeEnds = statement(
  "register-write-ends",
  `WITH seat AS (
     SELECT * FROM json_to_recordset($1) AS t (county int, person bigint, on_day date, leaves boolean)
   ), ended_seat AS (
     UPDATE membership m SET during = daterange(lower(m.during), s.on_day) FROM seat s
     WHERE m.county = s.county AND m.person_id = s.person AND upper_inf(m.during) AND lower(m.during) < s.on_day
     RETURNING m.county, m.household_id, m.person_id, s.leaves
   ), void_seat AS (
     DELETE FROM membership m USING seat s
     WHERE m.county = s.county AND m.person_id = s.person AND upper_inf(m.during) AND lower(m.during) = s.on_day
     RETURNING m.county, m.household_id, m.person_id, s.leaves
   ), dropped AS (
     DELETE FROM withholding w USING (SELECT * FROM ended_seat UNION ALL SELECT * FROM void_seat) AS s
     WHERE s.leaves AND w.county = s.county AND w.household_id = s.household_id AND w.person_id = s.person_id
   ), registered AS (
     SELECT * FROM json_to_recordset($2) AS t (county int, person bigint, on_day date)
   ), ended_registration AS (
     UPDATE registration r SET during = daterange(lower(r.during), e.on_day) FROM registered e
     WHERE r.person_id = e.person AND r.county = e.county AND upper_inf(r.during) AND lower(r.during) < e.on_day
   ), void_registration AS (
     DELETE FROM registration r USING registered e
     WHERE r.person_id = e.person AND r.county = e.county AND upper_inf(r.during) AND lower(r.during) = e.on_day
   ), home AS (
     SELECT * FROM json_to_recordset($3) AS t (county int, household bigint, on_day date)
   ), ended_residence AS (
     UPDATE residence r SET during = daterange(lower(r.during), e.on_day) FROM home e
     WHERE r.county = e.county AND r.household_id = e.household AND upper_inf(r.during) AND lower(r.during) < e.on_day
   ), void_residence AS (
     DELETE FROM residence r USING home e
     WHERE r.county = e.county AND r.household_id = e.household AND upper_inf(r.during) AND lower(r.during) = e.on_day
   )
   UPDATE household h SET ended = e.on_day
   FROM json_to_recordset($4) AS e (county int, household bigint, on_day date)
   WHERE h.county = e.county AND h.household_id = e.household`,
);

/** Ends seats, registrations, homes and households, before any others begin. */
export async function endStretches(tx: Transaction, rows: Rows): Promise<void> {
  const entering = new Set(rows["put-person"].map(({ county, person }) => `${county} ${person}`));
  const founded = new Set(rows["open-household"].map(({ household }) => household));
  const seats = [
    ...rows["close-seat"].map((row) => ({ ...ending(row), leaves: true })),
    // Whoever enters the county's register sits nowhere in it yet.
    ...rows["set-seat"]
      .filter(({ county, person }) => !entering.has(`${county} ${person}`))
      .map((row) => ({ ...ending(row), leaves: false })),
  ];
  // One who leaves a seat and takes another leaves it once.
  const once = seats.filter(
    (seat, index) =>
      seats.findIndex((other) => other.county === seat.county && other.person === seat.person) ===
      index,
  );
  const homes = [...rows["close-household"], ...rows["set-residence"]]
    .filter(({ household }) => !founded.has(household))
    .map(({ county, household, on }) => ({ county, household, on_day: on }));
  const values = [
    once,
    rows["close-registration"].map(ending),
    homes,
    rows["close-household"].map(({ county, household, on }) => ({ county, household, on_day: on })),
  ];
  if (values.every((list) => list.length === 0)) return;
  await tx.run(
    writeEnds,
    values.map((list) => JSON.stringify(list)),
  );
}

function ending({
  county,
  person,
  on,
}: Rows["close-seat" | "set-seat" | "close-registration"][number]) {
  return { county, person, on_day: on };
}
