import { z } from "zod";
import { parseDay } from "../calendar/day.ts";

/** The shapes of rulebook files (docs/rule-language.md); what formulas mean is checked afterwards. */

const name = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
const dotted = z.string().regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/);
const text = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });
const day = z
  .string()
  .refine((value) => parseDay(value) !== undefined, { params: { code: "bad-date" } });
const period = z.strictObject({ from: day, until: day.optional() });
const formula = z.union([z.string().min(1), z.boolean(), z.number()]).transform(String);

const simpleType = z.enum(["boolean", "date", "number", "division", "prefecture"]);
const factType = z.union([simpleType, z.array(name).min(1).max(30)]);
const fieldType = z.union([simpleType, z.enum(["month", "text"]), z.array(name).min(1).max(30)]);
const enumLabels = z.record(name, text).optional();
const bounds = {
  unit: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
};

const field = z.strictObject({
  type: fieldType,
  required: z.boolean().default(false),
  label: text,
  values: enumLabels,
  ...bounds,
});
const table = z.strictObject({
  hit: z.enum(["unique", "first"]).default("unique"),
  rows: z.array(z.strictObject({ when: formula, then: formula })).min(1),
});
const fact = z.strictObject({
  fact: dotted,
  type: factType,
  values: enumLabels,
  ...bounds,
  topic: name,
  label: text,
  question: text.optional(),
  why: text.optional(),
  derive: formula.optional(),
  formula: formula.optional(),
  table: table.optional(),
  moves: z.enum(["constant", "since", "counter"]).default("constant"),
  "goes-on": text.optional(),
  "proved-by": z.array(name).default([]),
  personal: z.boolean().default(false),
});

export const vocabularyFile = z.strictObject({
  topics: z.array(z.strictObject({ topic: name, label: text })).default([]),
  departments: z.array(z.strictObject({ department: name, label: text })).default([]),
  papers: z.array(z.strictObject({ paper: name, label: text, from: name.optional() })).default([]),
  records: z
    .array(
      z.strictObject({
        record: name,
        label: text,
        spell: z.boolean().default(false),
        distinct: name.optional(),
        "held-by": name.optional(),
        fields: z.record(name, field),
      }),
    )
    .default([]),
  facts: z.array(fact).default([]),
});

const codePrefix = z.string().regex(/^\d{2,6}$/);
export const instrumentsFile = z.strictObject({
  authorities: z.array(z.strictObject({ authority: name, label: text })).default([]),
  instruments: z.array(
    z.strictObject({
      instrument: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
      level: name,
      title: text,
      issued: day.optional(),
      "in-force": period,
      status: text,
      held: z.boolean().default(true),
      "open-cases": z
        .strictObject({ applies: z.enum(["old", "new", "better"]), clause: z.string().min(1) })
        .optional(),
    }),
  ),
  chains: z
    .array(z.strictObject({ places: z.array(codePrefix), instruments: z.array(z.string()).min(1) }))
    .default([]),
});

export const placesFile = z.strictObject({
  places: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{6}$/),
      "zh-CN": z.string().min(1),
      en: z.string().min(1),
      type: z.enum([
        "prefecture",
        "prefecture-city",
        "district",
        "county",
        "county-city",
        "corps-city",
      ]),
    }),
  ),
});

export const prohibitionsFile = z.strictObject({
  prohibitions: z
    .array(
      z.strictObject({
        prohibition: name,
        clause: z.string().min(1),
        for: z.union([z.literal("all"), z.array(name).min(1)]),
        uses: z.array(z.string().regex(/^[a-z][a-z0-9.-]*(?:\.\*)?$/)).min(1),
        plain: text,
      }),
    )
    .default([]),
  never: z
    .array(z.strictObject({ name, words: z.array(z.string().min(1)).min(1), why: text }))
    .default([]),
});

const reading = z.strictObject({
  about: text,
  taken: text,
  alternatives: z.array(text).default([]),
  why: text,
});
const cover = z.union([name, z.strictObject({ relation: name, if: formula.optional() })]);
const parameter = z.strictObject({
  parameter: dotted,
  type: z.string(),
  unit: z.string().optional(),
  value: z.union([z.boolean(), z.number(), z.string(), z.array(z.union([z.string(), z.number()]))]),
  clause: z.string().min(1),
  "in-force": period,
  reading: text.optional(),
});
const rule = z.strictObject({
  rule: name,
  clause: z.string().min(1),
  title: text,
  plain: text,
  "in-force": period,
  recorded: day.optional(),
  gives: z.enum(["grant", "refer"]).default("grant"),
  binds: z.boolean().default(false),
  where: formula.default("true"),
  when: formula.default("true"),
  covers: z.array(cover).default([]),
  papers: z.array(name).default([]),
  "exception-to": z.array(name).default([]),
  authority: z.union([name, z.record(z.string().regex(/^\d{4}$/), name)]).optional(),
  reading: z.array(reading).default([]),
});
export const rulesFile = z.strictObject({
  instrument: z.string(),
  service: name,
  parameters: z.array(parameter).default([]),
  rules: z.array(rule).default([]),
});

export type VocabularyFile = z.output<typeof vocabularyFile>;
export type RulesFile = z.output<typeof rulesFile>;
export type RuleShape = z.output<typeof rule>;
export type ParameterShape = z.output<typeof parameter>;
export type InstrumentsFile = z.output<typeof instrumentsFile>;
export type ProhibitionsFile = z.output<typeof prohibitionsFile>;
export type PlacesFile = z.output<typeof placesFile>;
