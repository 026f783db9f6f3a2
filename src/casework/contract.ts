// Casework for services and pages: what a case is, what a service declares, what is sent and shown over HTTP.
import { z } from "zod";
import { document } from "./documents/contract.ts";
import { county, isoDate, member, text, words } from "./domain/shapes.ts";

export type { Application, Participant } from "./domain/application.ts";
export { type Declaration, declaration } from "./domain/declaration.ts";
export type { Grant, Mover, Undoing } from "./domain/grant.ts";

const instant = z.iso.datetime({ offset: true });
export const personKey = z.int().positive();
export const idNumber = z.string().regex(/^\d{17}[\dX]$/);
const personName = z.string().trim().min(1).max(100);
export const json = z.record(z.string().max(80), z.unknown());

export const stage = z.enum([
  "draft",
  "submitted",
  "returned",
  "accepted",
  "checked",
  "proposed",
  "granted",
  "refused",
  "effected",
  "withdrawn",
]);

// ---- what is sent

/** Someone of one's own household by the register's key; anyone else by number and name. */
const somebody = z.union([
  z.strictObject({ person: personKey }),
  z.strictObject({ citizen: idNumber, name: personName }),
]);
export type Somebody = Readonly<z.infer<typeof somebody>>;

const who = z.union([
  z.strictObject({ person: personKey }),
  z.strictObject({ citizen: idNumber.nullable(), name: personName, birthDate: isoDate }),
]);

/** An application as a page sends it: the dossier of the question page, the people, and the service's own form. */
export const applicationDraft = z
  .strictObject({
    county,
    dossier: json,
    form: json,
    people: z
      .array(
        z.strictObject({
          who,
          tie: z.enum(["self", "spouse", "child", "parent", "other-relative"]),
          family: z.int().min(0).nullable(),
          ward: z.boolean(),
          guardians: z.array(somebody).max(4),
        }),
      )
      .min(1)
      .max(30),
  })
  .meta({
    examples: [
      {
        county: 990_101,
        dossier: { on: "2026-11-22", place: { county: "990101", kind: "county-city" } },
        form: {
          homes: [{ kind: "own-home", address: "和平路1号", community: "和平社区" }],
          chosen: 0,
          relations: [],
          declared: [],
        },
        people: [{ who: { person: 4711 }, tie: "self", family: null, ward: false, guardians: [] }],
      },
    ],
  });
export type ApplicationDraft = Readonly<z.infer<typeof applicationDraft>>;

export const service = z.string().regex(/^[a-z][a-z-]{0,59}$/);

export const newCase = z.strictObject({
  service: service.meta({ examples: ["settlement"] }),
  application: applicationDraft,
});

/** A notice answered: who applies, and where, stays as it was. */
export const answered = { do: z.literal("answer"), dossier: json, form: json };

export const heard = z.enum(["agrees", "disagrees"]).nullable();
export const against = z.enum(["decision", "silence"]);

/** What residents do in a case. */
export const ownStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("submit") }),
  z.strictObject({ do: z.literal("draft"), application: applicationDraft }),
  z.strictObject({ do: z.literal("consent"), member, says: z.enum(["yes", "no"]), heard }),
  z.strictObject(answered),
  z.strictObject({ do: z.literal("withdraw") }),
  z.strictObject({ do: z.literal("ask-review"), against, why: words, heard }),
  z.strictObject({
    do: z.literal("rate"),
    grade: z.int().min(1).max(5),
    why: words.nullable(),
  }),
]);
export type OwnStep = Readonly<z.infer<typeof ownStep>>;

// ---- what is shown

/** What a step led to; `version` goes into If-Match as `"c<version>"`. */
export const stepReceipt = z.strictObject({
  county,
  case: z.uuid(),
  version: z.int(),
  stage,
});

export const deadline = z.strictObject({
  limit: z.string(),
  label: text,
  kind: z.enum(["statutory", "promised", "parameter"]),
  clause: z.string(),
  from: isoDate,
  due: isoDate.nullable(),
  overdue: z.boolean(),
  left: z.int().nullable(),
});

const sentence = z.strictObject({ text, clause: z.string().nullable() });

