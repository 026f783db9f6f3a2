import type { MyMessages } from "../messages.ts";

/** A relation to the head in plain words; the bare code only where a table grew that this page does not know. */
export function relationWord(words: MyMessages, relation: number): string {
  return words.household.relations[relation] ?? String(relation);
}
