// Looks at one case belong together: a clerk who works on it opens it many times.
import type { ListedCase } from "../cases/shapes.ts";
import type { LookUp } from "../shapes.ts";

type Some<T> = readonly [T, ...T[]];

/** Looks at one case of one's own, or a single look. */
export type LooksTogether = { readonly of: ListedCase | null; readonly looks: Some<LookUp> };

/** In the order of the latest of each; `latestFirst` as they are listed. */
export function groupLooks(
  latestFirst: readonly LookUp[],
  cases: readonly ListedCase[],
): readonly LooksTogether[] {
  const groups = new Map<string, { readonly of: ListedCase | null; readonly looks: LookUp[] }>();
  for (const look of latestFirst) {
    const of = cases.find(({ reference }) => reference === look.reference) ?? null;
    const key = of?.case ?? look.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { of, looks: [look] });
    else group.looks.push(look);
  }
  return [...groups.values()].flatMap(({ of, looks: [first, ...rest] }) =>
    first === undefined ? [] : [{ of, looks: [first, ...rest] }],
  );
}
