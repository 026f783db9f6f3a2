import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../platform/files/index.ts";
import { type Calendar, readCalendar } from "./domain/calendar.ts";
import { type CodeLists, listNames, readCodeList } from "./domain/code-list.ts";
import { type Division, type Divisions, divisionsOf, readDivisions } from "./domain/division.ts";

export type Standards = {
  readonly lists: CodeLists;
  readonly divisions: Divisions;
  readonly calendar: Calendar;
};

/**
 * The code lists, divisions and public holidays that come with the package; a fault in them throws.
 *
 * @param more divisions besides those of GB/T 2260: the made-up ones of a demo
 */
export function loadStandards(more: readonly Division[] = []): Standards {
  const read = (file: string) => readFileSync(join(packageRoot, "standards", file), "utf8");
  const lists = Object.fromEntries(
    listNames.map((name) => [name, readCodeList(read(`${name}.yaml`))]),
  ) as CodeLists;
  return {
    lists,
    divisions: divisionsOf([...readDivisions(read("divisions.tsv")), ...more]),
    calendar: readCalendar(read("calendar.yaml")),
  };
}
