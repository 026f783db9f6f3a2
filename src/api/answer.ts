import { describeProblem, type Locale, type Problem } from "../policy/index.ts";
import type { FieldProblem } from "../platform/http/index.ts";

/** A problem of the engine as the API says it. */
export function fieldProblem(problem: Problem, locale: Locale): FieldProblem {
  const { code, at, suggestion } = problem;
  return {
    code,
    path: at.path ?? "",
    message: describeProblem(problem, locale),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
}
