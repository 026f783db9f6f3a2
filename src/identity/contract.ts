// Who is signed in, as the pages see it.
import { z } from "zod";
import { role } from "../platform/auth/contract.ts";

const staffRole = role.exclude(["resident"]);
export type StaffRole = z.output<typeof staffRole>;
export const staffRoles = staffRole.options;

/** What someone is appointed to. */
const appointment = z
  .strictObject({
    id: z.uuid(),
    role: staffRole,
    counties: z.array(z.int()).describe("GB/T 2260"),
    department: z.string().nullable().describe("As rulebooks/vocabulary.yaml names it"),
  })
  .meta({ id: "Appointment" });
export type Appointment = Readonly<z.output<typeof appointment>>;

/** `who` is null while nobody is signed in. */
export const session = z
  .strictObject({
    demo: z.boolean().describe("All people here are made up"),
    signIn: z.boolean().describe("Whether one can sign in at /auth/sign-in"),
    who: z
      .strictObject({
        name: z.object({ "zh-CN": z.string(), en: z.string() }),
        role,
        counties: z.array(z.int()),
        department: z.string().nullable(),
        registered: z.boolean().describe("Whether the register has this person"),
        acting: z.uuid().nullable().describe("The appointment acted in; null as a resident"),
        appointments: z.array(appointment),
        csrf: z.string().describe("Sent as Luohu-Csrf with every change"),
        expires: z.iso.datetime().describe("When the session ends if it is not used again"),
      })
      .nullable(),
  })
  .meta({ id: "Session" });
export type Session = z.output<typeof session>;

export const roleChange = z.strictObject({
  appointment: z.uuid().nullable().describe("One's own appointment; null to act as a resident"),
});

export const signOut = z.strictObject({
  everywhere: z.boolean().exactOptional().describe("Ends all of one's sessions"),
});

export const signedOut = z
  .strictObject({ location: z.string().describe("Where to go to end it at the identity provider") })
  .meta({ id: "SignedOut" });
