import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { whatIfDossier } from "../../../src/policy/browser.ts";
import { readPack, trimPack } from "../../build/pack-plugin.ts";
import { en } from "../../i18n/en.ts";
import { zhCN } from "../../i18n/zh-cn.ts";
import { describeFault } from "../file/describe-fault.ts";
import { buildDossier } from "../journey/dossier.ts";
import { emptyJourney, type Journey } from "../journey/journey.ts";
import { shareOf } from "./time-share.ts";
import { sortWays } from "./ways.ts";

const pack = trimPack(readPack(join(import.meta.dirname, "..", "..", "..", "rulebooks")));
const on = "2026-05-01";

const villager: Journey = {
  ...emptyJourney,
  service: "settlement",
  prefecture: "6523",
  county: "652301",
  answers: [{ fact: "place.kind", value: "village" }],
};

describe("ways to a yes", () => {
  it("keep to the kinds of place that the county has, and name other places apart", () => {
    const dossier = buildDossier(villager, on);
    if (dossier === undefined) throw new Error("no dossier");
    const whatIf = whatIfDossier(pack, dossier);
    if (!whatIf.ok) throw new Error(JSON.stringify(whatIf.problems));
    const { here, elsewhere } = sortWays(pack, villager, whatIf.value);
    expect(here.length).toBeGreaterThan(0);
    for (const set of here) {
      expect(set.map(({ fact }) => fact)).not.toContain("place.county");
      for (const { fact, to } of set)
        if (fact === "place.kind") expect(to.en).not.toContain("county government");
    }
    for (const { code } of elsewhere) expect(code).not.toBe("652301");
  });
});

it("gives a day of the time line its room in the bar, and the shortest part enough to be seen", () => {
  const segment = { from: "2026-05-01", until: "2027-05-01", outcome: "granted" } as const;
  expect(shareOf(segment, "2026-05-01", "2028-05-01")).toBeCloseTo(50, 0);
  expect(shareOf({ ...segment, until: "2026-05-02" }, "2026-05-01", "2028-05-01")).toBe(9);
});

describe("a fault of a file", () => {
  const name = (path: string, code = "bad-date") =>
    describeFault({ code, params: {}, at: path === "" ? {} : { path } }, pack.vocabulary, {
      m: en,
      locale: "en",
      say: (text) => text.en,
    }).field;

  it.each([
    ["on", "Date"],
    ["place.county", "Place · County, city or district"],
    ["facts.insurance.months.value", "Months of social insurance"],
    ["records.family[1].relation", "Family members 2 · Relation to you"],
    ["records.family", "Family members"],
    ["something.else", "something · else"],
    ["", "The whole file"],
  ])("at %j is said of the field %j", (path, said) => {
    expect(name(path)).toBe(said);
  });

  it("that is no data at all is said of the whole", () => {
    expect(name("on", "bad-json")).toBe("The whole file");
  });
});

it("writes a clause as the language does", () => {
  expect(zhCN.clause("Decree 663 art. 16(2)-(3)")).toBe("第663号令第16条(2)-(3)");
  expect(zhCN.clause("N25 item 5")).toBe("N25 第5项");
  expect(zhCN.clause("N96 part 2(8)")).toBe("N96 第2部分(8)");
  expect([zhCN.clause("R10.3"), en.clause("Decree 663 art. 2")]).toEqual([
    "R10.3",
    "Decree 663 art. 2",
  ]);
});
