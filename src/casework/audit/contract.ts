// What auditors see of cases.
import { z } from "zod";
import { county, service } from "../contract.ts";
import { isoDate } from "../domain/shapes.ts";

export const auditFilter = z.strictObject({
  county: z.coerce.number().pipe(county).exactOptional(),
  from: isoDate.exactOptional(),
  until: isoDate.exactOptional(),
});

/** What auditors see: decisions against the advice and reversals, with their reasons; no names. */
export const caseAudit = z.strictObject({
  decided: z.int(),
  /** Working days are counted from the day of applying. */
  days: z.strictObject({ median: z.number().nullable(), slowest: z.number().nullable() }),
  overrides: z.array(
    z.strictObject({
      county,
      reference: z.string(),
      service,
      on: isoDate,
      from: z.enum(["first", "review"]),
      clause: z.string(),
      advised: z.string().nullable(),
      granted: z.int(),
      people: z.int(),
      against: z.string().nullable(),
    }),
  ),
  reversals: z.array(
    z.strictObject({
      county,
      reference: z.string(),
      on: isoDate,
      outcome: z.string(),
      clause: z.string(),
    }),
  ),
  ratings: z.array(z.strictObject({ grade: z.int(), count: z.int() })),
});
