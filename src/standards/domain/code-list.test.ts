import { describe, expect, it } from "vitest";
import { loadStandards } from "../load.ts";
import { findCode, readCodeList } from "./code-list.ts";
import { relationCodes } from "./kin.ts";
import { residentKindOf } from "./resident-kind.ts";

const { lists } = loadStandards();

describe("code lists", () => {
  it("have a label in both languages and a source each", () => {
    for (const list of Object.values(lists)) {
      expect(list.source).not.toBe("");
      for (const { code, label } of list.codes) {
        expect(label["zh-CN"], code).toMatch(/\p{Script=Han}/u);
        expect(label.en, code).toMatch(/^[A-Z]/);
      }
    }
  });

  it("find a code as a number and as the standard writes it", () => {
    expect(findCode(lists.relation, 2)?.label.en).toBe("Head of household");
    expect(findCode(lists.relation, "02")).toBe(findCode(lists.relation, 2));
    expect(findCode(lists.sex, 2)?.label["zh-CN"]).toBe("女");
    expect(findCode(lists["collective-kind"], "school")).toBeDefined();
    expect(findCode(lists.relation, 98)).toBeUndefined();
  });

  it("name the relations that the algebra knows, and no others", () => {
    expect(lists.relation.codes.map(({ code }) => Number(code))).toEqual(relationCodes);
  });

  it("name the four kinds of collective household (B2)", () => {
    expect(lists["collective-kind"].codes.map(({ code }) => code)).toEqual([
      "employer",
      "school",
      "talent-centre",
      "community",
    ]);
  });

  it("refuse a code that stands twice, and a list without a source", () => {
    const list = (codes: string, source = "source: s") =>
      `standard: x\ntitle: {zh-CN: 题, en: T}\n${source}\ncodes:\n${codes}`;
    const code = "  - {code: a, zh-CN: 甲, en: A}\n";
    expect(readCodeList(list(code)).codes).toHaveLength(1);
    expect(() => readCodeList(list(code + code))).toThrow("twice");
    expect(() => readCodeList(list(code, ""))).toThrow("source");
  });
});

describe("kinds of registration (R8, B1)", () => {
  it("lose what told agricultural from non-agricultural", () => {
    expect(["11", "12", "1", "2", "5"].map(residentKindOf)).toEqual([10, 10, 10, 10, 10]);
    expect(["21", "22", "3", "4"].map(residentKindOf)).toEqual([20, 20, 20, 20]);
    expect(["0", "30", "6", "7", "8", "90"].map(residentKindOf)).toEqual([30, 30, 90, 90, 90, 90]);
    expect(["", "9", "13", "99", "家庭户"].map(residentKindOf)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  it("of new records are the four of the list", () => {
    expect(lists["household-kind"].codes.map(({ code }) => code)).toEqual(["10", "20", "30", "90"]);
  });
});
