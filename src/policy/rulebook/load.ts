import { ambiguousExceptions } from "../check/exceptions.ts";
import { forbiddenReads } from "../check/prohibitions.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok, refused } from "../result.ts";
import type { z } from "zod";
import { isCoverageFile } from "./coverage-files.ts";
import { loadInstruments } from "./load-instruments.ts";
import {
  changing,
  epochs,
  loadParameters,
  parametersIn,
  parametersOutOfForce,
} from "./load-parameters.ts";
import { loadRules } from "./load-rules.ts";
import { loadVocabulary } from "./load-vocabulary.ts";
import { neverDeclared } from "./never.ts";
import type { Pack, Rule } from "./pack.ts";
import { brokenReferences } from "./references.ts";
import { type Shaped, shaped } from "./shaped.ts";
import {
  instrumentsFile,
  placesFile,
  prohibitionsFile,
  rulesFile,
  vocabularyFile,
} from "./shapes.ts";
import { type YamlFile, readYaml } from "./yaml-file.ts";

/** A file of a rulebook folder: its path inside it, and its text. */
export type PackFile = { readonly path: string; readonly text: string };

/** Case files lie beside the rules but are not part of the law. */
export const isCaseFile = (path: string): boolean => /(?:^|\/)cases\/[^/]+\.ya?ml$/.test(path);

/**
 * Loads and checks a whole pack. Every problem of every file is reported, each with file, line and column.
 * @param files the folder's YAML files, in any order; case files and coverage files are passed over
 */
export function loadPack(files: readonly PackFile[]): Result<Pack, Problem> {
  const problems: Problem[] = [];
  const read: YamlFile[] = [];
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (isCaseFile(path) || isCoverageFile(path)) continue;
    const file = readYaml(path, text);
    if ("problems" in file) problems.push(...file.problems);
    else read.push(file);
  }
  const of = <T>(belongs: (path: string) => boolean, shape: z.ZodType<T>): readonly Shaped<T>[] =>
    read
      .filter(({ path }) => belongs(path))
      .flatMap((file) => {
        const result = shaped(file, shape);
        if (!("problems" in result)) return [result];
        problems.push(...result.problems);
        return [];
      });
  const vocabularies = of((path) => kindOf(path) === "vocabulary", vocabularyFile);
  const instrumentFiles = of((path) => kindOf(path) === "instruments", instrumentsFile);
  const placeFiles = of((path) => kindOf(path) === "places", placesFile);
  const prohibitionFiles = of((path) => kindOf(path) === "prohibitions", prohibitionsFile);
  const ruleFiles = of((path) => kindOf(path) === "rules", rulesFile);
  if (problems.length > 0) return refused(...problems);

  const {
    instruments,
    authorities,
    chains,
    problems: instrumentProblems,
  } = loadInstruments(instrumentFiles);
  const { parameters, problems: parameterProblems } = loadParameters(ruleFiles);
  const prohibitions = prohibitionFiles.flatMap(({ data }) =>
    data.prohibitions.map((shape) => ({
      id: shape.prohibition,
      clause: shape.clause,
      services: shape.for,
      uses: shape.uses,
      plain: shape.plain,
    })),
  );
  problems.push(
    ...instrumentProblems,
    ...parameterProblems,
    ...neverDeclared(prohibitionFiles, vocabularies),
    ...brokenReferences({
      vocabularies,
      instruments: instrumentFiles,
      places: placeFiles,
      rules: ruleFiles,
    }),
  );

  // Formulas would only miss what could not be read.
  if (parameterProblems.length > 0) return refused(...distinct(problems));

  const rules: Rule[] = [];
  let vocabulary: Pack["vocabulary"] = {
    topics: [],
    departments: [],
    papers: [],
    records: [],
    facts: [],
  };
  for (const epoch of epochs(parameters)) {
    const values = parametersIn(epoch, parameters);
    const loaded = loadVocabulary(vocabularies, values, changing(parameters));
    vocabulary = loaded.vocabulary;
    const context = {
      vocabulary,
      parameters: values,
      instruments,
      authorities: new Set(authorities.map(({ id }) => id)),
      epoch,
    };
    const inEpoch = loadRules(ruleFiles, context);
    problems.push(...loaded.problems, ...inEpoch.problems);
    if (problems.length > 0) return refused(...distinct(problems));
    const facts = new Map(vocabulary.facts.map((fact) => [fact.name, fact]));
    problems.push(
      ...parametersOutOfForce(inEpoch.rules, loaded.reads, parameters),
      ...forbiddenReads(inEpoch.rules, loaded.reads, prohibitions),
      ...ambiguousExceptions(inEpoch.rules, facts),
    );
    rules.push(...inEpoch.rules.map(({ rule }) => rule));
  }
  if (problems.length > 0) return refused(...distinct(problems));
  return ok({
    vocabulary,
    authorities,
    instruments,
    chains,
    places: placeFiles.flatMap(({ data }) =>
      data.places.map((place) => ({
        code: place.code,
        name: { "zh-CN": place["zh-CN"], en: place.en },
        type: place.type,
      })),
    ),
    parameters: parameters.map(({ typed: _, ...parameter }) => parameter),
    prohibitions,
    rules,
  });
}

type FileKind = "vocabulary" | "instruments" | "places" | "prohibitions" | "rules";

function kindOf(path: string): FileKind {
  const parts = path.replace(/\.ya?ml$/, "").split("/");
  const last = parts.at(-1)!;
  if (last === "vocabulary" || parts.includes("vocabulary")) return "vocabulary";
  if (last === "instruments" || last === "prohibitions") return last;
  return last === "places" ? "places" : "rules";
}

/** Epochs repeat the problems of what does not change between them. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
