/** The policy engine: law as data in, cited decisions out. Pure: no clock, no files, no network. */
export * from "./browser.ts";
export { type JsonSchema, dossierSchema } from "./dossier/dossier-schema.ts";
export { recordsRead } from "./decision/records-read.ts";
export { malformedCodes, readDossier } from "./dossier/read-dossier.ts";
export { compileKernel, emitKernels, ruleSetKey } from "./fold/compile.ts";
export { type Kernel, closureKernel, outcomes } from "./fold/kernel.ts";
export { type CaseFailure, type CaseResults, runCases } from "./rulebook/cases.ts";
export { type Coverage, type CoveredSentence, coverageOf } from "./rulebook/coverage.ts";
export { isCoverageFile } from "./rulebook/coverage-files.ts";
export { type PackFile, isCaseFile, loadPack } from "./rulebook/load.ts";
export type { Finding, FindingKind } from "./lint/finding.ts";
export { dependenciesOn } from "./lint/dependencies.ts";
export { lintPack } from "./lint/lint.ts";
export { type DiffQuestion, type DiffSide, diffPacks, type PackDiff } from "./lint/diff.ts";
export type { Difference, Skipped } from "./lint/diff-compare.ts";
export type { FactChange, RuleChange, RulePart } from "./lint/diff-rules.ts";
export type { Unmatched } from "./lint/diff-scope.ts";
export { boundaryFiles } from "./lint/boundaries.ts";
