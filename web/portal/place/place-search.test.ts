import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NamedPlace } from "../../../src/policy/browser.ts";
import { readPack } from "../../build/pack-plugin.ts";
import { listSounds } from "../../build/place-sounds.ts";
import { isMadeUp } from "./chains.ts";
import { listKindsAt } from "./place-kinds.ts";
import { groupPlaces, searchPlaces } from "./place-search.ts";

const pack = readPack(join(import.meta.dirname, "..", "..", "..", "rulebooks"));
const sounds = listSounds(pack.places);
const find = (typed: string) =>
  searchPlaces(pack.places, typed, sounds).map(({ name }) => name["zh-CN"]);

describe("the places of the region", () => {
  it("stand under their prefectures, each county once", () => {
    const groups = groupPlaces(pack.places);
    const real = groups.filter((group) => !isMadeUp(group));
    expect(real).toHaveLength(15);
    expect(real.flatMap(({ counties }) => counties)).toHaveLength(108);
    expect(groups.filter(isMadeUp).flatMap(({ counties }) => counties)).toHaveLength(1);
    expect(groups.every(({ prefecture }) => prefecture !== undefined)).toBe(true);
  });

  it.each([
    ["石河", "石河子市"],
    ["Shihe", "石河子市"],
    ["shz", "石河子市"],
    ["kashi", "喀什市"],
    ["Kashgar", "喀什市"],
    ["yuli", "尉犁县"],
    ["WUSHI", "乌什县"],
    ["hotan county", "和田县"],
    ["hetian xian", "和田县"],
    ["Ghulja", "伊宁市"],
    ["ürho", "乌尔禾区"],
  ])("typing %s finds %s", (typed, name) => {
    expect(find(typed)).toContain(name);
  });

  it("are found by their prefecture, after those of that name", () => {
    expect(find("喀什")[0]).toBe("喀什市");
    expect(find("喀什")).toContain("莎车县");
    expect(find("qqq")).toEqual([]);
    expect(find("  ")).toEqual([]);
    expect(find("县").length).toBeLessThanOrEqual(15);
  });
});

describe("kinds of place", () => {
  const kinds = (type: NamedPlace["type"], code = "652301") =>
    listKindsAt(pack.vocabulary, { code, type }).map(({ id }) => id);

  it("fit the type of the county", () => {
    expect(kinds("county")).toEqual(["county-seat", "town", "village"]);
    expect(kinds("county-city")).toEqual(["county-city", "town", "village"]);
    expect(kinds("corps-city")).toEqual(["county-city", "town", "village"]);
    expect(kinds("district")).toEqual(["town", "city", "village"]);
    expect(kinds("district", "990101").toSorted()).toEqual([
      "district-seat",
      "town",
      "town-community",
      "village",
    ]);
  });

  it("leave every county at least one, and a kind nobody bound to a type stays", () => {
    for (const { counties } of groupPlaces(pack.places)) {
      for (const { type, code, name } of counties)
        expect(kinds(type, code).length, name.en).toBeGreaterThan(0);
    }
    const facts = pack.vocabulary.facts.map((fact) =>
      fact.name === "place.kind"
        ? {
            ...fact,
            type: {
              kind: "enum" as const,
              values: [{ id: "island", label: { "zh-CN": "岛", en: "Island" } }],
            },
          }
        : fact,
    );
    const place = { code: "652301", type: "county" } as const;
    expect(listKindsAt({ ...pack.vocabulary, facts }, place).map(({ id }) => id)).toEqual([
      "island",
    ]);
  });
});
