import { z } from "zod";
import type { Decision } from "../decision/decision.ts";
import { decideDossier } from "../decision/decide.ts";
import { parseDossier } from "../dossier/parse-dossier.ts";
import { describeProblem } from "../problem/describe.ts";
import type { PackFile } from "./load.ts";
import type { Pack } from "./pack.ts";
import { shaped } from "./shaped.ts";
import { readYaml } from "./yaml-file.ts";

/** Executable specification: cases beside the rules, run through the engine as it decides. */

const names = z.array(z.string());
const expectation = z.strictObject({
  outcome: z.enum(["granted", "refused", "unknown", "refer"]),
  grounds: z
    .record(z.string(), z.enum(["granted", "refused", "unknown", "refer", "absent"]))
    .optional(),
  missing: names.optional(),
  covers: names.optional(),
  authority: z.string().nullable().optional(),
  papers: names.optional(),
});
/** Instead of an answer: the code of the problem that the question meets. */
const expectedProblem = z.strictObject({ problem: z.string() });
type Expectation = z.output<typeof expectation>;

const casesFile = z.strictObject({
  instrument: z.string(),
  service: z.string(),
  dossier: z.record(z.string(), z.unknown()).default({}),
  cases: z.array(
    z.strictObject({
      case: z.string().min(1),
      row: z.string().min(1),
      dossier: z.record(z.string(), z.unknown()).default({}),
      expect: z.union([expectation, expectedProblem]),
    }),
  ),
});

export type CaseFailure = {
  readonly file: string;
  readonly line: number;
  readonly case: string;
  readonly message: string;
};
export type CaseResults = { readonly passed: number; readonly failures: readonly CaseFailure[] };

/** Runs every case of the files under its instrument alone; a case that cannot be read is a failure too. */
export function runCases(pack: Pack, files: readonly PackFile[]): CaseResults {
  const failures: CaseFailure[] = [];
  let passed = 0;
  for (const { path, text } of files) {
    const yaml = readYaml(path, text);
    const read = "problems" in yaml ? yaml : shaped(yaml, casesFile);
    if ("problems" in read) {
      for (const problem of read.problems)
        failures.push({
          file: path,
          line: problem.at.line ?? 1,
          case: "",
          message: describeProblem(problem, "en"),
        });
      continue;
    }
    const { data, file } = read;
    for (const [index, { case: name, dossier, expect }] of data.cases.entries()) {
      const messages = differences(
        pack,
        { service: data.service, law: data.instrument },
        merged(data.dossier, dossier),
        expect,
      );
      if (messages.length === 0) passed += 1;
      const line = file.locate(["cases", index]).line ?? 1;
      for (const message of messages.slice(0, 1))
        failures.push({
          file: path,
          line,
          case: name,
          message: [message, ...messages.slice(1)].join("; "),
        });
    }
  }
  return { passed, failures };
}

function differences(
  pack: Pack,
  asked: { readonly service: string; readonly law: string },
  input: unknown,
  expect: Expectation | z.output<typeof expectedProblem>,
): readonly string[] {
  const dossier = parseDossier(pack, input);
  if (!dossier.ok) return dossier.problems.map((problem) => describeProblem(problem, "en"));
  const decided = decideDossier(pack, dossier.value, asked);
  if ("problem" in expect) {
    return differ("problem", expect.problem, decided.ok ? "none" : decided.problems[0]?.code);
  }
  if (!decided.ok) return decided.problems.map((problem) => describeProblem(problem, "en"));
  const decision = decided.value;
  return [
    ...differ("outcome", expect.outcome, decision.outcome),
    ...Object.entries(expect.grounds ?? {}).flatMap(([rule, outcome]) =>
      differ(rule, outcome, groundOf(decision, rule)),
    ),
    ...differ("missing", sorted(expect.missing), sorted(decision.missing.map(({ fact }) => fact))),
    ...differ(
      "covers",
      sorted(expect.covers),
      sorted(decision.covers.map(({ relation }) => relation)),
    ),
    ...differ("authority", expect.authority, decision.authority?.id ?? null),
    ...(expect.papers ?? [])
      .filter((paper) => !decision.papers.some((needed) => needed.paper === paper))
      .map((paper) => `papers: ${paper} is not among them`),
  ];
}

const groundOf = (decision: Decision, rule: string): string =>
  decision.grounds.find((ground) => ground.rule === rule)?.outcome ?? "absent";

const sorted = (list: readonly string[] | undefined): string | undefined =>
  list && `[${list.toSorted().join(", ")}]`;

function differ(
  what: string,
  expected: string | null | undefined,
  found: string | null | undefined,
): readonly string[] {
  return expected === undefined || expected === found
    ? []
    : [`${what}: expected ${expected}, found ${found}`];
}

/** A case's dossier over the file's, key by key; lists and values replace. */
function merged(base: unknown, over: unknown): unknown {
  if (!isPlain(base) || !isPlain(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in over ? merged(base[key], over[key]) : base[key]]),
  );
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
