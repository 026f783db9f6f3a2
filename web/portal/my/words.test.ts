import { describe, expect, it } from "vitest";
import { loadStandards } from "../../../src/standards/index.ts";
import { consoleCatalogues } from "../../console/catalogues.ts";
import { myCatalogues } from "./catalogues.ts";

type Leaf = readonly [path: string, value: unknown];

function listLeaves(value: unknown, path = ""): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => listLeaves(part, `${path}.${key}`));
}

describe.each([
  ["a person’s own pages", myCatalogues],
  ["the console", consoleCatalogues],
])("the words of %s", (_name, catalogues) => {
  const [zh, en] = [listLeaves(catalogues["zh-CN"]), listLeaves(catalogues.en)];

  it("are there in both languages", () => {
    const keys = (leaves: readonly Leaf[]) => leaves.map(([path]) => path).toSorted();
    expect(keys(en)).toEqual(keys(zh));
    for (const [path, value] of [...zh, ...en]) expect(value, path).not.toBe("");
  });

  it("are in their own language", () => {
    const texts = (leaves: readonly Leaf[]) =>
      leaves.flatMap(([path, value]) =>
        typeof value === "string" ? [[path, value] as const] : [],
      );
    for (const [path, text] of texts(en)) expect(text, path).not.toMatch(/\p{Script=Han}/u);
    for (const [path, text] of texts(zh)) {
      if (/\.bases\.|\.(faults\.[^.]+|otherFault)\.todo$/.test(path)) continue;
      // Commands are called what one types.
      if (!text.includes("luohu")) expect(text, path).not.toMatch(/[A-Za-z]{3,}/);
    }
  });
});

it("name every relation of the national standard in both languages", () => {
  const { codes } = loadStandards([]).lists.relation;
  for (const { relations } of [myCatalogues["zh-CN"].household, myCatalogues.en.household]) {
    expect(Object.keys(relations).map(Number)).toEqual(codes.map(({ code }) => Number(code)));
  }
});
