import type { z } from "zod";
import type { found, search } from "./contract.ts";
import type { County } from "./domain/shapes.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { type Register, scopeOf } from "./register.ts";
import {
  findByAddress,
  findByCharacters,
  findByKey,
  findBySound,
  findHolder,
  type FoundPerson,
} from "./store/find-people.ts";
import type { Transaction } from "../platform/postgres/index.ts";

type Found = z.infer<typeof found>;
type Search = z.infer<typeof search>;

const mostShown = 50;

/** Finds people of a county, and by an ID number those of any; what is shown is noted down. */
export async function searchPeople(
  register: Register,
  county: County,
  wanted: Search,
  looker: Looker,
): Promise<Found> {
  const { database } = register;
  if (wanted.by !== "id-number") {
    return database.inTransaction(scopeOf([county]), async (tx) =>
      show(tx, register, county, await findHere(tx, register, county, wanted), looker),
    );
  }
  const holder = await database.inTransaction(scopeOf([county]), (tx) =>
    findHolder(tx, wanted.text.toUpperCase()),
  );
  const at = holder?.county ?? county;
  return database.inTransaction(scopeOf([...new Set([county, at])]), async (tx) => {
    const people = holder === undefined ? [] : await findByKey(tx, at, holder.person);
    return show(tx, register, county, people, looker);
  });
}

const isHan = /\p{Script=Han}/u;

async function findHere(
  tx: Transaction,
  { soundOf }: Register,
  county: County,
  { by, text }: Search,
): Promise<readonly FoundPerson[]> {
  const atMost = mostShown + 1;
  if (by === "address") return [...text].length < 2 ? [] : findByAddress(tx, county, text, atMost);
  if (isHan.test(text)) return findByCharacters(tx, county, text, atMost);
  const { sound } = soundOf(text);
  // Without a letter in it, it sounds like nothing, and everything begins with nothing.
  return sound === ""
    ? findByCharacters(tx, county, text, atMost)
    : findBySound(tx, county, text, sound, atMost);
}

async function show(
  tx: Transaction,
  register: Register,
  county: County,
  people: readonly FoundPerson[],
  looker: Looker,
): Promise<Found> {
  const shown = people.slice(0, mostShown);
  await noteLookUp(tx, register, looker, "search", county, shown);
  return {
    people: shown.map((each) => ({ ...each, idNumber: maskNumber(each.idNumber) })),
    more: people.length > mostShown,
  };
}

/** All but the last four. */
export const maskNumber = (number: string | null): string | null =>
  number === null ? null : number.slice(-4).padStart(number.length, "*");
