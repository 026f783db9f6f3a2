import { expect, it } from "vitest";
import { readAnswers, withAnswers } from "./notice-answers.ts";

const dossier = {
  service: "settlement",
  unsure: ["home.own", "work.formal"],
  facts: {
    "home.own": { value: false, source: "self", stated: "2026-01-01" },
    "insurance.months": { value: 7, source: "self", stated: "2026-01-01" },
  },
  records: { family: [] },
};

it("puts answers beside what was said before, as said today", () => {
  const answered = withAnswers(dossier, { "home.own": true, "home.since": null }, "2026-03-02");
  expect(answered).toEqual({
    ...dossier,
    unsure: ["work.formal", "home.since"],
    facts: {
      "home.own": { value: true, source: "self", stated: "2026-03-02" },
      "insurance.months": dossier.facts["insurance.months"],
    },
  });
  expect(dossier.unsure).toEqual(["home.own", "work.formal"]);
});

it("forgets an answer that is no longer known", () => {
  const answered = withAnswers(dossier, { "insurance.months": null }, "2026-03-02");
  expect(Object.keys(answered["facts"] as object)).toEqual(["home.own"]);
});

it("works on a dossier that has neither", () => {
  expect(withAnswers({}, { "home.own": true }, "2026-03-02")).toMatchObject({
    unsure: [],
    facts: { "home.own": { value: true } },
  });
});

it("reads nothing from what is no answer", () => {
  expect([readAnswers(""), readAnswers("null"), readAnswers("{")]).toEqual([{}, {}, {}]);
  expect(readAnswers('{"home.own":true}')).toEqual({ "home.own": true });
});
