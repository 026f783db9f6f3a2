// What a department's data service tells besides its answers.
import { z } from "zod";

/** Media type of a compact JWS (RFC 7515). */
export const messageType = "application/jose";

export const loggedQuestion = z.strictObject({
  seq: z.int(),
  request: z.uuid(),
  from: z.string(),
  at: z.iso.datetime(),
  state: z.enum(["answered", "refused"]),
  /** sha256, hexadecimal. */
  question: z.string().nullable(),
  answer: z.string().nullable(),
  hash: z.string(),
});

export const directory = z.strictObject({
  members: z.array(
    z.strictObject({
      member: z.string(),
      url: z.url(),
      keys: z.array(z.strictObject({ key: z.string(), x: z.string() })),
    }),
  ),
});
