// Whether particulars agree with one another, with the standards and with everyone else's.
import { readIdNumber } from "../../policy/index.ts";
import { type Remark, remark } from "./remark.ts";
import type { IsoDate, Particulars, PersonId } from "./shapes.ts";
import { findPerson, type Tables, type View } from "./view.ts";

/**
 * @param path where in the act the particulars are
 * @param self whose they are, where the register knows them already
 */
export function particularsRemarks(
  particulars: Particulars,
  path: string,
  view: View,
  tables: Tables,
  self?: PersonId,
): readonly Remark[] {
  const { marital, education } = particulars;
  return [
    ...(marital === null || tables.marital.has(marital)
      ? []
      : [remark("code-unknown", `${path}.marital`, { code: marital })]),
    ...(education === null || tables.education.has(education)
      ? []
      : [remark("code-unknown", `${path}.education`, { code: education })]),
    ...idNumberRemarks(particulars, `${path}.idNumber`, view, self),
    ...parentRemarks(particulars, path, view),
  ];
}

/** The number says when its holder was born and of which sex; nobody else may have it (B4). */
function idNumberRemarks(
  { idNumber, birthDate, sex }: Particulars,
  path: string,
  { people }: View,
  self: PersonId | undefined,
): readonly Remark[] {
  if (idNumber === null) return [];
  const read = readIdNumber(idNumber);
  if (read.kind !== "valid") return [remark("id-number-malformed", path, { fault: read.kind })];
  if (read.born !== birthDate) return [remark("id-number-other-birth-date", path)];
  const numbered = Number(idNumber[16]) % 2 === 1 ? 1 : 2;
  if ((sex === 1 || sex === 2) && sex !== numbered) return [remark("id-number-other-sex", path)];
  const holder = people.find(
    ({ person, particulars }) => person !== self && particulars?.idNumber === idNumber,
  );
  if (holder === undefined) return [];
  const { person, registered, died } = holder;
  if (self !== undefined || died !== null) return [remark("id-number-taken", path, { person })];
  return registered === null
    ? [remark("known-person", path, { person })]
    : [remark("already-registered", path, { person, county: registered.county })];
}

function parentRemarks(
  { mother, father, birthDate }: Particulars,
  path: string,
  view: View,
): readonly Remark[] {
  return [
    ...parentRemark(mother, birthDate, `${path}.mother`, view),
    ...parentRemark(father, birthDate, `${path}.father`, view),
    ...(mother !== null && mother === father ? [remark("one-parent-twice", `${path}.father`)] : []),
  ];
}

function parentRemark(
  parent: PersonId | null,
  born: IsoDate,
  path: string,
  view: View,
): readonly Remark[] {
  if (parent === null) return [];
  const found = findPerson(view, parent);
  if (found === undefined) return [remark("parent-unknown", path, { person: parent })];
  const birthDate = found.particulars?.birthDate;
  return birthDate !== undefined && birthDate >= born
    ? [remark("parent-not-older", path, { person: parent })]
    : [];
}
