import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { goneRemark } from "../gone.ts";
import { particularsRemarks } from "../identity.ts";
import { type Remark, remark } from "../remark.ts";
import type { Particulars } from "../shapes.ts";
import { findHousehold, findPerson, type PersonView } from "../view.ts";
import { willRemarks } from "../will.ts";

type Correct = Extract<Act, { act: "correct" }>;
type Field = keyof Particulars;

/** With proof, before and after (Regulations of 1958 art. 17); only what is really different is written. */
export function correct(act: Correct, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground } = act;
  const person = findPerson(view, act.person);
  if (person === undefined) return stop(remark("person-unknown", "person"));
  const gone = goneRemark(person, "person");
  if (gone !== undefined) return stop(gone);
  const { particulars, registered } = person;
  if (particulars === null || registered?.county !== county)
    return stop(remark("not-registered-here", "person", { person: person.person, county }));
  const fields = changedFields(particulars, act.after);
  if (fields.length === 0) return stop(remark("nothing-changes", "after"));
  const before = pick(particulars, fields);
  const after = pick({ ...particulars, ...pickGiven(act.after) }, fields);
  const corrected = { ...particulars, ...after };
  return {
    remarks: [
      ...dayRemarks(on, view, [person]),
      ...(corrected.birthDate > registered.from
        ? [remark("before-birth", "after.birthDate", { from: registered.from })]
        : []),
      ...(ground.papers.length === 0 ? [remark("paper-missing", "ground.papers")] : []),
      ...particularsRemarks(
        // Parents who stay as they were are not looked at again, nor loaded.
        { ...corrected, mother: after.mother ?? null, father: after.father ?? null },
        "after",
        view,
        tables,
        person.person,
      ),
      ...relationRemarks(person, corrected, desk),
      ...willRemarks(ground, [corrected], on),
    ],
    events: [
      {
        county,
        event: { type: "particulars-corrected", on, ground, person: person.person, before, after },
      },
    ],
  };
}

/** Fields whose value differs from the one before, in the order in which they were given. */
export function changedFields(before: Particulars, after: Correct["after"]): readonly Field[] {
  return (Object.keys(after) as Field[]).filter(
    (field) =>
      after[field] !== undefined && JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
}

const pick = (particulars: Particulars, fields: readonly Field[]): Partial<Particulars> =>
  Object.fromEntries(fields.map((field) => [field, particulars[field]]));

/** Zod lets an optional key be there and undefined. */
const pickGiven = (after: Correct["after"]): Partial<Particulars> =>
  Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));

/** The relation cannot change in the same act, and not before it either: so this warns. */
function relationRemarks(
  { person, household }: PersonView,
  { sex }: Particulars,
  { view, county, tables }: Desk,
): readonly Remark[] {
  const members = household === null ? [] : findHousehold(view, county, household)?.members;
  const relation = members?.find((seat) => seat.person === person)?.relation ?? 0;
  const onlySex = tables.relations.get(relation) ?? null;
  return onlySex !== null && (sex === 1 || sex === 2) && sex !== onlySex
    ? [remark("relation-no-longer-fits", "after.sex", { relation })]
    : [];
}
