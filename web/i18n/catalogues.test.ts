import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-cn.ts";

type Leaf = { readonly path: string; readonly value: unknown };

function listLeaves(value: unknown, path = ""): readonly Leaf[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, part]) =>
    listLeaves(part, path === "" ? key : `${path}.${key}`),
  );
}

const texts = (catalogue: object) =>
  listLeaves(catalogue).filter(
    (leaf): leaf is { path: string; value: string } => typeof leaf.value === "string",
  );

describe("the two catalogues", () => {
  it("have the same keys", () => {
    const keys = (catalogue: object) =>
      listLeaves(catalogue)
        .map(({ path }) => path)
        .toSorted();
    expect(keys(en)).toEqual(keys(zhCN));
  });

  it("leave nothing empty and nothing untranslated", () => {
    for (const { path, value } of [...texts(en), ...texts(zhCN)])
      expect(value.trim(), path).not.toBe("");
    const han = texts(en).filter(({ value }) => /\p{Script=Han}/u.test(value));
    expect(han.map(({ path }) => path)).toEqual(["otherLanguage"]);
    const latin = texts(zhCN).filter(({ value }) => /[A-Za-z]{3,}/.test(value));
    expect(latin.map(({ path }) => path)).toEqual(["otherLanguage"]);
  });

  it("write days and lists as each language does", () => {
    expect(zhCN.day("2024-02-09")).toBe("2024年2月9日");
    expect(en.day("2024-02-09")).toBe("9 February 2024");
    expect(en.days("from 2024-02-09 to 2025-01-01")).toBe("from 9 February 2024 to 1 January 2025");
    expect(zhCN.days("2024-02-09或更晚")).toBe("2024年2月9日或更晚");
    expect(zhCN.list(["配偶", "子女"])).toBe("配偶、子女");
    expect(en.list(["spouse", "child", "parent"])).toBe("spouse, child and parent");
    expect(en.list([])).toBe("");
    expect([en.unit("months", 1), en.unit("months", 2), zhCN.unit("months", 2)]).toEqual([
      "month",
      "months",
      "个月",
    ]);
    expect(en.place.counties(1)).toBe("1 county, city or district");
  });
});
