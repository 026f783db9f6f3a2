import { describe, expect, it } from "vitest";
import { layOutFamily } from "./family-tree.ts";
import type { Relative } from "./relation.ts";

const member = (
  person: number,
  relation: number,
  birthDate: string,
  parents: Pick<Relative, "mother" | "father"> = {},
): Relative => ({ person, relation, sex: 1, birthDate, ...parents });

const rowsOf = (members: readonly Relative[]) => {
  const { places, rows } = layOutFamily(members);
  return Array.from({ length: rows }, (_, row) =>
    places.filter((place) => place.row === row).map(({ person }) => person),
  );
};

describe("a household as a tree", () => {
  const home = [
    member(1, 2, "1960-01-01"),
    member(2, 12, "1962-01-01"),
    member(3, 32, "1988-01-01"),
    member(4, 22, "1985-01-01"),
    member(5, 38, "1986-01-01"),
    member(6, 41, "2015-01-01"),
    member(7, 52, "1938-01-01"),
    member(8, 51, "1940-01-01"),
    member(9, 71, "1955-01-01"),
    member(10, 99, "1990-01-01"),
    member(11, 62, "1918-01-01"),
  ];

  it("has a row for each generation, couples side by side, others below", () => {
    expect(rowsOf(home)).toEqual([[11], [8, 7], [9, 1, 2], [4, 5, 3], [6], [10]]);
  });

  it("centres each row and gives nobody another's place", () => {
    const { places, columns } = layOutFamily(home);
    expect(columns).toBe(3);
    expect(places.find(({ person }) => person === 11)?.column).toBe(1);
    expect(new Set(places.map(({ row, column }) => `${row}:${column}`)).size).toBe(home.length);
    expect(places.map(({ person }) => person).toSorted((a, b) => a - b)).toEqual(
      home.map(({ person }) => person),
    );
  });

  it("draws only what is certain", () => {
    const { lines } = layOutFamily(home);
    expect(lines).toContainEqual({ kind: "couple", a: 1, b: 2 });
    expect(lines).toContainEqual({ kind: "couple", a: 4, b: 5 });
    expect(lines).toContainEqual({ kind: "child", parents: [4], child: 6 });
    expect(lines).toContainEqual({ kind: "child", parents: [7, 8], child: 1 });
    expect(lines).toContainEqual({ kind: "siblings", a: 9, b: 1 });
    const twoSons = [...home, member(12, 23, "1990-01-01")];
    const unsure = layOutFamily(twoSons).lines;
    expect(unsure).not.toContainEqual({ kind: "child", parents: [4], child: 6 });
    expect(unsure).not.toContainEqual({ kind: "couple", a: 4, b: 5 });
    const recorded = twoSons.map((one) =>
      one.person === 6 ? { ...one, father: 4, mother: 5 } : one,
    );
    expect(layOutFamily(recorded).lines).toContainEqual({
      kind: "child",
      parents: [4, 5],
      child: 6,
    });
  });

  it("of nobody is empty, of one person one place", () => {
    expect(layOutFamily([])).toEqual({ rows: 0, columns: 0, places: [], lines: [] });
    expect(layOutFamily([member(1, 2, "1960-01-01")]).places).toEqual([
      { person: 1, row: 0, column: 0 },
    ]);
  });
});
