// What people, households and grounds look like wherever they are written down: in acts, events and answers.
import { z } from "zod";

/** A county by its GB/T 2260 code, as 650102. */
export const county = z.int().min(100000).max(999999);
export type County = z.infer<typeof county>;

/** A day of the calendar, YYYY-MM-DD; days compare as text. There is no year 0. */
export const isoDate = z.iso.date().refine((day) => !day.startsWith("0000"), "no such year");
export type IsoDate = z.infer<typeof isoDate>;

const key = z.int().positive();
/** Internal keys: they never change and mean nothing outside (B4). */
export const personId = key;
export const householdId = key;
const dwellingId = key;
export type PersonId = number;
export type HouseholdId = number;
export type DwellingId = number;

/** GB/T 4761: how a member stands to the head; 2 is the head. */
export const relation = z.int().min(1).max(99);
export const headRelation = 2;

/** The place of one member in a household. */
export const seat = z.strictObject({ person: personId, relation });
export type Seat = Readonly<z.infer<typeof seat>>;

/**
 * Letters that cannot be seen or turn others round have no place in a register: controls, halves of a letter, marks of
 * direction. The joiners U+200C and U+200D belong to Arabic script, but make no text alone.
 */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

const isSeen = (text: string): boolean => !unseen.test(text);

/** Words on one line, trimmed, of so many letters; one thing is wrong with them at a time. */
export const line = (shortest: number, longest: number) =>
  z
    .string()
    .trim()
    .min(shortest, { abort: true })
    .max(longest, { abort: true })
    .refine((text) => isSeen(text) && /[^\p{Cf}\p{Z}\p{M}]/u.test(text), "unseen letters");

/** Free words, on several lines if need be. */
export const words = z
  .string()
  .trim()
  .max(500)
  .refine((text) => isSeen(text.replace(/[\n\r\t]/g, " ")), "unseen letters");

const personName = line(1, 100);

/**
 * What the register keeps about a person, all of it declared (B4, R13).
 * `name` is the name in the person's own script; `nameHan` its Chinese-character form where the two differ (B5).
 */
export const particulars = z.strictObject({
  name: personName,
  nameHan: personName.nullable(),
  formerNames: z.array(personName).max(20).readonly(),
  /** GB/T 2261.1. */
  sex: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(9)]),
  birthDate: isoDate,
  /** County of birth where it is known; on the statutory booklet, never an input of a rule. */
  birthCounty: county.nullable(),
  /** Missing until one is issued: newborns, people without registration. */
  idNumber: z.string().length(18).nullable(),
  /** GB/T 2261.2. */
  marital: z.int().min(10).max(90).nullable(),
  /** GB/T 4658. */
  education: z.int().min(10).max(90).nullable(),
  mother: personId.nullable(),
  father: personId.nullable(),
});
export type Particulars = Readonly<z.infer<typeof particulars>>;

export const dwelling = z.strictObject({
  dwelling: dwellingId,
  address: line(2, 200),
  /** Residents' or villagers' committee. */
  community: line(1, 100),
});
export type Dwelling = Readonly<z.infer<typeof dwelling>>;

/** Row B2: a family, or the collective household of an employer, a school, a talent centre or a community. */
export const householdKind = z.enum(["family", "employer", "school", "talent-centre", "community"]);
export type HouseholdKind = z.infer<typeof householdKind>;

/** A paper that was seen: what it is, who issued it, its number and date as far as it has them. */
const paper = z.strictObject({
  kind: line(1, 80),
  issuer: line(1, 120).optional(),
  number: line(1, 80).optional(),
  issued: isoDate.optional(),
});

/** Someone's own signed will (K1). `for` lists the places in the act's list of people that this covers. */
const signature = z.strictObject({
  signer: personName,
  as: z.enum(["self", "guardian", "head", "family", "institution"]),
  for: z.array(z.int().min(0)).min(1).readonly(),
  signed: isoDate,
  /** A child or ward was asked and listened to. */
  heard: z.boolean().optional(),
});

/** Why an act is done: clause, papers, signatures, and words of the clerk. */
export const ground = z.strictObject({
  clause: line(1, 60),
  papers: z.array(paper).max(20).readonly(),
  signatures: z.array(signature).max(30).readonly(),
  note: words.optional(),
});
export type Ground = Readonly<z.infer<typeof ground>>;
