import { describe, expect, it } from "vitest";
import { layOutFamily } from "../../../../src/standards/contract.ts";
import { findStretch, listStretches } from "./states.ts";
import { setInLines } from "./tree-lines.ts";
import { wrapName } from "./wrap-name.ts";

describe("the stretches of a household", () => {
  it("lie between days of change, each ending on the day before the next", () => {
    expect(listStretches(["2024-03-01", "2020-01-05", "2024-03-01"])).toEqual([
      { from: "2020-01-05", until: "2024-02-29" },
      { from: "2024-03-01", until: null },
    ]);
    expect(listStretches([])).toEqual([]);
  });

  it("hold every day from the first on", () => {
    const stretches = listStretches(["2020-01-05", "2024-03-01"]);
    expect(
      ["2020-01-04", "2020-01-05", "2024-02-29", "2024-03-01", "2030-01-01"].map((on) =>
        findStretch(stretches, on),
      ),
    ).toEqual([-1, 0, 0, 1, 1]);
  });
});

describe("a family on a narrow page", () => {
  const born = (person: number, relation: number, year: number) => ({
    person,
    relation,
    sex: 0,
    birthDate: `${year}-01-01`,
  });
  const family = layOutFamily([
    born(1, 2, 1960),
    born(2, 12, 1962),
    ...[3, 4, 5, 6, 7].map((person) => born(person, 30, 1980 + person)),
  ]);

  it("has no line longer than there is room, and everyone once", () => {
    const { lines, columns, places } = setInLines(family, 3);
    expect([lines, columns]).toEqual([3, 3]);
    expect(new Set(places.map(({ person }) => person))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(places).toHaveLength(7);
    for (let line = 0; line < lines; line += 1) {
      const columnsOf = places.filter((place) => place.line === line).map(({ column }) => column);
      expect(columnsOf.length).toBeLessThanOrEqual(3);
      expect(new Set(columnsOf).size).toBe(columnsOf.length);
    }
  });

  it("stays as it is where there is room", () => {
    expect(setInLines(family, 6)).toMatchObject({ lines: 2, columns: 5 });
  });
});

describe("a name too wide for its place", () => {
  it.each([
    ["陈雨晴", ["陈雨晴"]],
    ["古丽娜尔·买买提艾力", ["古丽娜尔·", "买买提艾力"]],
    ["پاتىمە ئابدۇسالام", ["پاتىمە", "ئابدۇسالام"]],
    ["mother-in-law", ["mother-in-", "law"]],
    ["没有任何断点的长名字", ["没有任何断", "点的长名字"]],
  ])("%s", (name, lines) => {
    expect(wrapName(name, 5.8)).toEqual(lines);
  });
});
