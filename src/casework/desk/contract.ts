// What staff send and see in cases.
import { z } from "zod";
import {
  against,
  answered,
  applicationDraft,
  county,
  deadline,
  happening,
  heard,
  idNumber,
  json,
  letter,
  missing,
  newCase,
  ownCase,
  personKey,
  proofs,
  service,
  shownPerson,
  stage,
  summary,
} from "../contract.ts";
import { preview as actPreview } from "../../register/contract.ts";
import { isoDate, member, paper, text, words } from "../domain/shapes.ts";

const seats = z
  .array(z.strictObject({ person: personKey, relation: z.int().min(1).max(99) }))
  .max(60);
/** What the clerk adds so that the register can follow. */
const arrangement = {
  /** The household that they join, where the form cannot name it. */
  household: personKey.nullable(),
  /** Relations that change for those who live there. */
  seats,
  /** Relations of those who stay where somebody leaves. */
  leftBehind: z.array(z.strictObject({ household: personKey, seats })).max(10),
};

const decision = {
  /** Places in the list of people; those not named are refused. */
  granted: z.array(member).max(30),
  /** The ground; null takes the first that holds. */
  clause: z.string().min(1).max(60).nullable(),
  /** The clerk's own reason, where the decision is not what is advised. */
  against: words.nullable(),
};

/** Whose word a clerk takes down; `self` for somebody without a number. */
const atWindow = z.strictObject({ signer: idNumber.or(z.literal("self")), paper });

/** Steps that people get a letter by, or that the register follows: what they lead to can be seen before. */
const weighty = [
  /** Facts or papers that are missing, by name; the words come from the rulebook. */
  z.strictObject({
    do: z.literal("return"),
    missing: z
      .array(
        z.strictObject({
          key: z.string().min(1).max(80),
          arisen: z.strictObject({ on: isoDate, why: words }).nullable(),
        }),
      )
      .min(1)
      .max(40),
  }),
  z.strictObject({ do: z.literal("decide"), ...decision }),
  z.strictObject({ do: z.literal("effect"), ...arrangement }),
  z.strictObject({
    do: z.literal("decide-review"),
    outcome: z.enum(["upheld", "reversed", "ordered"]),
    ...decision,
    why: words,
  }),
  /** One visit: accepts, checks, decides as advised, registers and hands over the letter; all of it or nothing. */
  z.strictObject({
    do: z.literal("complete"),
    seen: z.array(paper).max(20),
    clause: decision.clause,
    ...arrangement,
  }),
] as const;

export const weightyStep = z.discriminatedUnion("do", weighty);
export type WeightyStep = Readonly<z.infer<typeof weightyStep>>;

/** What staff do in a case; at a window also for somebody who signed a paper. */
export const deskStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("accept") }),
  z.strictObject({ do: z.literal("draft"), application: applicationDraft, onPaper: paper }),
  z.strictObject({ do: z.literal("submit"), onPaper: paper }),
  z.strictObject({
    do: z.literal("consent"),
    member,
    says: z.enum(["yes", "no"]),
    heard,
    window: atWindow,
  }),
  /** Takes the case (null), or hands it over to a colleague's account. */
  z.strictObject({ do: z.literal("assign"), to: z.uuid().nullable(), why: words.nullable() }),
  z.strictObject({ ...answered, onPaper: paper }),
  z.strictObject({
    do: z.literal("check"),
    seen: z.array(paper).max(20),
    note: words.nullable(),
  }),
  z.strictObject({ do: z.literal("extend"), days: z.int().min(1).max(60), why: words }),
  z.strictObject({ do: z.literal("approve") }),
  z.strictObject({ do: z.literal("send-back"), why: words }),
  z.strictObject({ do: z.literal("deliver"), how: z.enum(["portal", "window", "post"]) }),
  z.strictObject({ do: z.literal("withdraw"), onPaper: paper }),
  z.strictObject({ do: z.literal("ask-review"), against, why: words, heard, window: atWindow }),
  z.strictObject({ do: z.literal("close") }),
  ...weighty,
]);
export type DeskStep = Readonly<z.infer<typeof deskStep>>;

export const windowCase = newCase.extend({ onPaper: paper });

export const queueFilter = z.strictObject({
  stage: stage.exclude(["draft", "withdrawn"]).exactOptional(),
  /** `me`, `none`, or the account of a colleague. */
  handler: z.union([z.enum(["me", "none"]), z.uuid()]).exactOptional(),
  service: service.exactOptional(),
  overdue: z.enum(["yes"]).exactOptional(),
  /** Of which a review is asked for. */
  review: z.enum(["open"]).exactOptional(),
  reference: z
    .string()
    .regex(/^\d{8}-[2-9A-Z]{6}$/)
    .exactOptional(),
  /** `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
    .exactOptional(),
});

const queueRow = z.strictObject({
  ...summary,
  /** As staff see it; into If-Match as `"c<version>"`. */
  version: z.int(),
  people: z.int(),
  inReview: z.boolean(),
  handler: z.uuid().nullable(),
  due: isoDate.nullable(),
  overdue: z.boolean(),
  /** Working days left; negative once overdue. */
  left: z.int().nullable(),
});