/** A letter as data: pages and paper set it. */
export const letter = z.strictObject({
  kind: z.enum(["notice", "grant", "refusal", "review"]),
  title: text,
  on: isoDate,
  to: z.array(z.string()),
  parts: z.array(z.strictObject({ heading: text, sentences: z.array(sentence) })),
  remedies: z.array(
    z.strictObject({
      kind: z.enum(["review", "court"]),
      before: text,
      clause: z.string(),
      until: isoDate.nullable(),
      text,
    }),
  ),
  signed: z.strictObject({ by: z.string(), office: text }),
});

/** One line of the time line. */
export const happening = z.strictObject({
  on: isoDate,
  do: z.string(),
  by: z.enum(["you", "another", "office", "clock"]),
  /** Of staff; nobody else is named here. */
  name: z.string().nullable(),
});

export const missing = z.strictObject({
  key: z.string(),
  label: text,
  clause: z.string(),
  notFetched: text.nullable(),
});

export const summary = {
  county,
  case: z.uuid(),
  reference: z.string(),
  service,
  title: text,
  stage,
  opened: instant,
  submitted: isoDate.nullable(),
};

export const ownCases = z.array(
  z.strictObject({
    ...summary,
    /** As what it is one's own: one applied, is to be registered, or signs for a child or ward. */
    role: z.enum(["applicant", "member", "guardian"]),
    /** Members for whom one's word is still missing. */
    toSign: z.array(member),
    /** A notice of what is missing waits for one's answer. */
    toAnswer: z.boolean(),
  }),
);

export const shownPerson = z.strictObject({
  member,
  name: z.string(),
  birthDate: isoDate,
  /** Masked but for one's own; null for someone who was never registered. */
  citizen: z.string().nullable(),
  tie: z.string(),
  ward: z.boolean(),
  guardians: z.array(z.string()),
});

/** Records as departments stated them, each with its source and day, and the departments that were asked. */
export const proofs = z.strictObject({
  records: json,
  departments: z.array(
    z.strictObject({
      department: z.string(),
      label: text,
      /** Why nothing came, while nothing did. */
      state: z.enum(["waiting", "refused", "unreachable", "called-off"]),
      kinds: z.array(z.strictObject({ kind: z.string(), label: text })),
    }),
  ),
});

/** Where people are to be registered, as the service's form says it. */
const destination = z.strictObject({
  /** A kind of home of the service. */
  kind: z.string(),
  address: z.string().nullable(),
  /** Residents' or villagers' committee. */
  community: z.string().nullable(),
  /** Of the collective household, or of the head who takes them in. */
  name: z.string().nullable(),
});
export type Destination = Readonly<z.infer<typeof destination>>;

export const ownCase = z.strictObject({
  ...summary,
  version: z.int(),
  /** What everyone agrees to, so everyone of the case sees it. */
  destination: destination.nullable(),
  /** As it can be sent again, to go on with it; the applicant's alone, or who signs for them, and null for others. */
  application: applicationDraft.nullable(),
  /** What departments stated about the applicant, and who has not answered; theirs alone. */
  proofs: proofs.nullable(),
  people: z.array(shownPerson),
  /** Whom one signs for, and what one said last. */
  words: z.array(
    z.strictObject({
      member,
      says: z.enum(["yes", "no"]).nullable(),
      /** Oneself; else a child or ward. */
      self: z.boolean(),
      /** Has to be listened to first. */
      hear: z.boolean(),
    }),
  ),
  allowed: z.array(z.string()),
  deadlines: z.array(deadline),
  notice: z
    .strictObject({ on: isoDate, missing: z.array(missing), answered: isoDate.nullable() })
    .nullable(),
  timeline: z.array(happening),
  letters: z.array(letter),
  /** Last day for asking for review of what was decided and told. */
  reviewUntil: isoDate.nullable(),
  /** Papers handed in; the applicant's alone. */
  documents: z.array(document),
  /** Whether more can be handed in now. */
  takesPapers: z.boolean(),
  /** Members who were registered by it. */
  registered: z.array(member),
  rated: z.boolean(),
});
export type OwnCase = z.infer<typeof ownCase>;

export { county };
