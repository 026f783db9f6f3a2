// What is applied for, and for whom. The service says what its form holds; casework carries it.
import { z } from "zod";
import { parseDay, yearsBetween } from "../../policy/index.ts";
import { type Actor, citizen, county, type IsoDate, isoDate } from "./shapes.ts";

const guardian = z.strictObject({ citizen, name: z.string().trim().min(1).max(100) });

/** One of those to be registered. */
const participant = z.strictObject({
  /** Null for someone who was never registered. */
  citizen: citizen.nullable(),
  name: z.string().trim().min(1).max(100),
  birthDate: isoDate,
  /** To the applicant, as the vocabulary names family. */
  tie: z.enum(["self", "spouse", "child", "parent", "other-relative"]),
  /** Place in the dossier's family records, by which rules say who is covered; null for the applicant. */
  family: z.int().min(0).nullable(),
  /** A grown-up for whom a court named a guardian. */
  ward: z.boolean(),
  /** Of a child or a ward. */
  guardians: z.array(guardian).max(4).readonly(),
});
export type Participant = Readonly<z.infer<typeof participant>>;

/** The dossier, the people and the service's own form; nothing here is about ethnicity, religion or their stand-ins. */
export const application = z.strictObject({
  /** Where it is decided, and where the people go. */
  county,
  dossier: z.record(z.string(), z.json()),
  people: z.array(participant).min(1).max(30).readonly(),
  form: z.record(z.string(), z.json()),
});
export type Application = Readonly<z.infer<typeof application>>;

/** How someone without a number signs: at a window. */
const unregistered = "self";

const adultAge = 18;
const heardAge = 8;

const ageOn = (birthDate: IsoDate, on: IsoDate): number =>
  yearsBetween(parseDay(birthDate) ?? 0, parseDay(on) ?? 0);

/** Signs alone, for themselves. Whoever turns 18 while the case is open signs anew. */
export const signsAlone = ({ birthDate, ward }: Participant, on: IsoDate): boolean =>
  !ward && ageOn(birthDate, on) >= adultAge;

/** Has to be heard by whoever signs for them: from eight years on (Civil Code art. 19, 35). */
export const mustBeHeard = (participant: Participant, on: IsoDate): boolean =>
  !signsAlone(participant, on) && ageOn(participant.birthDate, on) >= heardAge;

/** Everyone whose will counts for a member: they themselves, or their guardians. */
export const signersOf = (participant: Participant, on: IsoDate): readonly string[] =>
  signsAlone(participant, on)
    ? [participant.citizen ?? unregistered]
    : participant.guardians.map(({ citizen }) => citizen);

/** May do what the applicant may: they themselves, or the guardian of an applicant who cannot. */
export function isApplicant({ people }: Application, actor: Actor, on: IsoDate): boolean {
  const [first] = people;
  return (
    actor.kind === "resident" && first !== undefined && signersOf(first, on).includes(actor.citizen)
  );
}

/** Whoever the case is about, or signs for one of them. */
export const isConcerned = ({ people }: Application, citizen: string): boolean =>
  people.some(
    (each) =>
      (each.citizen ?? unregistered) === citizen ||
      each.guardians.some((guardian) => guardian.citizen === citizen),
  );
