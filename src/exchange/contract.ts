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
  county: z.string().regex(/^[1-9]\d{5}$/),
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
  state: z.enum(["waiting", "answered", "refused", "unreachable", "called-off"]),
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

const requestState = asked.state;

/** Which of a department's questions are meant; days are those of Beijing. */
export const departmentFilter = z.strictObject({
  county: z.coerce.number().pipe(county).exactOptional(),
  state: requestState.exactOptional(),
  from: z.iso.date().exactOptional(),
  until: z.iso.date().exactOptional(),
  /** Key of the last one that was shown. */
  before: z.uuid().exactOptional(),
});

/** One question as the officer of the department asked sees it: whom it is about is in the message, not here. */
const departmentRequest = z.strictObject({
  ...asked,
  /** `clauses` of the rules that read the kind. */
  records: z.array(labelledRecords.extend({ clauses: z.array(z.string()) })),
  refusal: z.string().nullable(),
  log: z.array(z.strictObject({ seq: z.int(), kind: z.string(), at: instant, hash: z.string() })),
});

export const departmentRequests = z.strictObject({
  requests: z.array(departmentRequest),
  /** Whether there are older ones. */
  more: z.boolean(),
  /** Of all that match but for the state, not of this page only. */
  counts: z.array(z.strictObject({ state: requestState, count: z.int() })),
  /** The rules under the clauses that this page cites. */
  rules: z.array(z.strictObject({ clause: z.string(), title: label })),
});
export type DepartmentRequests = z.output<typeof departmentRequests>;

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

/** What someone objects to: who looked, when, why, and at which data. */
const challenged = z.discriminatedUnion("about", [
  ownExchange.pick({ asked: true, departmentLabel: true, purpose: true, case: true }).extend({
    about: z.literal("exchange"),
    /** Null where the person's own handing in asked it: they are not named. */
    by: z.string().nullable(),
    basis: ownExchange.shape.basis,
    records: ownExchange.shape.records,
  }),
  z.strictObject({
    about: z.literal("look-up"),
    asked: instant,
    by: z.string(),
    role: z.string(),
    purpose: z.string(),
    reference: z.string().nullable(),
    kind: z.string(),
    fields: z.array(z.string()),
  }),
]);

export const challengeFilter = z.strictObject({
  state: z.enum(["open", "answered"]),
  /** Key of the last one that was shown. */
  after: z.uuid().exactOptional(),
});

/** Challenges as the data-protection officer sees them: the open ones oldest first, the answered ones newest first. */
export const challengePage = z.strictObject({
  challenges: z.array(challenge.extend({ challenged: challenged.nullable() })),
  more: z.boolean(),
  counts: z.strictObject({ open: z.int(), answered: z.int() }),
});
export type ChallengePage = z.output<typeof challengePage>;

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

const verifiedLog = z.strictObject({
  county,
  entries: z.int(),
  head: z.string(),
  /** The newest signature that holds. */
  checkpoint: z.strictObject({ seq: z.int(), signed: instant, key: z.string() }).nullable(),
  /** Entries that no signature protects yet, and when the first of them was written. */
  tail: z.int(),
  tailSince: instant.nullable(),
  faults: z.array(z.strictObject({ code: z.string(), seq: z.int().nullable() })),
});

const comparison = {
  /** Questions of the counties that both logs have; null where the department's could not be read just now. */
  compared: z.int().nullable(),
  differences: z.array(
    z.strictObject({
      request: z.uuid(),
      /** Null where we do not know the question. */
      county: county.nullable(),
      case: z.string().nullable(),
      code: z.string(),
    }),
  ),
};

/** A department's log against ours. */
export const departmentLog = z.strictObject({ logs: z.array(verifiedLog), ...comparison });
export type DepartmentLog = z.output<typeof departmentLog>;

/** How our log stands, what differs from the logs of the departments, and which questions have no answer. */
export const exchangeAudit = z.strictObject({
  logs: z.array(verifiedLog),
  departments: z.array(z.strictObject({ department: name, departmentLabel: label, ...comparison })),
  unanswered: z.strictObject({
    counts: z.array(z.strictObject({ department: name, state: requestState, count: z.int() })),
    /** The oldest of them. */
    requests: z.array(
      z.strictObject({
        id: z.uuid(),
        county,
        case: z.string(),
        department: name,
        departmentLabel: label,
        asked: instant,
        state: requestState,
        attempts: z.int(),
        refusal: z.string().nullable(),
      }),
    ),
  }),
});
export type ExchangeAudit = z.output<typeof exchangeAudit>;
