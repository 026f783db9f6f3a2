// What auditors see of cases: no names, and no figure of a member of staff.
import { z } from "zod";
import { county, service, stage } from "../contract.ts";
import { isoDate } from "../domain/shapes.ts";

/** Days between which a case was decided first. */
export const auditFilter = z.strictObject({
  county: z.coerce.number().pipe(county).exactOptional(),
  from: isoDate.exactOptional(),
  until: isoDate.exactOptional(),
});

export const overrideFilter = auditFilter.extend({
  /** `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
    .exactOptional(),
});

/** Working days from the day of applying to the first decision; null where too few cases could be told apart. */
const times = {
  decided: z.int(),
  median: z.number().nullable(),
  slowest: z.number().nullable(),
};

export const caseAudit = z.strictObject({
  times: z.strictObject(times),
  /** By the month of the decision, the newest first. */
  months: z.array(z.strictObject({ month: z.string(), ...times })),
  against: z.int(),
  reversed: z.int(),
  /** As things stand today, whenever they were handed in. */
  overdue: z.strictObject({
    count: z.int(),
    /** The longest overdue. */
    cases: z.array(
      z.strictObject({
        county,
        reference: z.string(),
        service,
        stage,
        due: isoDate,
        /** Working days since. */
        late: z.int(),
      }),
    ),
  }),
  ratings: z.array(z.strictObject({ grade: z.int(), count: z.int() })),
});

/** Decisions against the advice and reversals, with their reasons, by case. */
export const overridePage = z.strictObject({
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
      against: z.string(),
    }),
  ),
  reversals: z.array(
    z.strictObject({
      county,
      reference: z.string(),
      on: isoDate,
      clause: z.string(),
      /** In the reviewer's own words. */
      why: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
