import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servicesOf, type Fact } from "../../../src/policy/browser.ts";
import { readPack, trimPack } from "../../build/pack-plugin.ts";
import { zhCN } from "../../i18n/zh-cn.ts";
import { describeAnswer } from "./describe-value.ts";
import { buildDossier } from "./dossier.ts";
import { listKindsAt } from "../place/place-kinds.ts";
import type { Answered } from "../shell/use-portal.tsx";
import { answerJourney } from "./answer-dossier.ts";
import { chooseQuestion } from "./interview.ts";
import {
  emptyJourney,
  notYet,
  withAnswer,
  withCounty,
  type Answer,
  type Journey,
} from "./journey.ts";
import { holdsAnywhere } from "./portable.ts";
import { readFile, writeFile } from "./saved-file.ts";
import { readJourney } from "./stored-journey.ts";

const pack = trimPack(readPack(join(import.meta.dirname, "..", "..", "..", "rulebooks")));
const on = "2026-05-01";
const town: Journey = {
  ...emptyJourney,
  service: "settlement",
  prefecture: "6523",
  county: "652301",
  family: [],
};

function ask(journey: Journey): Answered {
  const answered = answerJourney(pack, journey, on);
  if (answered === null) throw new Error("no place");
  if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
  return answered.value;
}

const choose = (journey: Journey) =>
  chooseQuestion({ pack, ...ask(journey) }, journey.answers.at(-1)?.fact);

describe("a journey", () => {
  it("keeps an answer in its place when it is changed", () => {
    const two = withAnswer(withAnswer(town, { fact: "a", value: true }), { fact: "b", value: 1 });
    expect(withAnswer(two, { fact: "a", value: null }).answers).toEqual([
      { fact: "a", value: null },
      { fact: "b", value: 1 },
    ]);
  });

  it("keeps of another county only what is true anywhere", () => {
    const holds = holdsAnywhere(pack.vocabulary);
    const asked = [
      { fact: "work.lawful", value: true },
      { fact: "study.college", value: true },
      { fact: "place.kind", value: "county-city" },
    ].reduce(withAnswer, town);
    expect(withCounty(asked, "652301", holds).answers).toHaveLength(3);
    expect(withCounty(asked, "653101", holds)).toMatchObject({
      service: "settlement",
      prefecture: "6531",
      answers: [{ fact: "study.college", value: true }],
      family: [],
    });
    expect(holds("home-place.here")).toBe(false);
    expect(holds("registration.cancelled-here")).toBe(false);
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

  it("gives the kind of place as part of the place, and the day on which a file's answer was said", () => {
    const journey = {
      ...town,
      answers: [
        { fact: "place.kind", value: "town" },
        { fact: "insurance.months", value: 3, stated: "2026-01-05" },
      ],
    };
    expect(buildDossier(journey, on)).toMatchObject({
      service: "settlement",
      place: { county: "652301", kind: "town" },
      facts: { "insurance.months": { value: 3, source: "self", stated: "2026-01-05" } },
    });
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
  const replies = (fact: Fact, county: string): fc.Arbitrary<Answer["value"]> => {
    const { type } = fact;
    if (type.kind === "enum") {
      const place = pack.places.find(({ code }) => code === county);
      const values =
        fact.name === "place.kind" && place !== undefined
          ? listKindsAt(pack.vocabulary, place)
          : type.values;
      return fc.option(fc.constantFrom(...values.map(({ id }) => id)));
    }
    if (type.kind === "boolean") return fc.option(fc.boolean());
    if (type.kind === "number") return fc.option(fc.integer({ min: 0, max: 40 }));
    return fc.option(fc.constantFrom("2020-02-29", "2025-05-01", "2025-05-02", notYet));
  };

  it("asks nothing twice, nothing once the answer stands, and comes to an end", () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat()),
        fc.constantFrom(...servicesOf(pack)),
        fc.constantFrom("652301", "653101", "650102", "990101"),
        (picks, service, county) => {
          let journey: Journey = { ...town, service, county };
          for (let asked = 0; ; asked += 1) {
            const { interview } = ask(journey);
            const fact = choose(journey);
            if (fact === undefined) {
              expect(interview.next).toBeNull();
              return;
            }
            expect(interview.open).toContain(fact.name);
            expect(journey.answers.map((answer) => answer.fact)).not.toContain(fact.name);
            expect(asked).toBeLessThan(pack.vocabulary.facts.length);
            const [value = null] = fc.sample(replies(fact, county), {
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

  it("stays with a subject only where no more questions are to be expected", () => {
    const begun = withAnswer(town, { fact: "work.lawful", value: null });
    const answered = ask(begun);
    const best = answered.interview.next?.fact;
    const chosen = chooseQuestion({ pack, ...answered }, "work.lawful");
    expect(answered.interview.open).toContain(chosen?.name);
    if (chosen?.name !== best) expect(chosen?.topic).toBe("work");
    expect(chooseQuestion({ pack, ...answered }, undefined)?.name).toBe(best);
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

describe("a saved file", () => {
  const journey: Journey = {
    ...town,
    family: [{ relation: "spouse", "co-residing": true, name: "ئايگۈل" }],
    answers: [
      { fact: "place.kind", value: "town" },
      { fact: "residence.since", value: "2025-03-01" },
      { fact: "insurance.months", value: 3 },
      { fact: "home.own", value: null },
    ],
  };

  it("opens again as it was, with the day on which each answer was given", () => {
    const read = readFile(writeFile(journey, on) ?? "", pack);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { answers, family, county, service } = read.value;
    expect({ family, county, service }).toEqual({
      family: journey.family,
      county: "652301",
      service: "settlement",
    });
    expect(answers.map(({ fact, value }) => ({ fact, value }))).toEqual(journey.answers);
    expect(answers.find(({ fact }) => fact === "insurance.months")?.stated).toBe(on);
    expect(ask(read.value).explanation).toEqual(ask(journey).explanation);
  });

  it("of the command line keeps the records that no question asks for", () => {
    const dossier = {
      on,
      place: { county: "652301", kind: "town" },
      records: { schoolings: [{ at: "652301", from: "2022-09-01" }] },
    };
    const read = readFile(JSON.stringify(dossier), pack);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.service).toBeNull();
    expect(JSON.parse(writeFile({ ...read.value, service: "settlement" }, on) ?? "")).toMatchObject(
      { records: dossier.records },
    );
    expect(readJourney(JSON.stringify(read.value), pack)).toEqual({
      journey: read.value,
      lost: false,
    });
  });

  it("that is none, or has a fault, opens nothing and never throws", () => {
    expect(readFile("not json", pack)).toMatchObject({ problems: [{ code: "bad-json" }] });
    expect(readFile('{"on":"2026-02-30","place":{"county":"1"}}', pack)).toMatchObject({
      ok: false,
      problems: [{ at: { path: "on" } }, { at: { path: "place.county" } }],
    });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => !readFile(text, pack).ok));
  });
});
