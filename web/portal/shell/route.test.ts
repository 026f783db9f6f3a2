import { describe, expect, it } from "vitest";
import { emptyJourney, type Journey } from "../journey/journey.ts";
import { firstOpenStep, guardRoute } from "./guard.ts";
import { chooseLocale } from "./preferences.ts";
import { formatRoute, parseRoute, readAside, type Route } from "./route.ts";

const routes: readonly Route[] = [
  { page: "welcome" },
  { page: "place" },
  { page: "county" },
  { page: "kind" },
  { page: "family" },
  { page: "question", number: 12 },
  { page: "answer" },
];

describe("routes", () => {
  it.each(routes)("$page comes back from its address", (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each([
    "",
    "#",
    "#/nowhere",
    "#/question/0",
    "#/question/1000",
    "#/question/x",
    "#/question/1/2",
  ])("%j leads to the welcome", (hash) => {
    expect(parseRoute(hash)).toEqual({ page: "welcome" });
  });

  it("believe no history entry that something else wrote", () => {
    expect(readAside(null)).toEqual({});
    expect(readAside("x")).toEqual({});
    expect(readAside({ fact: 3, thenAnswer: "yes" })).toEqual({});
    expect(readAside({ fact: "a.b", thenAnswer: true })).toEqual({ fact: "a.b", thenAnswer: true });
  });
});

describe("a step that needs an earlier one", () => {
  const chosen: Journey = { ...emptyJourney, prefecture: "6523", county: "652301" };
  it.each([
    [emptyJourney, "answer", "place"],
    [{ ...emptyJourney, prefecture: "6523" }, "kind", "county"],
    [chosen, "family", "kind"],
    [{ ...chosen, kind: "town" }, "answer", "family"],
    [{ ...chosen, kind: "town", family: [] }, "answer", "answer"],
    [emptyJourney, "welcome", "welcome"],
  ] as const)("%o asked for %s shows %s", (journey, wanted, shown) => {
    expect(guardRoute({ page: wanted }, journey)).toEqual({ page: shown });
  });

  it("is where a person who comes back goes on", () => {
    expect(firstOpenStep(emptyJourney)).toEqual({ page: "place" });
    const answers = [{ fact: "a", value: true }];
    expect(firstOpenStep({ ...chosen, kind: "town", family: [], answers })).toEqual({
      page: "question",
      number: 2,
    });
  });
});

describe("the language", () => {
  it.each([
    ["en", ["zh-CN"], "en"],
    [null, ["de-DE", "en-GB", "zh-CN"], "en"],
    [null, ["zh-TW", "en"], "zh-CN"],
    ["xx", [], "zh-CN"],
  ] as const)("stored %s and wanted %o is %s", (stored, wanted, chosen) => {
    expect(chooseLocale(stored, wanted)).toBe(chosen);
  });
});