/** A page of the queue, the most urgent first; nobody is named in it. */
export const queuePage = z.strictObject({
  cases: z.array(queueRow),
  /** `after` of the next page. */
  next: z.string().nullable(),
});

const counted = { count: z.int(), overdue: z.int() };
export const queueCounts = z.strictObject({
  stages: z.array(z.strictObject({ stage, ...counted })),
  /** At whatever stage. */
  reviews: z.strictObject(counted),
});

const worded = { label: text, value: text };

/** A record in words: who stated it and when; `department` is null where the person did. */
export const wordedRecord = z.strictObject({
  kind: z.string(),
  label: text,
  department: z.string().nullable(),
  by: text,
  stated: isoDate.nullable(),
  lines: z.array(z.strictObject(worded)),
});

/** What the person said; `differs` where a department's records say otherwise and count. */
export const statedFact = z.strictObject({ fact: z.string(), ...worded, differs: z.boolean() });

/** A case as staff see it; who said no to it is not in it. */
export const deskCase = z.strictObject({
  ...summary,
  version: z.int(),
  /** `own` where it is whoever looks. */
  handler: z.strictObject({ account: z.uuid(), name: z.string(), own: z.boolean() }).nullable(),
  application: z.strictObject({ dossier: json, form: json, stated: z.array(statedFact) }),
  people: z.array(
    shownPerson.extend({
      /** The register's key, where it knows them and in which county. */
      person: z.int().nullable(),
      personCounty: county.nullable(),
      willing: z.boolean(),
      /** Signs for themselves; for others their guardians do, who listen to them first where `hear` says so. */
      alone: z.boolean(),
      hear: z.boolean(),
    }),
  ),
  /** The engine's answer of today, with its reasons and what departments said. */
  advice: z
    .strictObject({
      outcome: z.enum(["granted", "refused", "unknown", "refer"]),
      law: z.enum(["only", "old", "new"]),
      told: text.nullable(),
      covered: z.array(
        z.strictObject({ member, state: z.enum(["covered", "not-covered", "unknown"]) }),
      ),
      /** Decision and tree of reasons, as POST /api/decisions gives them. */
      explanation: json,
      /** Records that it rests on, each with its source. */
      records: z.array(wordedRecord),
      missing: z.array(missing),
      /** Whatever else a notice can name: facts that a ground still needs, papers that prove one. */
      askable: z.array(missing),
      contradicted: z.array(z.strictObject({ fact: z.string(), label: text })),
      departments: proofs.shape.departments,
    })
    .nullable(),
  /** Whether deciding as advised needs a second person, and what one visit would still lack. */
  completable: z.boolean(),
  decisions: z.array(
    z.strictObject({
      on: isoDate,
      by: z.string(),
      approvedBy: z.string().nullable(),
      from: z.enum(["first", "review"]),
      granted: z.array(member),
      clause: z.string(),
      against: z.string().nullable(),
      waits: z.boolean(),
    }),
  ),
  reviews: z.array(
    z.strictObject({ on: isoDate, against, why: z.string(), outcome: z.string().nullable() }),
  ),
  checks: z.array(z.strictObject({ seen: z.array(paper), note: z.string().nullable() })),
  allowed: z.array(z.string()),
  deadlines: z.array(deadline),
  notice: ownCase.shape.notice,
  timeline: z.array(happening),
  letters: z.array(letter),
  /** The letter of a decision that waits for a second person. */
  proposed: letter.nullable(),
  documents: ownCase.shape.documents,
  registered: z.array(member),
  receipts: z.array(z.uuid()),
});
export type DeskCase = z.infer<typeof deskCase>;

/** What a step would lead to; nothing is done. */
export const stepPreview = z.strictObject({
  refusals: z.array(z.strictObject({ code: z.string(), clause: z.string().nullable(), text })),
  /** The letter that people would get by it. */
  letter: letter.nullable(),
  /** Waits for a second person. */
  second: z.boolean(),
  /** What the register would become by it. */
  act: actPreview.nullable(),
});

/** Who may take a case over. */
export const colleagues = z.array(
  z.strictObject({
    account: z.uuid(),
    name: z.string(),
    role: z.enum(["window-clerk", "approver"]),
  }),
);

/** How many questions went out; none where the answers of today are there or on their way. */
export const asked = z.strictObject({ questions: z.int() });
