// Papers handed in with an application.
import { z } from "zod";
import { text } from "../domain/shapes.ts";

/** What a case takes: bytes of one paper, papers in all, and the types, as their first bytes tell them. */
export const paperLimits = {
  largest: 5 * 1024 * 1024,
  most: 20,
  types: ["application/pdf", "image/jpeg", "image/png"],
} as const;

export const document = z.strictObject({
  document: z.uuid(),
  /** A paper of the rulebook. */
  paper: z.string(),
  label: text,
  type: z.enum(paperLimits.types),
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
