// Who sits how in a household after an act: one head in a family, none in a collective household.
import { isAdult } from "./will.ts";
import { type Remark, remark } from "./remark.ts";
import {
  headRelation,
  type HouseholdKind,
  type IsoDate,
  type Particulars,
  type PersonId,
  type Seat,
} from "./shapes.ts";
import type { Tables, View } from "./view.ts";

/** Someone who takes a place, and where in the act that is said. */
export type Joining = Seat & { readonly path: string };

export type Reseating = {
  readonly kind: HouseholdKind;
  readonly members: readonly Seat[];
  readonly leaving: readonly PersonId[];
  readonly joining: readonly Joining[];
  /** New relations of members who stay. */
  readonly seats: readonly Seat[];
  /** Where in the act `seats` is. */
  readonly path: string;
};

export type Reseated = {
  readonly remarks: readonly Remark[];
  /** Of those who stay, the seats that are no longer what they were. */
  readonly changed: readonly Seat[];
  readonly after: readonly Seat[];
  /** A family household ends with its last member. */
  readonly ends: boolean;
};

export type Who = ReadonlyMap<PersonId, Particulars>;

export const whoIn = ({ people }: View): Who =>
  new Map(
    people.flatMap(({ person, particulars }) => (particulars ? [[person, particulars]] : [])),
  );

const self = 1;
const notRelated = 99;

export function reseat(reseating: Reseating, who: Who, tables: Tables, on: IsoDate): Reseated {
  const { kind, members, leaving, joining, seats, path } = reseating;
  const staying = members.filter(({ person }) => !leaving.includes(person));
  const restated = new Map(seats.map((seat) => [seat.person, seat]));
  const remaining = staying.map((seat) => restated.get(seat.person) ?? seat);
  const after = [...remaining.map(plain), ...joining.map(plain)];
  const stated: readonly Joining[] = [
    ...joining,
    ...seats.map((seat, index) => ({ ...seat, path: `${path}.${index}` })),
  ];
  const remarks = [
    ...seats.flatMap(({ person }, index) =>
      staying.some((seat) => seat.person === person)
        ? []
        : [remark("not-a-member", `${path}.${index}`, { person })],
    ),
    ...repeated(stated),
    ...stated.flatMap((seat) => relationRemarks(seat, kind, who, tables)),
    ...(kind === "family" ? familyRemarks(reseating, staying, after, who, on) : []),
  ];
  const changed = staying.flatMap((seat) => {
    const now = restated.get(seat.person);
    return now === undefined || now.relation === seat.relation ? [] : [plain(now)];
  });
  return { remarks, changed, after, ends: kind === "family" && after.length === 0 };
}

function repeated(stated: readonly Joining[]): readonly Remark[] {
  return stated.flatMap(({ person, path }, index) =>
    stated.findIndex((seat) => seat.person === person) === index
      ? []
      : [remark("named-twice", path, { person })],
  );
}

function relationRemarks(
  { person, relation, path }: Joining,
  kind: HouseholdKind,
  who: Who,
  { relations }: Tables,
): readonly Remark[] {
  const at = path === "" ? "relation" : `${path}.relation`;
  const onlySex = relations.get(relation);
  if (onlySex === undefined) return [remark("relation-unknown", at, { relation })];
  const fitsKind =
    kind === "family" ? relation !== self : relation === self || relation === notRelated;
  if (!fitsKind) return [remark("relation-not-here", at, { relation, kind })];
  const sex = who.get(person)?.sex;
  const contradicts = onlySex !== null && (sex === 1 || sex === 2) && sex !== onlySex;
  return contradicts ? [remark("relation-other-sex", at, { relation })] : [];
}

/** Regulations of 1958 art. 5: one head a household; whoever stays under another head stands to that one anew. */
function familyRemarks(
  { members, seats, path }: Reseating,
  staying: readonly Seat[],
  after: readonly Seat[],
  who: Who,
  on: IsoDate,
): readonly Remark[] {
  if (after.length === 0) return [];
  const heads = after.filter(({ relation }) => relation === headRelation);
  const before = members.find(({ relation }) => relation === headRelation);
  const [head] = heads;
  if (head === undefined) return [remark("no-head", path)];
  if (heads.length > 1) return [remark("two-heads", path)];
  const unstated =
    before === undefined || head.person === before.person
      ? []
      : staying.filter(({ person }) => !seats.some((seat) => seat.person === person));
  const isChild = ({ person }: Seat) => {
    const birthDate = who.get(person)?.birthDate;
    return birthDate !== undefined && !isAdult(birthDate, on);
  };
  return [
    ...unstated.map(({ person }) => remark("relation-missing", path, { person })),
    ...(after.every(isChild)
      ? [remark("child-alone", path)]
      : isChild(head)
        ? [remark("head-is-a-child", path, { person: head.person })]
        : []),
  ];
}

const plain = ({ person, relation }: Seat): Seat => ({ person, relation });
