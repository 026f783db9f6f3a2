// What a service declares about its cases: who does what, how long it may take, where two have to decide. All of it data.
import { z } from "zod";
import type { Step } from "./action.ts";
import type { Application } from "./application.ts";
import { isAgainst } from "./advice.ts";
import { refusedBy } from "./case.ts";
import { staffRoles, text } from "./shapes.ts";
import type { Calendar } from "./working-days.ts";

const limitNames = [
  "accept",
  "answer",
  "decide",
  "extend",
  "consent",
  "effect",
  "deliver",
  "ask-review",
  "decide-review",
  "court",
  "keep",
] as const;
export type LimitName = (typeof limitNames)[number];

const limit = z.strictObject({
  limit: z.enum(limitNames),
  length: z.int().min(1).max(400),
  count: z.enum(["working-days", "days", "months"]),
  /** A law, a promise made to residents beside it, or a figure of ours that no text gives. */
  kind: z.enum(["statutory", "promised", "parameter"]),
  /** Where it stands; for a parameter, what is assumed. */
  clause: z.string().min(1).max(160),
  label: text,
});
export type Limit = Readonly<z.infer<typeof limit>>;

/** Where a second person has to look before a decision counts. */
const secondPerson = z.enum(["always", "against-advice", "refusal", "never-registered"]);

const staffSteps = [
  "assign",
  "accept",
  "return",
  "check",
  "extend",
  "decide",
  "approve",
  "send-back",
  "effect",
  "deliver",
  "decide-review",
  "close",
] as const;

export const declaration = z.strictObject({
  service: z.string().min(1),
  title: text,
  plain: text,
  /** Service of the rulebooks that advises. */
  rules: z.string().min(1),
  /** Facts of the vocabulary that the form starts from; the rest is what the rules ask. */
  facts: z.array(z.string().min(1)).readonly(),
  /** Act of the register that a grant leads to. */
  effect: z.string().min(1),
  documents: z.array(z.enum(["notice", "grant", "refusal", "review"])).readonly(),
  roles: z.record(z.enum(staffSteps), z.array(z.enum(staffRoles)).min(1)),
  "second-person": z.array(secondPerson).readonly(),
  limits: z
    .array(limit)
    .readonly()
    .refine((limits) => limitNames.every((name) => limits.some(({ limit }) => limit === name)), {
      error: "every limit has to be declared",
    }),
});
export type Declaration = Readonly<z.infer<typeof declaration>>;

/** All that a case is judged by besides its own actions. */
export type Terms = { readonly declaration: Declaration; readonly calendar: Calendar };

/** The limit that binds: a promise is made beside it and does not replace it. */
export function getLimit({ declaration }: Terms, name: LimitName): Limit {
  const named = declaration.limits.filter(({ limit }) => limit === name);
  const found = named.find(({ kind }) => kind !== "promised") ?? named[0];
  if (found === undefined) throw new Error(`no limit ${name} is declared`);
  return found;
}

type Decide = Extract<Step, { do: "decide" }>;

/** Whether a decision waits for a second person. */
export function needsSecond(
  { "second-person": where }: Declaration,
  application: Application,
  step: Pick<Decide, "granted" | "advice">,
): boolean {
  const cases = {
    always: true,
    "against-advice": isAgainst(step, application),
    refusal: refusedBy(step, application).length > 0,
    "never-registered": step.granted.some((member) => application.people[member]?.citizen === null),
  };
  return where.some((each) => cases[each]);
}
