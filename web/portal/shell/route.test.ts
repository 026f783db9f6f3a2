import { describe, expect, it } from "vitest";
import { emptyJourney, type Journey } from "../journey/journey.ts";
import { firstOpenStep, guardRoute } from "./guard.ts";
import { chooseLocale } from "./preferences.ts";
import { formatRoute, parseRoute, readAside, type Route } from "./route.ts";

const routes: readonly Route[] = [
  { page: "welcome" },
  { page: "place" },
  { page: "county" },
  { page: "service" },
  { page: "compare" },
  { page: "open" },
  { page: "family" },
  { page: "question", number: 12 },
  { page: "answer" },
  { page: "my", part: "record" },
  { page: "my", part: "look-ups" },
  { page: "my", part: "cases" },
  { page: "my", part: "cases", of: "01234567-89ab-7cde-8f01-23456789abcd" },
  { page: "apply", part: "start", draft: null },
  { page: "apply", part: "people", draft: "0198c1a2-7f00-7000-8000-0123456789ab" },
  { page: "link", link: { service: "settlement", county: "653101", kind: null, law: "all" } },
  {
    page: "link",
    link: { service: "residence-permit", county: "652301", kind: "county-city", law: "N663" },
  },
];

describe("routes", () => {
  it.each(routes)("$page comes back from its address", (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each([
    "",
    "#",
    "#/nowhere",
    "#/my",
    "#/my/neighbour",
    "#/my/household/12",
    "#/my/cases/12",
    "#/my/household/01234567-89ab-7cde-8f01-23456789abcd",
    "#/apply",
    "#/apply/elsewhere",
    "#/apply/people/12",
    "#/question/0",
    "#/question/1000",
    "#/question/x",
    "#/question/1/2",
    "#/settlement/65310",
    "#/settlement/653101/village/all/more",
    "#/settlement/653101/<b>",
    "#/Settlement/653101",
  ])("%j leads to the welcome", (hash) => {
    expect(parseRoute(hash)).toEqual({ page: "welcome" });
  });

  it("of a link may leave out what is not chosen", () => {
    const link = { service: "settlement", county: "653101", kind: null, law: "all" };
    expect(parseRoute("#/settlement/653101")).toEqual({ page: "link", link });
    expect(parseRoute("#/settlement/653101/any")).toEqual({ page: "link", link });
  });

  it("believe no history entry that something else wrote", () => {
    expect(readAside(null)).toEqual({});
    expect(readAside("x")).toEqual({});
    expect(readAside({ fact: 3, thenAnswer: "yes" })).toEqual({});
    expect(readAside({ fact: "a.b", thenAnswer: true })).toEqual({ fact: "a.b", thenAnswer: true });
  });
});

describe("a step that needs an earlier one", () => {
  const asking: Journey = { ...emptyJourney, service: "settlement" };
  const chosen: Journey = { ...asking, prefecture: "6523", county: "652301" };
  it.each([
    [emptyJourney, "answer", "service"],
    [emptyJourney, "place", "service"],
    [asking, "county", "place"],
    [asking, "compare", "place"],
    [{ ...asking, prefecture: "6523" }, "family", "county"],
    [chosen, "family", "family"],
    [chosen, "answer", "answer"],
    [emptyJourney, "welcome", "welcome"],
    [emptyJourney, "open", "open"],
  ] as const)("%o asked for %s shows %s", (journey, wanted, shown) => {
    expect(guardRoute({ page: wanted }, journey)).toEqual({ page: shown });
  });

  it("is where a person who comes back goes on", () => {
    expect(firstOpenStep(emptyJourney)).toEqual({ page: "service" });
    const answers = [{ fact: "a", value: true }];
    expect(firstOpenStep({ ...chosen, answers })).toEqual({ page: "question", number: 2 });
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
