import { describe, expect, it } from "vitest";
import { describeProblem } from "../problem/describe.ts";
import { coverageOf } from "./coverage.ts";
import { loadPack } from "./load.ts";
import type { Pack, Rule } from "./pack.ts";

const same = (text: string) => ({ "zh-CN": text, en: text });
const truth = { op: "constant", value: true } as const;
const rule = (id: string, clause: string, instrument = "T"): Rule => ({
  id,
  instrument,
  service: "settlement",
  clause,
  title: same(id),
  plain: same(id),
  inForce: { from: 0 },
  recorded: 0,
  gives: "grant",
  binds: false,
  where: truth,
  when: truth,
  covers: [],
  papers: [],
  exceptionTo: [],
  authority: {},
  readings: [],
  at: { file: "rules.yaml", line: 7 },
});
const text = (id: string) => ({
  id,
  level: "region",
  title: same(id),
  inForce: { from: 0 },
  status: same(id),
  held: true,
});
const pack: Pack = {
  vocabulary: { topics: [], departments: [], papers: [], records: [], facts: [] },
  authorities: [],
  instruments: [text("N"), text("T")],
  chains: [{ places: ["99"], instruments: ["N", "T"] }],
  places: [],
  parameters: [],
  prohibitions: [
    { id: "firewall", clause: "T1", services: "all", uses: ["land.exited"], plain: same("no") },
  ],
  rules: [
    rule("tenant", "T1.1"),
    rule("tenant", "T1.1"),
    rule("open", "—"),
    rule("national", "T1.1", "N"),
  ],
};

const skeleton = `
instrument: T
parts:
  - part: {zh-CN: 一, en: one}
    articles:
      - {clause: T1, title: {zh-CN: 一, en: one}, sentences: 1}
      - {clause: T1.1, title: {zh-CN: 一, en: one}, sentences: 2}
`;
const sentence = (clause: string, number: number, became: string): string =>
  `  - {clause: ${clause}, sentence: ${number}, says: {zh-CN: 说, en: says}, became: ${became}}\n`;
const first = sentence("T1", 1, "{rules: [tenant, open], rows: [A1]}");
const second = sentence("T1.1", 1, "{rules: [tenant], prohibitions: [firewall]}");
const third = sentence("T1.1", 2, "{information: true}");
const rows = "rows:\n  - {row: A1, title: {zh-CN: 行, en: row}}\n";

const covering = (sentences: string, { top = skeleton, legend = rows } = {}) =>
  coverageOf(pack, [
    { path: "coverage/t.yaml", text: top },
    { path: "coverage/t/1.yaml", text: `instrument: T\nsentences:\n${sentences}` },
    { path: "coverage/rows.yaml", text: legend },
    { path: "rules.yaml", text: "no coverage file: {" },
  ]);
const found = (...given: Parameters<typeof covering>) =>
  covering(...given).problems.map(({ code, at, suggestion }) =>
    [code, at.file, at.line, suggestion].filter((part) => part !== undefined).join(" "),
  );

