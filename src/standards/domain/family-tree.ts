// A household as a small family tree: who stands in which row and column, and which lines join them.
import { generationOf, groupOf } from "./kin.ts";
import type { Relative } from "./relation.ts";

export type TreePlace = {
  readonly person: number;
  /** From the top: the eldest generation is 0. Those whose generation the code does not say stand in the last row. */
  readonly row: number;
  /** From the left; halves centre a row under a wider one. */
  readonly column: number;
};

export type TreeLine =
  | { readonly kind: "couple" | "siblings"; readonly a: number; readonly b: number }
  | { readonly kind: "child"; readonly parents: readonly number[]; readonly child: number };

export type FamilyTree = {
  readonly rows: number;
  readonly columns: number;
  readonly places: readonly TreePlace[];
  readonly lines: readonly TreeLine[];
};

/**
 * Places the members of a household for drawing. Lines follow recorded parents, and codes where they are certain: a
 * grandson has no line to a son when there are two.
 */
export function layOutFamily(members: readonly Relative[]): FamilyTree {
  const lines = [...listCouples(members), ...listChildren(members)];
  const generations = [...new Set(members.map(({ relation }) => generationOf(relation) ?? -99))];
  const rows = generations
    .toSorted((a, b) => b - a)
    .map((generation) =>
      orderRow(
        members.filter(({ relation }) => (generationOf(relation) ?? -99) === generation),
        lines,
      ),
    );
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return {
    rows: rows.length,
    columns,
    places: rows.flatMap((row, at) =>
      row.map(({ person }, index) => ({
        person,
        row: at,
        column: index + (columns - row.length) / 2,
      })),
    ),
    lines: [...lines, ...listSiblings(members, lines)],
  };
}

const isHead = ({ relation }: Relative): boolean => groupOf(relation) === "head";
const has = (members: readonly Relative[], ...codes: readonly number[]): readonly Relative[] =>
  members.filter(({ relation }) => codes.includes(relation));

const inLaws: readonly (readonly [readonly number[], readonly number[]])[] = [
  [[28], [30, 31, 32, 33, 34, 35, 36, 37, 39]],
  [[38], [20, 21, 22, 23, 24, 25, 26, 27, 29]],
  [[72], [71]],
  [[74], [73]],
  [[76], [75]],
  [[78], [77]],
];

function listCouples(members: readonly Relative[]): readonly TreeLine[] {
  const head = members.find(isHead);
  const spouse = members.find(({ relation }) => groupOf(relation) === "spouse");
  const couples: TreeLine[] =
    head !== undefined && spouse !== undefined
      ? [{ kind: "couple", a: head.person, b: spouse.person }]
      : [];
  for (const [inLaw, partners] of inLaws) {
    const [a, ...otherA] = has(members, ...partners);
    const [b, ...otherB] = has(members, ...inLaw);
    const certain = otherA.length === 0 && otherB.length === 0;
    if (a !== undefined && b !== undefined && certain)
      couples.push({ kind: "couple", a: a.person, b: b.person });
  }
  return couples;
}

/** Who, by the codes alone, the parents of a member are. */
function parentsByCode(child: Relative, members: readonly Relative[]): readonly Relative[] {
  const only = (found: readonly Relative[]) => (found.length === 1 ? found : []);
  const { relation } = child;
  if (isHead(child)) return members.filter((one) => groupOf(one.relation) === "parent");
  if (groupOf(relation) === "child") return members.filter(isHead);
  if (groupOf(relation) === "spouse") return has(members, 53, 54, 55, 56);
  if (relation === 51 || relation === 52) {
    return relation === 51 ? has(members, 61, 62) : has(members, 63, 64);
  }
  if (relation === 41 || relation === 42)
    return only(members.filter(({ relation: code }) => groupOf(code) === "child" && code < 30));
  if (relation === 43 || relation === 44)
    return only(members.filter(({ relation: code }) => groupOf(code) === "child" && code >= 30));
  return [];
}

function listChildren(members: readonly Relative[]): readonly TreeLine[] {
  return members.flatMap((child): readonly TreeLine[] => {
    const recorded = members.filter(
      ({ person }) => person === child.father || person === child.mother,
    );
    const parents = recorded.length > 0 ? recorded : parentsByCode(child, members);
    if (parents.length === 0) return [];
    return [{ kind: "child", parents: parents.map(({ person }) => person), child: child.person }];
  });
}

/** Brothers and sisters of the head whom no common parent in the household joins. */
function listSiblings(
  members: readonly Relative[],
  lines: readonly TreeLine[],
): readonly TreeLine[] {
  const head = members.find(isHead);
  const isChild = (person: number) =>
    lines.some((line) => line.kind === "child" && line.child === person);
  if (head === undefined) return [];
  return members
    .filter(({ relation, person }) => groupOf(relation) === "sibling" && !isChild(person))
    .map(({ person }) => ({ kind: "siblings", a: person, b: head.person }));
}

/** By age, the head's own line first; a spouse stands to the right of the one they are joined to. */
function orderRow(row: readonly Relative[], lines: readonly TreeLine[]): readonly Relative[] {
  const partnerOf = (person: number) =>
    lines.flatMap((line) => (line.kind === "couple" && line.a === person ? [line.b] : []))[0];
  const joined = new Set(row.map(({ person }) => partnerOf(person)));
  const rank = ({ relation }: Relative) => {
    const group = groupOf(relation);
    if (group === "relative" || group === "other") return 3;
    return group === "parent-in-law" || group.endsWith("-in-law") || relation === 65 ? 2 : 1;
  };
  return row
    .filter(({ person }) => !joined.has(person))
    .toSorted((a, b) => rank(a) - rank(b) || sideOf(a) - sideOf(b) || byAge(a, b))
    .flatMap((one) => [one, ...row.filter(({ person }) => person === partnerOf(one.person))]);
}

/** Parents and grandparents stand as their codes do, father before mother; everyone else by age. */
const sideOf = ({ relation }: Relative): number => (relation >= 50 && relation < 70 ? relation : 0);

const byAge = (a: Relative, b: Relative): number =>
  a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : a.person - b.person;
