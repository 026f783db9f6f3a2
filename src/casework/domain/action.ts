// What can be done in a case. A case is the list of these, and nothing else changes it.
import { z } from "zod";
import { application } from "./application.ts";
import { actor, isoDate, member, paper, text, words } from "./shapes.ts";

/** A resident acts for themselves (null), or at a window on a paper they signed. */
const onPaper = paper.nullable();

/** At a window, where several people of a case may come: whose word it is, and the paper they signed alone. */
const window = z.strictObject({ signer: z.string().min(1).max(64), paper }).nullable();

/** Something missing, by fact or paper of the rulebook. */
const missingItem = z.strictObject({
  key: z.string().min(1).max(80),
  label: text,
  /** Why it is needed. */
  clause: z.string().min(1).max(60),
  /** Why the department that holds it could not be asked (row E3); null where none holds it. */
  notFetched: text.nullable(),
  /** Came to be missing after an earlier notice, and why. */
  arisen: z.strictObject({ on: isoDate, why: text }).nullable(),
});
export type MissingItem = Readonly<z.infer<typeof missingItem>>;

/** The engine's answer as it stood when a person decided. */
const advice = z.strictObject({
  outcome: z.enum(["granted", "refused", "unknown", "refer"]),
  grounds: z
    .array(z.strictObject({ rule: z.string(), clause: z.string(), outcome: z.string() }))
    .readonly(),
  /** By place in the application's list of people; the applicant's own follows from `outcome`. */
  covered: z
    .array(z.strictObject({ member, state: z.enum(["covered", "not-covered", "unknown"]) }))
    .readonly(),
  /** Day of the facts, and which law was applied to them. */
  on: isoDate,
  law: z.enum(["only", "old", "new"]),
  told: text.nullable(),
});
export type Advice = Readonly<z.infer<typeof advice>>;

/** A reason given to a resident: plain words in both languages, with the clause. */
const reason = z.strictObject({ text, clause: z.string().min(1).max(60) });
export type GivenReason = Readonly<z.infer<typeof reason>>;

/** Where to go against a decision. The last day follows from the day of delivery. */
const remedy = z.strictObject({
  kind: z.enum(["review", "court"]),
  before: text,
  clause: z.string().min(1).max(120),
});
export type Remedy = Readonly<z.infer<typeof remedy>>;

const decided = {
  /** Who is to be registered; nobody where it is refused. Family goes with the applicant. */
  granted: z.array(member).max(30).readonly(),
  clause: z.string().min(1).max(60),
  reasons: z.array(reason).max(60).readonly(),
  remedies: z.array(remedy).max(4).readonly(),
};

const step = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("draft"), application, onPaper }),
  /** The applicant's signature under the application, and their own consent. */
  z.strictObject({ do: z.literal("submit"), onPaper }),
  z.strictObject({
    do: z.literal("consent"),
    member,
    /** `no` also takes back an earlier yes. */
    says: z.enum(["yes", "no"]),
    /** A child or ward was listened to, and what they want. */
    heard: z.enum(["agrees", "disagrees"]).nullable(),
    window,
  }),
  /** Takes the case, or hands it over: somebody answers for it by name. */
  z.strictObject({ do: z.literal("assign"), to: z.string().min(1), why: words.nullable() }),
  z.strictObject({ do: z.literal("accept") }),
  z.strictObject({ do: z.literal("return"), missing: z.array(missingItem).max(40).readonly() }),
  /** The notice answered: the application as it is now. */
  z.strictObject({ do: z.literal("answer"), application, onPaper }),
  z.strictObject({
    do: z.literal("check"),
    seen: z.array(paper).max(20).readonly(),
    note: words.nullable(),
  }),
  z.strictObject({ do: z.literal("extend"), days: z.int().min(1), why: words }),
  z.strictObject({
    do: z.literal("decide"),
    ...decided,
    advice,
    /** Why it goes against the advice; null where it does not. */
    against: words.nullable(),
    /** Waits for a second person. */
    second: z.boolean(),
  }),
  z.strictObject({ do: z.literal("approve") }),
  z.strictObject({ do: z.literal("send-back"), why: words }),
  z.strictObject({
    do: z.literal("effect"),
    /** Who was registered by it, or moved back where it corrects. */
    members: z.array(member).min(1).max(30).readonly(),
    /** Key of the register's receipt. */
    receipt: z.uuid(),
    /** Place of the effect that it undoes. */
    corrects: z.int().min(0).nullable(),
  }),
  z.strictObject({ do: z.literal("deliver"), how: z.enum(["portal", "window", "post"]) }),
  z.strictObject({ do: z.literal("withdraw"), onPaper }),
  z.strictObject({
    do: z.literal("ask-review"),
    against: z.enum(["decision", "silence"]),
    why: words,
    /** A child or ward whom it concerns was listened to. */
    heard: z.enum(["agrees", "disagrees"]).nullable(),
    window,
  }),
  z.strictObject({
    do: z.literal("decide-review"),
    /** `ordered` answers silence: decide now. */
    outcome: z.enum(["upheld", "reversed", "ordered"]),
    ...decided,
    advice: advice.nullable(),
    against: words.nullable(),
  }),
  z.strictObject({ do: z.literal("rate"), grade: z.int().min(1).max(5), why: words.nullable() }),
  z.strictObject({ do: z.literal("close") }),
]);
export type Step = Readonly<z.infer<typeof step>>;
export type StepName = Step["do"];
export const stepNames: readonly StepName[] = step.options.map((option) => option.shape.do.value);

/** One thing done: by whom, on which day. The store adds its id and its instant. */
export const action = z.strictObject({ on: isoDate, by: actor, step });
export type Action = Readonly<z.infer<typeof action>>;
