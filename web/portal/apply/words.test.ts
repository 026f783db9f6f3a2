import { describe, expect, it } from "vitest";
import { callWords } from "./call/words.ts";
import { applyEn } from "./words-en.ts";
import { applyZhCN } from "./words-zh-cn.ts";

type Leaf = { readonly path: string; readonly value: unknown };

const leaves = (value: unknown, path = ""): readonly Leaf[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
    : [{ path, value }];

describe("the words of an application", () => {
  it.each([
    ["pages", applyZhCN, applyEn],
    ["call", callWords["zh-CN"], callWords.en],
  ])("of its %s are the same things in both languages, and none is empty", (_, zhCN, en) => {
    const paths = (catalogue: object) =>
      leaves(catalogue)
        .map(({ path }) => path)
        .toSorted();
    expect(paths(en)).toEqual(paths(zhCN));
    for (const { path, value } of [...leaves(en), ...leaves(zhCN)])
      if (typeof value === "string") expect(value.trim(), path).not.toBe("");
    for (const { path, value } of leaves(en))
      expect(String(value), path).not.toMatch(/\p{Script=Han}/u);
  });
});
