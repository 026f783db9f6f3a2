/** The engine's door for browsers: everything that needs no YAML. */
export {
  addMonths,
  formatDay,
  formatMonth,
  parseDay,
  parseMonth,
  yearsBetween,
} from "./calendar/day.ts";
export { suggest } from "./check/suggest.ts";
export { askDossier } from "./decision/ask.ts";
export { decideDossier } from "./decision/decide.ts";
export type * from "./decision/decision.ts";
export { explainDossier } from "./decision/explain.ts";
export { whatIfDossier } from "./decision/what-if.ts";
export { whenDossier } from "./decision/when.ts";
export { type Question, prepareRules } from "./decision/prepare.ts";
export type * from "./dossier/dossier.ts";
export { deriveFacts } from "./dossier/derive.ts";
export { type IdNumber, idCheckCharacter, readIdNumber } from "./dossier/id-number.ts";
export { parseDossier } from "./dossier/parse-dossier.ts";
export type { KernelMaker } from "./fold/compile.ts";
export { describeProblem } from "./problem/describe.ts";
export { type Place, type Problem, describePlace, fill } from "./problem/problem.ts";
export type { Result } from "./result.ts";
export type * from "./rulebook/pack.ts";
export { type RuleSet, type Selection, selectRules, servicesOf } from "./rulebook/select.ts";
export { type Locale, type Text, locales } from "./text.ts";
export * from "./vocabulary/vocabulary.ts";
