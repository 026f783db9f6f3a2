import { expect, it } from "vitest";
import { application, decision, people, remedies, terms } from "../../testing/made-up.ts";
import { builtInPackFolder, readPackFolder } from "../../../platform/files/index.ts";
import {
  type Dossier,
  type Explanation,
  explainDossier,
  isCaseFile,
  loadPack,
  locales,
} from "../../../policy/index.ts";
import type { Decision } from "../case.ts";
import { decisionLetter } from "./decision-letter.ts";
import { both, type Letter } from "./letter.ts";
import { noticeLetter } from "./notice-letter.ts";
import { reasonsOf } from "./reasons.ts";
import { remediesFor } from "./remedies.ts";
import { reviewLetter } from "./review-letter.ts";

const read = readPackFolder(builtInPackFolder);
const loaded = loadPack(
  read.kind === "read" ? read.files.filter(({ path }) => !isCaseFile(path)) : [],
);

const dossier = (more: Partial<Dossier>): Dossier => ({
  service: "settlement",
  on: "2026-03-02",
  place: { county: "652301", kind: "village" },
  complete: [],
  unsure: [],
  records: {},
  facts: {},
  ...more,
});

function explain(from: Dossier): Explanation {
  if (!loaded.ok) throw new Error("no rulebooks");
  const explained = explainDossier(loaded.value, from);
  if (!explained.ok) throw new Error(JSON.stringify(explained.problems));
  return explained.value;
}

const tenant = (months: number) =>
  dossier({
    complete: ["residences"],
    records: {
      residences: [
        { at: "652301", from: "2024-01-10", source: "public-security", stated: "2026-03-01" },
      ],
    },
    facts: {
      "insurance.months": { value: months, source: "human-resources", stated: "2026-03-02" },
    },
  });

const granting = { grants: true, clause: "R5" };
const refusing = { grants: false, clause: "R5" };

const signed = { by: "林思齐", office: both("示例派出所", "Sample police station") };
const bodies = {
  government: both("示例区人民政府", "the Sample District government"),
  court: both("示例区人民法院", "the Sample District court"),
};

const decided = (granted: readonly number[], more: Partial<Decision> = {}): Decision => {
  const { reasons, clause, advice } = decision("2026-03-02", granted);
  const by = { by: "lin", approvedBy: "han", from: "first", against: null } as const;
  const days = { on: "2026-03-02", delivered: "2026-03-06" };
  return { ...days, ...by, granted, clause, reasons, advice, remedies, ...more };
};

const wordsOf = (letter: Letter, locale: (typeof locales)[number]): string =>
  [
    letter.title[locale],
    ...letter.parts.flatMap(({ heading, sentences }) => [
      heading[locale],
      ...sentences.map(({ text, clause }) => `${text[locale]} ${clause ?? ""}`),
    ]),
    ...letter.remedies.map(({ text }) => text[locale]),
  ].join("\n");

it("says why it is granted, with what proves it and who said so", () => {
  const reasons = reasonsOf(explain(tenant(14)), granting);
  expect(reasons.map(({ clause }) => clause)).toContain("R5");
  const text = reasons.find(({ clause }) => clause === "R5")?.text;
  expect(text?.["zh-CN"]).toContain("14");
  expect(text?.["zh-CN"]).toContain("据人力资源和社会保障部门2026-03-02");
  expect(text?.en).toContain("Human resources and social security department");
});

it("says of a refusal what stood in the way, with the clause", () => {
  const explanation = explain(tenant(7));
  expect(explanation.decision.outcome).toBe("refer");
  const reasons = reasonsOf(explanation, refusing);
  const text = reasons.find(({ clause }) => clause === "R5")?.text;
  expect(text?.["zh-CN"]).toMatch(/不符合.*不满足.*7/);
  expect(text?.en).toMatch(/does not hold: not met: .*7/);
  // The year of residence was over: it is no reason.
  expect(text?.en).not.toContain("without a break");
});

it("says where the decision is not what the rules come to, and lists nothing that contradicts it", () => {
  const against = reasonsOf(explain(tenant(7)), granting);
  expect(against.map(({ clause }) => clause)).toEqual(["R5"]);
  expect(against[0]?.text.en).toContain("did not come to a grant");
  const other = reasonsOf(explain(tenant(14)), refusing);
  expect(other.map(({ text }) => text["zh-CN"])).toEqual([expect.stringContaining("没有采纳")]);
});

