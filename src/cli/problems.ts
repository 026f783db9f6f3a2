import { join } from "node:path";
import { describePlace, describeProblem, type Problem } from "../policy/index.ts";
import type { Call } from "./command.ts";

/** Problems of a rulebook folder, one a line: file:line:column, the code, the message. */
export function packProblemLines(
  problems: readonly Problem[],
  folder: string,
  { locale }: Call,
): string {
  return problems
    .map((problem) => {
      const { at, code } = problem;
      const place = describePlace(
        at.file === undefined ? at : { ...at, file: join(folder, at.file) },
      );
      // An empty file keeps the place out of the message: it stands before the code.
      const message = describeProblem({ ...problem, at: { file: "" } }, locale);
      return `${oneLine(`${place} ${code} ${message}`)}\n`;
    })
    .join("");
}

/** Problems of a dossier or of what was asked about it, one a line: file:line:column, the field, the message. */
export function dossierProblemLines(
  problems: readonly Problem[],
  file: string,
  { locale }: Call,
): string {
  return problems
    .map((problem) => {
      const { line, column } = problem.at;
      const place = [file, line, column].filter((part) => part !== undefined).join(":");
      const said = describeProblem(problem, locale);
      return `${oneLine(place === "" ? said : `${place}: ${said}`)}\n`;
    })
    .join("");
}

/** Text that stays on its line and steers no terminal. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
