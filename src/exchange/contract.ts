// Messages between members of the exchange, and what people see of them; shared with the pages.
import { z } from "zod";
import { purposeCode } from "../platform/auth/contract.ts";

const name = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const seconds = z.int().min(0);

/** Random letters that keep a digest from being guessed. */
const nonce = z.string().regex(/^[\w-]{22}$/);

/** Records of one kind and the fields of them that are asked for. */
const askedRecords = z.strictObject({ kind: name, fields: z.array(name).min(1).max(40) });

/** What is asked: it stays the same however often it has to be sent. */
export const question = z.strictObject({
  request: z.uuid(),
  nonce,
  department: name,
  purpose: purposeCode,
  /** Clauses of the rules that read the records. */
  basis: z.array(z.string().min(1).max(80)).min(1).max(60),
  /** Reference number of the case. */
  case: z.string().min(1).max(60),
  /** Citizen ID number. */
  person: z.string().regex(/^\d{17}[\dX]$/),
  service: name,
  place: z.strictObject({
    county: z.string().regex(/^[1-9]\d{5}$/),
    kind: name.exactOptional(),
  }),
  on: z.iso.date(),
  records: z.array(askedRecords).min(1).max(40),
});
export type Question = z.output<typeof question>;

/** Who sends it to whom and until when it holds, in seconds since 1970; `jti` is never used twice. */
const envelope = {
  iss: name,
  aud: name,
  iat: seconds,
  exp: seconds,
  jti: z.uuid(),
};

export const requestMessage = z.strictObject({ type: z.literal("request"), ...envelope, question });
export type RequestMessage = z.output<typeof requestMessage>;

/** One record as a dossier holds it, with who states it and on which day. */
const statedRecord = z.record(
  z.string().max(64),
  z.union([z.boolean(), z.number(), z.string().max(200)]),
);

export const answer = z.strictObject({
  request: z.uuid(),
  nonce,
  department: name,
  stated: z.iso.date(),
  records: z.record(name, z.array(statedRecord).max(200)),
  /** Kinds of which these are all. */
  complete: z.array(name),
});
export type Answer = z.output<typeof answer>;

export const answerMessage = z.strictObject({
  type: z.literal("answer"),
  ...envelope,
  /** `jti` of the message it answers. */
  to: z.uuid(),
  answer,
});

const instant = z.iso.datetime({ offset: true });
const county = z.int().min(100_000).max(999_999);
const label = z.strictObject({ "zh-CN": z.string(), en: z.string() });

/** Records asked for, as people read them. */
const labelledRecords = z.strictObject({ kind: name, label, fields: z.array(label) });

/** Which department a service asks for what, before anybody applies. */
export const departmentAsked = z.strictObject({
  department: name,
  departmentLabel: label,
  basis: z.array(z.string()),
  records: z.array(labelledRecords),
});
export type DepartmentAsked = z.output<typeof departmentAsked>;

export const matter = z.strictObject({
  county: z.coerce.number().pipe(county),
  kind: name.optional(),
});

/** A question to a department: for which case, on what ground, and what became of it. */
const asked = {
  id: z.uuid(),
  county,
  case: z.string(),
  service: name,
  on: z.iso.date(),
  purpose: purposeCode,
  basis: z.array(z.string()),
  records: z.array(labelledRecords),
  asked: instant,
  state: z.enum(["waiting", "answered", "refused", "unreachable"]),
  settled: instant.nullable(),
};

/** One question about a person, as the person sees it. */
export const ownExchange = z.strictObject({
  ...asked,
  by: z.string(),
  department: name,
  departmentLabel: label,
});
export type OwnExchange = z.output<typeof ownExchange>;

/** One question as the officer of the department asked sees it: whom it is about is in the message, not here. */
export const departmentRequest = z.strictObject({
  ...asked,
  refusal: z.string().nullable(),
  log: z.array(z.strictObject({ seq: z.int(), kind: z.string(), at: instant, hash: z.string() })),
});

/** Why someone objects to a look at their data. */
export const objection = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .meta({ examples: ["我没有办过这件事"] }),
});

export const challenge = z.strictObject({
  id: z.uuid(),
  county,
  about: z.enum(["exchange", "look-up"]),
  aboutId: z.uuid(),
  reason: z.string(),
  made: instant,
  answered: instant.nullable(),
  answeredBy: z.string().nullable(),
  /** Whether the person is right to object. */
  justified: z.boolean().nullable(),
  answer: z.string().nullable(),
});
export type Challenge = z.output<typeof challenge>;

/** The data-protection officer's answer. */
export const ruling = z.strictObject({
  justified: z.boolean(),
  answer: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .meta({ examples: ["该查询与本人的申请有关"] }),
});

/** How our log stands, and what differs from the logs of the departments. */
export const exchangeAudit = z.strictObject({
  logs: z.array(
    z.strictObject({
      county,
      entries: z.int(),
      head: z.string(),
      faults: z.array(z.strictObject({ code: z.string(), seq: z.int().nullable() })),
    }),
  ),
  departments: z.array(
    z.strictObject({
      department: name,
      departmentLabel: label,
      /** Null where its log could not be read just now. */
      compared: z.int().nullable(),
      differences: z.array(z.strictObject({ request: z.uuid(), code: z.string() })),
    }),
  ),
});
