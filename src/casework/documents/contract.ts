// Papers handed in with an application.
import { z } from "zod";
import { text } from "../domain/shapes.ts";

export const document = z.strictObject({
  document: z.uuid(),
  /** A paper of the rulebook. */
  paper: z.string(),
  label: text,
  type: z.enum(["application/pdf", "image/jpeg", "image/png"]),
  size: z.int(),
  at: z.iso.datetime({ offset: true }),
  atWindow: z.boolean(),
});

export const documentQuery = z.strictObject({
  paper: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .meta({ examples: ["title-certificate"] }),
});
