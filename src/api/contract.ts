import { z } from "zod";
import type { Reason } from "../policy/index.ts";

/** What the API answers, field by field; held to the engine's own types in contract.test.ts. */

const text = z
  .object({ "zh-CN": z.string(), en: z.string() })
  .meta({ id: "Text", description: "One text in every language" });

const day = z.iso.date();

const outcome = z.enum(["granted", "refused", "unknown", "refer"]).meta({
  id: "Outcome",
  description:
    "granted: the conditions are met; refused: they are not; unknown: an open fact could still grant it; refer: a person decides",
});

const missingState = z.enum(["unknown", "unsure", "unmet"]).meta({
  id: "MissingState",
  description: "never stated; asked but not known to the person; known and not enough",
});

const authority = z
  .object({ id: z.string(), label: text })
  .meta({ id: "Authority", description: "Who decides where the rules do not" });

const paperNeeded = z
  .object({
    paper: z.string(),
    label: text,
    from: text.exactOptional().describe("The department that issues it"),
    proves: z.array(z.string()).describe("Facts it proves"),
  })
  .meta({ id: "PaperNeeded" });

const groundOutcome = z
  .object({
    rule: z.string(),
    instrument: z.string(),
    clause: z.string().describe("The clause the rule rests on, e.g. R5"),
    title: text,
    outcome,
    from: day.nullable().describe("First day on which this outcome holds; null while not computed"),
    until: day.nullable().describe("First day on which it no longer holds; null without end"),
    missing: z
      .array(z.object({ fact: z.string(), state: missingState }))
      .describe("Facts that stand between the person and this ground"),
    authority: authority.nullable(),
  })
  .meta({ id: "GroundOutcome" });

const covered = z
  .object({
    relation: z.string(),
    label: text,
    by: z.array(z.string()).describe("Rules under which"),
    condition: z.string().nullable().describe("The condition on the family member, as a formula"),
    members: z.array(
      z.object({
        index: z.int().min(0).describe("Index into records.family of the dossier"),
        name: z.string().exactOptional(),
        state: z.enum(["covered", "not-covered", "unknown"]),
      }),
    ),
  })
  .meta({ id: "Covered" });

const missing = z
  .object({
    fact: z.string(),
    state: missingState,
    label: text,
    question: text.exactOptional(),
    why: text.exactOptional().describe("Why it is asked"),
    provedBy: z.array(paperNeeded).describe("Any one of which proves it"),
  })
  .meta({ id: "Missing" });

const textInForce = z
  .object({
    instrument: z.string(),
    title: text,
    issued: day.nullable(),
    from: day,
    until: day.nullable(),
    status: text,
    held: z
      .boolean()
      .describe("False for a named text that is not held here: asking past it refers"),
  })
  .meta({ id: "TextInForce" });

export const decision = z
  .object({
    service: z.string(),
    outcome,
    grounds: z.array(groundOutcome),
    covers: z.array(covered).describe("Family members who are covered with the person"),
    missing: z
      .array(missing)
      .describe(
        "Open facts while the outcome is unknown; unmet ones when it is refused; else empty",
      ),
    next: z
      .string()
      .nullable()
      .describe("The fact to ask next, while one could still change the outcome"),
    papers: z.array(paperNeeded).describe("What to bring for the grounds that hold"),
    authority: authority.nullable(),
    asOf: z
      .object({ on: day, knownAt: day, texts: z.array(textInForce) })
      .describe("The day asked about, the day as of which the rules were known, and the texts"),
  })
  .meta({ id: "Decision", description: "Advice with its grounds; only a named person decides" });

const truth = z.enum(["true", "false", "unknown"]);

const factSeen = z
  .object({
    fact: z.string(),
    label: text,
    value: text.nullable().describe("In words; null while unknown"),
    unsure: z.boolean(),
    sources: z.array(z.object({ by: text, stated: day.nullable(), record: z.string().nullable() })),
  })
  .meta({ id: "FactSeen" });

const reason: z.ZodType<Reason> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.object({ kind: z.enum(["all", "any", "not"]), truth, of: z.array(reason) }),
      z.object({
        kind: z.literal("named"),
        truth,
        fact: z.string(),
        label: text,
        of: z.array(reason),
      }),
      z.object({ kind: z.literal("condition"), truth, text, facts: z.array(factSeen) }),
    ]),
  )
  .meta({ id: "Reason", description: "A node of the reasons, pruned to what mattered" });

