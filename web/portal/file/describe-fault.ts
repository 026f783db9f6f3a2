import {
  describeProblem,
  type Locale,
  type Problem,
  type Text,
  type Vocabulary,
} from "../../../src/policy/browser.ts";
import type { Messages } from "../../i18n/messages.ts";

export type Fault = { readonly field: string; readonly said: string };

type Speech = {
  readonly m: Messages;
  readonly locale: Locale;
  readonly say: (text: Text) => string;
};

/** A problem with the field's name as the page calls it, not its path in the file. */
export function describeFault(problem: Problem, vocabulary: Vocabulary, speech: Speech): Fault {
  const { m, locale } = speech;
  if (problem.code === "bad-json") return { field: m.file.wholeFile, said: m.file.notJson };
  const said = describeProblem({ ...problem, at: {} }, locale);
  return { field: nameField(problem.at.path ?? "", vocabulary, speech), said };
}

/** `records.family[0].name` is "Family members 1 · Name"; what has no word keeps its own. */
function nameField(path: string, vocabulary: Vocabulary, { m, say }: Speech): string {
  if (path === "") return m.file.wholeFile;
  const fact = vocabulary.facts.find(
    ({ name }) => path === `facts.${name}` || path.startsWith(`facts.${name}.`),
  );
  if (fact !== undefined) return say(fact.label);
  const inRecord = /^records\.([\w-]+)(?:\[(\d+)\])?(?:\.([\w-]+))?/.exec(path);
  const record = vocabulary.records.find(({ name }) => name === inRecord?.[1]);
  if (record !== undefined) {
    const [, , index, field] = inRecord ?? [];
    const label = record.fields.find(({ name }) => name === field)?.label;
    const place = index === undefined ? "" : ` ${Number(index) + 1}`;
    return [`${say(record.label)}${place}`, ...(label === undefined ? [] : [say(label)])].join(
      " · ",
    );
  }
  return path
    .split(".")
    .map((part) => nameOne(part, m))
    .join(" · ");
}

function nameOne(part: string, m: Messages): string {
  const [, name = part, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(part) ?? [];
  const word = Object.hasOwn(m.file.field, name) ? m.file.field[name]! : name;
  return index === undefined ? word : `${word} ${Number(index) + 1}`;
}
