// The register over HTTP: bodies, answers and codes, shared with the pages.
import { z } from "zod";
import { purposeCode, role } from "../platform/auth/contract.ts";
import { act } from "./domain/act.ts";
import {
  county,
  dwelling,
  householdId,
  householdKind,
  isoDate,
  line,
  particulars,
  personId,
  relation,
  words,
} from "./domain/shapes.ts";

export { act } from "./domain/act.ts";
export type { Act, ActName } from "./domain/act.ts";
export type { RemarkCode } from "./domain/remark.ts";
export { remarksEn } from "./domain/remark-texts-en.ts";
export { remarksZhCN, type SayRemark } from "./domain/remark-texts-zh-cn.ts";
export { headRelation, type HouseholdKind, type Particulars, type Seat } from "./domain/shapes.ts";

const instant = z.iso.datetime({ offset: true });

/** Finding people: by name in characters, pinyin or initials, by ID number, by address. In a body, so no name is ever in an address. */
export const search = z.strictObject({
  by: z.enum(["name", "id-number", "address"]),
  text: line(1, 120),
});

export const found = z.strictObject({
  people: z.array(
    z.strictObject({
      person: personId,
      /** Differs from the county asked only for an ID number: whoever it is may be registered elsewhere. */
      county,
      name: z.string(),
      nameHan: z.string().nullable(),
      sex: z.number(),
      birthDate: isoDate,
      /** Masked but for the last four. */
      idNumber: z.string().nullable(),
      household: householdId.nullable(),
      address: z.string().nullable(),
      registered: z.boolean(),
    }),
  ),
  /** Whether there are more than are shown. */
  more: z.boolean(),
});

export const member = z.strictObject({
  person: personId,
  relation,
  since: isoDate,
  /** Null, and sex 9, once the person was erased. */
  name: z.string().nullable(),
  nameHan: z.string().nullable(),
  sex: z.number(),
  birthDate: isoDate.nullable(),
  idNumber: z.string().nullable(),
  /** Parents who sit in the household too: relations to another head follow from them. */
  mother: personId.nullable(),
  father: personId.nullable(),
});

/** A household as it is, or as it was on a day. */
export const household = z.strictObject({
  county,
  household: householdId,
  kind: householdKind,
  name: z.string().nullable(),
  on: isoDate,
  founded: isoDate,
  ended: isoDate.nullable(),
  /** Goes up with every change; sent back as If-Match. */
  version: z.int(),
  dwelling: dwelling.nullable(),
  members: z.array(member),
  /** Days on which anything about it changed, oldest first: the marks of the time slider. */
  days: z.array(isoDate),
  withheld: z.array(
    z.strictObject({
      person: personId,
      step: z.string(),
      since: isoDate,
      ownBookletFrom: isoDate.nullable(),
    }),
  ),
});

/** One event as people read it: what, when, by whom, on what ground, and its place in the chain. */
export const entry = z.strictObject({
  county,
  seq: z.int(),
  event: z.uuid(),
  type: z.string(),
  on: isoDate,
  recorded: instant,
  by: z.string(),
  approvedBy: z.string().nullable(),
  clause: z.string().nullable(),
  papers: z.array(z.string()),
  /** Field by field for corrections; null where the payload was erased. */
  details: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
});

export const person = z.strictObject({
  county,
  person: personId,
  version: z.int(),
  particulars: particulars.extend({ name: z.string().nullable(), birthDate: isoDate.nullable() }),
  died: isoDate.nullable(),
  /** Every stretch of registration, in any county kept here. */
  registrations: z.array(z.strictObject({ county, from: isoDate, until: isoDate.nullable() })),
  /** Every place in a household of this county. */
  seats: z.array(
    z.strictObject({ household: householdId, relation, from: isoDate, until: isoDate.nullable() }),
  ),
  history: z.array(entry),
});