it("names the texts that are not kept here, which refuse nobody by themselves", () => {
  const place = { county: "990101", kind: "district-seat" };
  const last = reasonsOf(explain(dossier({ place })), refusing).at(-1);
  expect(last?.clause).toBe("K3");
  expect(last?.text["zh-CN"]).toMatch(/《市优化落户政策实施细则》没有收录，.*由经办人判断。$/);
});

it("refuses with clauses and with both remedies and their last days", () => {
  const reasons = reasonsOf(explain(tenant(7)), refusing);
  const letter = decisionLetter(
    application(people.slice(0, 1)),
    decided([], { reasons, remedies: remediesFor(bodies, "first") }),
    signed,
    terms,
  );
  expect(letter.kind).toBe("refusal");
  expect(letter.remedies.map(({ kind, until }) => [kind, until])).toEqual([
    ["review", "2026-05-06"],
    ["court", "2026-09-07"],
  ]);
  const words = wordsOf(letter, "zh-CN");
  expect(words).toContain("不予yu落户。");
  expect(words).toContain("向示例区人民政府申请行政复议（到2026-05-06为止）");
  expect(wordsOf(letter, "en")).toContain("sue at the Sample District court within six months");
});

it("tells family members who are refused what they can do, and the others that land stays theirs", () => {
  const letter = decisionLetter(application(), decided([0, 1, 2, 3]), signed, terms);
  expect(letter.kind).toBe("grant");
  expect(letter.remedies).toHaveLength(2);
  expect(wordsOf(letter, "zh-CN")).toContain("不予mother落户。");
  expect(wordsOf(letter, "en")).toContain("homestead and share in the collective untouched");
  const everyone = decisionLetter(application(), decided([0, 1, 2, 3, 4]), signed, terms);
  expect(everyone.remedies).toEqual([]);
});

it("gives the reason of the person who left the advice, and which law applied", () => {
  const told = both("规定有了变化。", "The rules changed.");
  const { advice } = decided([0]);
  const letter = decisionLetter(
    application(people.slice(0, 1)),
    decided([0], {
      against: "看过房屋，确实住在那里。",
      advice: advice === null ? null : { ...advice, told },
    }),
    signed,
    terms,
  );
  expect(wordsOf(letter, "en")).toContain("看过房屋");
  expect(wordsOf(letter, "en")).toContain("The rules changed.");
});

it("tells once all that is missing, why it is asked for, and until when", () => {
  const letter = noticeLetter(
    application(),
    {
      on: "2026-03-02",
      by: "lin",
      answered: null,
      missing: [
        {
          key: "insurance-record",
          label: both("社会保险缴费记录", "Social-insurance payment record"),
          clause: "R5",
          notFetched: both("人社部门没有答复", "the department did not answer"),
          arisen: null,
        },
      ],
    },
    signed,
    terms,
  );
  expect(wordsOf(letter, "zh-CN")).toContain("社会保险缴费记录（人社部门没有答复）。 R5");
  expect(wordsOf(letter, "en")).toContain("Please answer by 2026-04-13");
});

it("sends whom a review did not help to the court, within 15 days", () => {
  const outcome = {
    on: "2026-04-20",
    by: "zhao",
    outcome: "upheld",
    reasons: [{ text: both("没有住满一年。", "Not a year."), clause: "R5" }],
    remedies: remediesFor(bodies, "review"),
    delivered: "2026-04-20",
  } as const;
  const review = {
    on: "2026-04-01",
    signer: "li",
    against: "decision",
    why: "不服",
    heard: null,
  } as const;
  const letter = reviewLetter(application(), { ...review, decided: outcome }, signed, terms);
  expect(letter?.to).toEqual(["li"]);
  // 5 May, the fifteenth day, is free.
  expect(letter?.remedies).toMatchObject([{ kind: "court", until: "2026-05-06" }]);
  expect(reviewLetter(application(), { ...review, decided: null }, signed, terms)).toBeUndefined();
});

it("has words in both languages throughout, also for open and referred grounds", () => {
  const places = [
    { county: "652301", kind: "county-city" },
    { county: "650102", kind: "city" },
    { county: "990101", kind: "district-seat" },
  ];
  for (const place of places) {
    for (const { text, clause } of reasonsOf(explain(dossier({ place })), refusing)) {
      expect(clause).not.toBe("");
      for (const locale of locales) {
        expect(text[locale]).toMatch(/[。.]$/);
        expect(text[locale]).not.toMatch(/undefined|；；|; ;/);
      }
    }
  }
});
