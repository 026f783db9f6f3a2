// What cases are made of wherever they are written down: days, people, texts, words of law.
import { z } from "zod";

/** A county by its GB/T 2260 code, as 650102. */
export const county = z.int().min(100000).max(999999);

/** A day in China's one time zone, YYYY-MM-DD; days compare as text. */
export const isoDate = z.iso.date();
export type IsoDate = z.infer<typeof isoDate>;

/** One key per human being, chosen by the caller and the same for sign-in and register: the citizen ID number. */
export const citizen = z.string().min(1).max(64);
export type Citizen = z.infer<typeof citizen>;

/** Place in the application's list of people; 0 is the applicant. */
export const member = z.int().min(0).max(29);
export type Member = z.infer<typeof member>;

export const text = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });

/** Something that was said in free words, in the language of whoever said it. */
export const words = z.string().trim().min(1).max(2000);

/** A paper that was seen. */
export const paper = z.strictObject({
  kind: z.string().trim().min(1).max(80),
  issuer: z.string().trim().min(1).max(120).optional(),
  number: z.string().trim().min(1).max(80).optional(),
  issued: isoDate.optional(),
});
export type Paper = Readonly<z.infer<typeof paper>>;

export const staffRoles = ["window-clerk", "approver"] as const;
export type StaffRole = (typeof staffRoles)[number];

/**
 * Who acts. `session` tells one sitting from another and opens nothing. A member of staff is a citizen too: nobody
 * decides their own case. The clock acts where nobody needs to: it closes what is over.
 */
export const actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("resident"), citizen, session: z.string() }),
  z.strictObject({
    kind: z.literal("staff"),
    role: z.enum(staffRoles),
    subject: z.string().min(1),
    county,
    citizen: citizen.nullable(),
    session: z.string(),
  }),
  z.strictObject({ kind: z.literal("clock") }),
]);
export type Actor = Readonly<z.infer<typeof actor>>;
export type Staff = Extract<Actor, { kind: "staff" }>;