describe("coverage of documents", () => {
  it("every sentence counted, each with what became of it", () => {
    const { documents, rows: legend, totals, problems } = covering(first + second + third);
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([
      {
        instrument: "T",
        articles: [
          { clause: "T1", sentences: 1, covered: [{ sentence: 1, departure: null }] },
          {
            clause: "T1.1",
            covered: [
              { became: { rules: ["tenant"], prohibitions: ["firewall"], information: false } },
              { became: { rules: [], information: true } },
            ],
          },
        ],
      },
    ]);
    expect(legend).toEqual([{ row: "A1", title: { "zh-CN": "行", en: "row" } }]);
    expect(totals).toEqual({
      sentences: 3,
      rules: 2,
      facts: 0,
      prohibitions: 1,
      rows: 1,
      information: 1,
      departures: 0,
      open: 0,
    });
  });

  it("a gap, a double, a sentence too many, a clause that is none", () => {
    expect(found(first + second)).toEqual(["unaccounted-for coverage/t.yaml 7"]);
    expect(covering(first + second).totals.open).toBe(1);
    expect(found(first + second + third + third)).toEqual(["covered-twice coverage/t/1.yaml 6"]);
    expect(found(first + second + third + sentence("T1.1", 3, "{rows: [A1]}"))).toEqual([
      "no-such-sentence coverage/t/1.yaml 6",
    ]);
    expect(found(first + second + third + sentence("T1.2", 1, "{rows: [A1]}"))).toEqual([
      "unknown-clause coverage/t/1.yaml 6 T1.1",
    ]);
    const twice = `${skeleton}      - {clause: T1, title: {zh-CN: 一, en: one}, sentences: 1}\n`;
    expect(found(first + second + third, { top: twice })).toEqual([
      "declared-twice coverage/t.yaml 8",
    ]);
  });

  it("a sentence counts for its own document only", () => {
    const other = covering(first + second + third).documents.length;
    expect(other).toBe(1);
    const codes = coverageOf(pack, [
      { path: "coverage/t.yaml", text: skeleton },
      { path: "coverage/n.yaml", text: `instrument: N\nsentences:\n${first}${second}${third}` },
    ]).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === "unaccounted-for")).toHaveLength(3);
    expect(codes.filter((code) => code === "unknown-clause")).toHaveLength(3);
  });

  it("names that there are not, or that belong elsewhere", () => {
    const last = (became: string) => found(first + second + sentence("T1.1", 2, became));
    const at = "coverage/t/1.yaml 5";
    expect(last("{rules: [tennant]}")).toEqual([`unknown-rule ${at} tenant`]);
    expect(last("{rules: [national]}")).toEqual([`rule-of-other-clause ${at}`]);
    expect(last("{facts: [home.any]}")).toEqual([`unknown-name ${at}`]);
    expect(last("{prohibitions: [firewal]}")).toEqual([`unknown-prohibition ${at} firewall`]);
    expect(last("{rows: [B1]}")).toEqual([`unknown-row ${at} A1`]);
    expect(last("{}")).toEqual([`became-nothing-or-both ${at}`]);
    expect(last("{information: true, rows: [A1]}")).toEqual([`became-nothing-or-both ${at}`]);
  });

  it("a rule that answers the text's silence may stand anywhere, any other near its clause", () => {
    const named = (clause: string) =>
      coverageOf({ ...pack, rules: [rule("tenant", clause), rule("open", "—")] }, [
        { path: "coverage/t.yaml", text: skeleton },
        { path: "coverage/rows.yaml", text: rows },
        { path: "coverage/t1.yaml", text: `instrument: T\nsentences:\n${first}${second}${third}` },
      ]).problems.map(({ code }) => code);
    expect(named("T1")).toEqual([]);
    expect(named("T1.1")).toEqual([]);
    expect(named("T1.2")).toEqual(["rule-of-other-clause"]);
    expect(named("T")).toEqual(["rule-of-other-clause", "rule-of-other-clause"]);
    expect(named("T11")).toEqual(["rule-of-other-clause", "rule-of-other-clause"]);
  });

  it("rules that no sentence names, once each, and of described documents only", () => {
    const bare = sentence("T1", 1, "{rows: [A1]}") + sentence("T1.1", 1, "{rows: [A1]}") + third;
    expect(found(bare)).toEqual(["unnamed-rule rules.yaml 7", "unnamed-rule rules.yaml 7"]);
    expect(covering(bare).problems.map(({ params }) => params["name"])).toEqual(["tenant", "open"]);
  });

  it("a text that decides needs its list, and a list its text", () => {
    const without = coverageOf(pack, []).problems;
    expect(without).toMatchObject([{ code: "no-coverage", params: { name: "T" } }]);
    const top = skeleton.replace("instrument: T", "instrument: Q");
    expect(coverageOf(pack, [{ path: "coverage/t.yaml", text: top }]).problems).toMatchObject([
      { code: "no-coverage" },
      { code: "unknown-instrument", at: { file: "coverage/t.yaml", line: 2 } },
      { code: "unaccounted-for" },
      { code: "unaccounted-for" },
      { code: "unaccounted-for" },
    ]);
  });

  it("files that are no YAML or no list say where", () => {
    expect(found(first, { top: "instrument: [" })[0]).toMatch(/^bad-yaml coverage\/t\.yaml/);
    expect(found(first, { top: skeleton.replace("sentences: 1", "sentences: few") })).toEqual([
      "wrong-shape coverage/t.yaml 6",
    ]);
    expect(found(first, { top: `${skeleton}sentnces: []\n` })).toContain(
      "unknown-key coverage/t.yaml 8 sentences",
    );
    expect(
      found(first + second + third, {
        legend: `${rows}  - {row: A1, title: {zh-CN: 行, en: row}}\n`,
      }),
    ).toEqual(["declared-twice coverage/rows.yaml 3"]);
  });

  it("every problem has its message in both languages", () => {
    const all = [
      ...covering(first + first + sentence("T1.1", 3, "{rules: [no, national], rows: [B1]}"))
        .problems,
      ...covering(sentence("T2", 1, "{prohibitions: [no]}")).problems,
      ...covering(sentence("T2", 1, "{}")).problems,
      ...coverageOf(pack, []).problems,
    ];
    expect(new Set(all.map(({ code }) => code)).size).toBe(11);
    for (const problem of all)
      for (const locale of ["zh-CN", "en"] as const)
        expect(describeProblem(problem, locale)).not.toMatch(
          new RegExp(`${problem.code}$|\\{\\w+\\}`),
        );
  });

  it("loading the law passes over coverage files, sound or not", () => {
    expect(loadPack([{ path: "coverage/x/y.yaml", text: "[" }]).ok).toBe(true);
    expect(loadPack([{ path: "region/coverage.yaml", text: "[" }]).ok).toBe(false);
  });
});
