import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideDossier, type Decision } from "../../../src/policy/browser.ts";
import { readPack, trimPack } from "../../build/pack-plugin.ts";
import { zhCN } from "../../i18n/zh-cn.ts";
import { describeAnswer } from "./describe-value.ts";
import { buildDossier } from "./dossier.ts";
import { chooseQuestion, listOpenQuestions } from "./interview.ts";
import {
  emptyJourney,
  notYet,
  withAnswer,
  withCounty,
  type Answer,
  type Journey,
} from "./journey.ts";
import { readJourney } from "./stored-journey.ts";

const pack = trimPack(
  readPack(join(import.meta.dirname, "..", "..", "..", "rulebooks")),
  "settlement",
);
const on = "2026-05-01";
const town: Journey = {
  ...emptyJourney,
  prefecture: "6523",
  county: "652301",
  kind: "county-city",
  family: [],
};

function decide(journey: Journey): Decision {
  const dossier = buildDossier(journey, on);
  if (dossier === undefined) throw new Error("no place");
  const decided = decideDossier(pack, dossier, { service: "settlement" });
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return decided.value;
}

describe("a journey", () => {
  it("keeps an answer in its place when it is changed", () => {
    const two = withAnswer(withAnswer(town, { fact: "a", value: true }), { fact: "b", value: 1 });
    expect(withAnswer(two, { fact: "a", value: null }).answers).toEqual([
      { fact: "a", value: null },
      { fact: "b", value: 1 },
    ]);
  });

  it("drops answers about another county, and only then", () => {
    const asked = withAnswer(town, { fact: "work.lawful", value: true });
    expect(withCounty(asked, "6523", "652301").answers).toHaveLength(1);
    expect(withCounty(asked, "6531", "653101")).toMatchObject({
      kind: null,
      answers: [],
      family: [],
    });
  });

  it("becomes a dossier that keeps what is unsure apart from what is said", () => {
    const journey = {
      ...town,
      answers: [
        { fact: "work.lawful", value: null },
        { fact: "home.own", value: false },
      ],
    };
    expect(buildDossier(journey, on)).toMatchObject({
      on,
      unsure: ["work.lawful"],
      facts: { "home.own": { value: false, source: "self", stated: on } },
      complete: [],
    });
    expect(buildDossier(emptyJourney, on)).toBeUndefined();
  });

  it("comes back from storage as it was, and never throws on anything else", () => {
    const journey = {
      ...town,
      family: [{ relation: "spouse", "co-residing": true }],
      answers: [
        { fact: "residence.since", value: notYet },
        { fact: "insurance.months", value: 3 },
        { fact: "home.own", value: null },
      ],
    };
    expect(readJourney(JSON.stringify(journey), pack)).toEqual({ journey, lost: false });
    expect(readJourney(null, pack)).toEqual({ journey: emptyJourney, lost: false });
    expect(
      readJourney(JSON.stringify({ ...town, answers: [{ fact: "home.own", value: "none" }] }), pack)
        .lost,
    ).toBe(true);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { journey: read, lost } = readJourney(text, pack);
        expect(lost).toBe(true);
        expect(read).toBe(emptyJourney);
      }),
    );
  });
});

describe("the interview", () => {
  const replies = (fact: (typeof pack.vocabulary.facts)[number]): fc.Arbitrary<Answer["value"]> => {
    const { type } = fact;
    if (type.kind === "boolean") return fc.option(fc.boolean());
    if (type.kind === "number") return fc.option(fc.integer({ min: 0, max: 40 }));
    return fc.option(fc.constantFrom("2020-02-29", "2025-05-01", "2025-05-02", notYet));
  };

  it("asks nothing twice, nothing once the answer stands, and comes to an end", () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        fc.constantFrom("county-city", "town", "village"),
        (picks, kind) => {
          let journey: Journey = { ...town, kind };
          for (let asked = 0; ; asked += 1) {
            const decision = decide(journey);
            const fact = chooseQuestion(pack.vocabulary, decision, journey);
            if (fact === undefined) {
              if (decision.outcome === "unknown")
                expect(decision.missing.every(({ state }) => state === "unsure")).toBe(true);
              return;
            }
            expect(decision.outcome).toBe("unknown");
            expect(listOpenQuestions(pack.vocabulary, decision)).toContain(fact);
            expect(journey.answers.map((answer) => answer.fact)).not.toContain(fact.name);
            expect(asked).toBeLessThan(pack.vocabulary.facts.length);
            const [value = null] = fc.sample(replies(fact), {
              numRuns: 1,
              seed: picks.next().value ?? 0,
            });
            journey = withAnswer(journey, { fact: fact.name, value });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finishes a subject before it turns to another", () => {
    let journey = town;
    const topics: string[] = [];
    for (let asked = 0; asked < pack.vocabulary.facts.length; asked += 1) {
      const fact = chooseQuestion(pack.vocabulary, decide(journey), journey);
      if (fact === undefined) break;
      if (topics.at(-1) !== fact.topic) topics.push(fact.topic);
      journey = withAnswer(journey, { fact: fact.name, value: null });
    }
    expect(topics).toEqual([...new Set(topics)]);
    expect(topics.length).toBeGreaterThan(4);

    const begun = withAnswer(town, { fact: "work.lawful", value: null });
    const elsewhere = { ...decide(begun), next: "land.contracted" };
    expect(chooseQuestion(pack.vocabulary, elsewhere, begun)?.topic).toBe("work");
    expect(chooseQuestion(pack.vocabulary, elsewhere, town)?.name).toBe("land.contracted");
  });
});

it("says every answer in words", () => {
  const say = (name: string, value: Answer["value"]) => {
    const fact = pack.vocabulary.facts.find((candidate) => candidate.name === name);
    if (fact === undefined) throw new Error(name);
    return describeAnswer(fact, { fact: name, value }, pack, zhCN, (text) => text["zh-CN"]);
  };
  expect(say("work.lawful", true)).toBe("是");
  expect(say("work.lawful", null)).toBe("不清楚");
  expect(say("residence.since", "2024-02-29")).toBe("2024年2月29日");
  expect(say("residence.since", notYet)).toBe("还没有");
  expect(say("insurance.months", 3)).toBe("3 个月");
  expect(say("place.kind", "town")).toBe("其他建制镇");
  expect(say("place.county", "653101")).toBe("喀什市");
});