/** A reason why an act cannot be done, or a thing to be aware of; `code` is worded by the pages. */
export const remark = z.strictObject({
  code: z.string(),
  clause: z.string().nullable(),
  /** Path into the act, as arrivals.0.relation. */
  path: z.string().nullable(),
  /** What the wording needs: names, days, codes. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Versions that the clerk saw, `h123:4` for households and `p45:2` for people, joined by commas in If-Match. */
export const preview = z.strictObject({
  refusals: z.array(remark),
  warnings: z.array(remark),
  /** Whether a second person has to approve. */
  fourEyes: z.boolean(),
  /** Each household before and after. */
  households: z.array(
    z.strictObject({ before: household.nullable(), after: household.nullable() }),
  ),
  /** Each person whose own particulars change. */
  people: z.array(
    z.strictObject({
      person: personId.nullable(),
      before: particulars.partial(),
      after: particulars.partial(),
    }),
  ),
  /** To be sent as If-Match with the act. */
  ifMatch: z.string(),
});

export const receipt = z.strictObject({
  key: z.uuid(),
  recorded: instant,
  events: z.array(z.strictObject({ county, event: z.uuid(), seq: z.int(), hash: z.string() })),
  households: z.array(z.strictObject({ county, household: householdId })),
  people: z.array(z.strictObject({ county, person: personId })),
});

/** An act that waits for a second person, or that one has decided, as lists show it: of people a key and nothing else. */
export const listedProposal = z.strictObject({
  county,
  proposal: z.uuid(),
  kind: z.string(),
  clause: z.string(),
  /** Null where the act names nobody or several. */
  person: personId.nullable(),
  proposedBy: z.string(),
  proposed: instant,
  state: z.enum(["waiting", "approved", "rejected", "withdrawn"]),
  decidedBy: z.string().nullable(),
  decided: instant.nullable(),
  /** Did the person asking propose it? */
  own: z.boolean(),
  /** May the person asking decide it? Not their own (four eyes). */
  decidable: z.boolean(),
});

/** The same with what it says of people: a look at them. */
export const proposal = listedProposal.extend({ act, reason: z.string().nullable() });

export const verdict = z.strictObject({
  verdict: z.enum(["approve", "reject"]),
  reason: words,
});

/** One look at a person's data, as the person sees it. */
export const lookUp = z.strictObject({
  id: z.uuid(),
  at: instant,
  county,
  by: z.string(),
  role: z.string(),
  purpose: z.string(),
  reference: z.string().nullable(),
  kind: z.enum(["search", "person", "household", "booklet", "act", "case"]),
  fields: z.array(z.string()),
});

/** Which looks an auditor asks for; `before` is the last one of the page before. */
export const lookUpFilter = z.strictObject({
  county: z.coerce.number().pipe(county).exactOptional(),
  purpose: purposeCode.exactOptional(),
  role: role.exactOptional(),
  from: isoDate.exactOptional(),
  until: isoDate.exactOptional(),
  before: z.uuid().exactOptional(),
});

/** One look as auditors see it: at whom by internal key only. */
export const auditedLookUp = lookUp.extend({ people: z.array(personId) });

export const lookUpPage = z.strictObject({
  lookUps: z.array(auditedLookUp),
  /** Whether there are older ones. */
  more: z.boolean(),
  /** Of all that match, not of this page only. */
  counts: z.array(z.strictObject({ purpose: z.string(), count: z.int() })),
});

export const booklet = z.strictObject({
  household,
  /** Set on a one-person booklet. */
  only: personId.nullable(),
  issued: isoDate.nullable(),
  /** The signed head of the county's chain at the time of printing. */
  proof: z.strictObject({
    county,
    seq: z.int(),
    hash: z.string(),
    signed: instant,
    key: z.string(),
    signature: z.string(),
  }),
  cards: z.array(
    z.strictObject({
      member,
      particulars: particulars.extend({
        name: z.string().nullable(),
        birthDate: isoDate.nullable(),
      }),
      arrivals: z.array(entry),
    }),
  ),
});

/** How one county's chain stands. */
export const chainStatus = z.strictObject({
  county,
  events: z.int(),
  head: z.string(),
  checkpoint: z.strictObject({ seq: z.int(), signed: instant, key: z.string() }).nullable(),
  /** Events after the newest checkpoint: not yet protected by a signature. */
  tail: z.int(),
  verified: z.strictObject({ at: instant, faults: z.int() }).nullable(),
});

/** One fault that verification found; `seq` names the event where there is one. */
export const fault = z.strictObject({
  county,
  code: z.string(),
  seq: z.int().nullable(),
  event: z.uuid().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const verification = z.strictObject({
  id: z.uuid(),
  state: z.enum(["running", "done", "failed"]),
  done: z.int(),
  total: z.int(),
  chains: z.array(chainStatus),
  faults: z.array(fault),
});

export { county, householdId, isoDate, particulars, personId, relation };
