import type { z } from "zod";
import type { found } from "../../../src/register/contract.ts";
import { tabStore } from "../../portal/shell/kept.ts";

export type FoundPerson = z.infer<typeof found>["people"][number];

const key = "luohu.desk.arriving";

/** Whom a search found in another county, handed to the form: their own county's pages are not ours to open. */
export const keepArriving = (person: FoundPerson): void =>
  tabStore.write(key, JSON.stringify(person));

export function readArriving(person: string | undefined): FoundPerson | null {
  const text = tabStore.read(key);
  if (text === null || person === undefined) return null;
  const kept = JSON.parse(text) as FoundPerson;
  return String(kept.person) === person ? kept : null;
}
