import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { type PackFile, loadPack } from "../rulebook/load.ts";
import type { Pack } from "../rulebook/pack.ts";
import { describeProblem } from "../problem/describe.ts";

/** Packs for tests, written as data: JSON is YAML. */

export const same = (text: string): { readonly "zh-CN": string; readonly en: string } => ({
  "zh-CN": text,
  en: text,
});

type Data = Readonly<Record<string, unknown>>;

export const fact = (name: string, type: unknown, more: Data = {}): Data => ({
  fact: name,
  type,
  topic: "all",
  label: same(name),
  question: same(`${name}?`),
  ...more,
});

export const rule = (name: string, more: Data = {}): Data => ({
  rule: name,
  clause: "C1",
  title: same(name),
  plain: same(name),
  "in-force": { from: "2014-10-27" },
  ...more,
});

export const instrument = (name: string, more: Data = {}): Data => ({
  instrument: name,
  level: "region",
  title: same(name),
  "in-force": { from: "2014-10-27" },
  status: same("in force"),
  ...more,
});

export type PackData = {
  readonly records?: readonly Data[];
  readonly facts?: readonly Data[];
  readonly parameters?: readonly Data[];
  readonly rules?: readonly Data[];
  /** Rules of the upper text `U`. */
  readonly upper?: readonly Data[];
  readonly instruments?: readonly Data[];
  readonly chains?: readonly Data[];
  readonly prohibitions?: readonly Data[];
  readonly never?: readonly Data[];
  readonly vocabulary?: Data;
};

/** The files of a pack: texts `U` above `L`, one service, places under 65 by default. */
export function filesOf(data: PackData): readonly PackFile[] {
  const file = (path: string, content: unknown): PackFile => ({
    path,
    text: JSON.stringify(content),
  });
  return [
    file("vocabulary.yaml", {
      topics: [{ topic: "all", label: same("all") }],
      departments: [{ department: "police", label: same("police") }],
      papers: [{ paper: "card", label: same("card"), from: "police" }],
      records: data.records ?? [],
      facts: data.facts ?? [],
      ...data.vocabulary,
    }),
    file("instruments.yaml", {
      authorities: [{ authority: "office", label: same("office") }],
      instruments: data.instruments ?? [instrument("U"), instrument("L")],
      chains: data.chains ?? [{ places: ["65"], instruments: ["U", "L"] }],
    }),
    file("prohibitions.yaml", {
      prohibitions: data.prohibitions ?? [],
      never: data.never ?? [],
    }),
    file("lower/rules.yaml", {
      instrument: "L",
      service: "settlement",
      parameters: data.parameters ?? [],
      rules: data.rules ?? [],
    }),
    ...(data.upper === undefined
      ? []
      : [file("upper/rules.yaml", { instrument: "U", service: "settlement", rules: data.upper })]),
  ];
}

/** Loads files that must load. */
export function loadOrThrow(files: readonly PackFile[]): Pack {
  const loaded = loadPack(files);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map((problem) => describeProblem(problem, "en")).join("\n"));
}

/** The codes of the problems of files that must not load. */
export function problemCodes(files: readonly PackFile[]): readonly string[] {
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.problems.map(({ code }) => code);
}

const root = join(import.meta.dirname, "..", "..", "..");

function yamlUnder(folder: string): readonly PackFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .toSorted()
    .map((path) => ({
      path: path.split(sep).join("/"),
      text: readFileSync(join(root, folder, path), "utf8"),
    }));
}

/** The rulebooks of the repository, cases included. */
export const realRulebooks = (): readonly PackFile[] => yamlUnder("rulebooks");

/** The example dossiers of the repository. */
export const realExamples = (): readonly PackFile[] => yamlUnder("examples");