export const explanation = z
  .object({
    decision,
    because: z
      .array(factSeen)
      .describe("Facts that by themselves force the outcome; none can be left out"),
    grounds: z.array(
      z.object({
        rule: z.string(),
        clause: z.string(),
        instrument: z.string(),
        title: text,
        plain: text,
        outcome,
        tree: reason,
      }),
    ),
  })
  .meta({ id: "Explanation" });

const factNamed = z.object({ fact: z.string(), label: text });

const edge = z
  .object({
    day,
    before: outcome,
    after: outcome,
    causes: z.array(
      z.object({
        rule: z.string(),
        clause: z.string(),
        title: text,
        change: z
          .enum(["begins", "ends", "opens", "settles"])
          .describe("The ground starts to hold, stops, or becomes or stops being open"),
        facts: z
          .array(factNamed)
          .describe(
            "Facts that turn on that day; none when a text comes into or goes out of force",
          ),
      }),
    ),
    assumptions: z.array(factNamed.extend({ text })).describe("What is taken to go on until then"),
  })
  .meta({ id: "Edge", description: "A day on which the answer changes, and why" });

export const times = z
  .object({
    service: z.string(),
    on: day,
    segments: z
      .array(z.object({ from: day, until: day, outcome }))
      .describe("Without gaps; `until` is the first day that no longer belongs"),
    edges: z.array(edge).describe("Between each segment and the next"),
    asOf: decision.shape.asOf,
  })
  .meta({ id: "Times", description: "The answer over time" });

export const interview = z
  .object({
    outcome,
    next: z
      .object({ fact: z.string(), label: text, question: text, why: text.nullable() })
      .nullable()
      .describe("Null when no question can settle more"),
    open: z.array(z.string()).describe("Facts that can still change the answer"),
    expected: z.number().min(0).describe("Questions likely left, on average"),
    exact: z
      .boolean()
      .describe("False where facts are compared with one another, or the rules are too many"),
  })
  .meta({ id: "Interview", description: "The next question" });

export const whatIf = z
  .object({
    outcome,
    sets: z
      .array(
        z.array(
          factNamed.extend({
            to: text.describe("What would have to be so"),
            wasOpen: z
              .boolean()
              .describe("Not known yet: saying so, and proving it, may be enough"),
            papers: z.array(paperNeeded),
          }),
        ),
      )
      .describe("Each set is enough for a grant; none when it is granted already"),
    byWaiting: edge
      .nullable()
      .describe("The first later day on which it is granted by itself, within three years"),
    exact: z.boolean(),
  })
  .meta({ id: "WhatIf", description: "What would change the answer" });

export const textsInForce = z
  .object({
    instruments: z.array(textInForce.extend({ level: z.string() })),
    rules: z.array(
      z.object({
        rule: z.string(),
        instrument: z.string(),
        service: z.string(),
        clause: z.string(),
        title: text,
        plain: text.describe("The rule in plain words"),
        gives: z.enum(["grant", "refer"]),
        from: day,
        until: day.nullable(),
        readings: z.array(
          z.object({ about: text, taken: text, alternatives: z.array(text), why: text }),
        ),
      }),
    ),
  })
  .meta({ id: "Texts", description: "The texts this pack holds and what they say in plain words" });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe("The kind of problem, stable"),
    problems: z
      .array(
        z.object({
          code: z.string().describe("What is wrong, stable"),
          path: z.string().describe("Where, e.g. records.residences[1].from"),
          message: z.string().describe("What to do, in the language of Accept-Language"),
          suggestion: z.string().exactOptional(),
          line: z.int().exactOptional(),
          column: z.int().exactOptional(),
        }),
      )
      .exactOptional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

export const question = z.strictObject({
  service: z
    .string()
    .max(100)
    .optional()
    .describe("The service asked for; else the dossier names it"),
  law: z
    .string()
    .max(100)
    .optional()
    .describe("By one text alone, e.g. R; `all` (default) for every text in force"),
  knownAt: day.optional().describe("By the rules known on that day: replays an earlier answer"),
});

export const health = z.object({ status: z.enum(["live", "ready"]) }).meta({ id: "Health" });

export type TextsInForce = z.output<typeof textsInForce>;
