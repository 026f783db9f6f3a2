import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeDivisions } from "../../../scripts/divisions.ts";
import { packageRoot } from "../../platform/files/index.ts";
import { loadStandards } from "../load.ts";
import { soundOfPlace } from "../sound.ts";
import { placeDivision, readDivisions } from "./division.ts";

const { divisions } = loadStandards();

it("the file is what the package and the region's rulebook say", () => {
  const kept = readFileSync(join(packageRoot, "standards", "divisions.tsv"), "utf8");
  expect(kept === writeDivisions(), "run scripts/divisions.ts").toBe(true);
});

describe("divisions", () => {
  it("have names in both languages, a sound, a parent", () => {
    expect(divisions.find(650_102)).toEqual({
      code: 650_102,
      name: { "zh-CN": "天山区", en: "Tianshan District" },
      level: "county",
      parent: 650_100,
      sound: "tianshanqu",
      initials: "tsq",
    });
    for (const { code, name, parent, sound } of divisions.all) {
      expect(name.en, String(code)).toMatch(/^[A-Z][\p{L}'’ ,()-]+$/u);
      expect(sound, String(code)).toMatch(/^[a-z]+$/);
      if (parent !== undefined) expect(divisions.find(parent), String(code)).toBeDefined();
    }
  });

  it("are all of them: 34 provinces, and counties under each on the mainland", () => {
    const at = (level: string) => divisions.all.filter((one) => one.level === level);
    expect(at("province")).toHaveLength(34);
    expect(at("county").length).toBeGreaterThan(2800);
    expect(new Set(at("county").map(({ code }) => Math.floor(code / 10_000))).size).toBe(31);
    expect(new Set(divisions.all.map(({ code }) => code)).size).toBe(divisions.all.length);
  });

  it("keep a register where there is no level below", () => {
    expect(divisions.keepsRegister(650_102)).toBe(true);
    expect(divisions.keepsRegister(441_900)).toBe(true);
    expect(divisions.keepsRegister(650_100)).toBe(false);
    expect(divisions.keepsRegister(650_000)).toBe(false);
    expect(divisions.keepsRegister(990_101)).toBe(false);
  });

  it("are shown from the top down", () => {
    expect(divisions.pathOf(650_102).map(({ name }) => name["zh-CN"])).toEqual([
      "新疆维吾尔自治区",
      "乌鲁木齐市",
      "天山区",
    ]);
    expect(divisions.pathOf(123)).toEqual([]);
  });

  it("of a demo come beside, made up and marked so by their code", () => {
    const name = { "zh-CN": "示例区（虚构）", en: "Sample District (made up)" };
    const more = placeDivision(990_101, name, soundOfPlace("示例区"));
    expect(loadStandards([more]).divisions.keepsRegister(990_101)).toBe(true);
    expect(divisions.find(990_101)).toBeUndefined();
  });

  it("refuse a line that is none", () => {
    const header = "code\tzh-CN\ten\tsound\tinitials\n";
    expect(() => readDivisions(`${header}65010\t天\tT\tt\tt\n`)).toThrow("divisions.tsv:2");
    expect(() => readDivisions("code\n")).toThrow("columns");
  });
});

it("places keep their own readings", () => {
  const sound = (name: string) => soundOfPlace(name).sound;
  expect(["喀什市", "尉犁县", "都匀市", "蔚县", "六安市", "吕梁市"].map(sound)).toEqual([
    "kashishi",
    "yulixian",
    "duyunshi",
    "yuxian",
    "luanshi",
    "lvliangshi",
  ]);
});
