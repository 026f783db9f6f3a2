import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { Happening } from "./shapes.ts";
import { useCaseWords } from "./use-case-words.ts";

/** One thing that happened, in a line: the day, who, what. */
export function useLineWords(): (line: Happening) => string {
  const { line: words } = useCaseWords();
  const { m } = useSpeech();
  const who = useWho();
  return (line) => `${m.day(line.on)} ${m.labelled(who(line), words.done[line.do] ?? line.do)}`;
}

/** Staff by name; residents are not named, and the law acts by itself. */
export function useWho(): (line: Happening) => string {
  const { line: words } = useCaseWords();
  return ({ by, name }) =>
    ({ you: words.you, another: words.another, office: words.office(name), clock: words.law })[by];
}
