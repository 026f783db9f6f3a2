// Whether the people of an application are named so that everyone's will can be asked for.
import type { Action } from "./action.ts";
import { type Application, isApplicant, type Participant, signersOf } from "./application.ts";
import type { RefusalCode } from "./refusal.ts";

export function whyPeopleUnclear(
  application: Application,
  { by, on }: Action,
): RefusalCode | undefined {
  const { people, county } = application;
  if (by.kind === "staff") {
    if (by.county !== county) return "other-county";
    if (people.some(({ citizen }) => citizen !== null && citizen === by.citizen)) return "own-case";
  }
  const keys = people.flatMap(({ citizen }) => citizen ?? []);
  const clear =
    new Set(keys).size === keys.length &&
    people.every(
      (each, member) => isClear(each, member, application) && signersOf(each, on).length > 0,
    );
  if (!clear) return "people-unclear";
  return by.kind === "resident" && !isApplicant(application, by, on) ? "not-yours" : undefined;
}

function isClear(
  { tie, family, citizen, guardians }: Participant,
  member: number,
  { people }: Application,
): boolean {
  const inOrder = (tie === "self") === (member === 0) && (family === null) === (member === 0);
  const ownGuardian = guardians.some((guardian) => guardian.citizen === citizen);
  const twice = people.some(
    (other, place) => place !== member && family !== null && other.family === family,
  );
  return inOrder && !ownGuardian && !twice;
}
