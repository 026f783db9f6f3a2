import type { FamilyTree, TreeLine, TreePlace } from "../../../../src/standards/contract.ts";

/** A family set into lines that fit the page: column and line in cells, from the left and the top. */
export type TreeLines = {
  readonly columns: number;
  readonly lines: number;
  readonly places: readonly (Pick<TreePlace, "person" | "column"> & { readonly line: number })[];
  readonly bonds: readonly TreeLine[];
};

/** Breaks generations that are wider than `most` into several lines of about one length. */
export function setInLines(tree: FamilyTree, most: number): TreeLines {
  const rows = Array.from({ length: tree.rows }, (_, row) =>
    tree.places
      .filter((place) => place.row === row)
      .toSorted((one, other) => one.column - other.column),
  );
  const lines = rows.flatMap((row) => {
    const parts = Math.max(1, Math.ceil(row.length / most));
    const size = Math.ceil(row.length / parts);
    return Array.from({ length: parts }, (_, part) => row.slice(part * size, (part + 1) * size));
  });
  const columns = Math.max(1, ...lines.map(({ length }) => length));
  return {
    columns,
    lines: lines.length,
    places: lines.flatMap((line, at) =>
      line.map(({ person }, index) => ({
        person,
        line: at,
        column: index + (columns - line.length) / 2,
      })),
    ),
    bonds: tree.lines,
  };
}
