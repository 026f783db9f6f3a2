import type { Pack } from "../rulebook/pack.ts";
import type { Text } from "../text.ts";
import {
  canBeNone,
  type Fact,
  type FieldType,
  type RecordField,
  type RecordKind,
} from "../vocabulary/vocabulary.ts";
import { textLimit } from "./limits.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const dayPattern = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
const monthPattern = "^\\d{4}-(0[1-9]|1[0-2])$";

const both = (text: Text): string => `${text["zh-CN"]} / ${text.en}`;
const say = (zh: string, en: string): string => both({ "zh-CN": zh, en });

const day = (title: string): JsonSchema => ({
  title,
  type: "string",
  format: "date",
  pattern: dayPattern,
  examples: ["2026-05-01"],
});

const line = (title: string, example: string): JsonSchema => ({
  title,
  type: "string",
  maxLength: textLimit,
  examples: [example],
});

/**
 * JSON Schema (2020-12) of a dossier for this pack, documented field by field in both languages.
 * Generated from the vocabulary, so it grows with the pack. What a schema cannot say
 * (check digits, days that exist, overlaps) `parseDossier` adds.
 */
export function dossierSchema(pack: Pack): JsonSchema {
  const { vocabulary } = pack;
  const stateable = vocabulary.facts.filter(isStateable);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: say("落户材料", "Dossier"),
    description: say(
      "一个人的记录与事实，以及所问的地点和日期。没有写的就是未知，未知不会导致不批准。",
      "A person's records and facts, and the place and day asked about. What is not written is unknown, and an unknown never refuses.",
    ),
    type: "object",
    additionalProperties: false,
    required: ["on", "place"],
    properties: {
      service: serviceSchema(pack),
      on: { ...day(say("所问的日期", "The day asked about")) },
      place: placeSchema(vocabulary.facts),
      person: personSchema(),
      complete: {
        title: say("已全部列出的记录种类", "Record kinds of which every record is here"),
        description: say(
          "只有这里列出的种类，没有记录才表示“没有”。",
          "Only for these kinds does having no record mean that there is none.",
        ),
        type: "array",
        items: {
          oneOf: vocabulary.records.map(({ name, label }) => ({ const: name, title: both(label) })),
        },
      },
      unsure: {
        title: say("本人不清楚的事实", "Facts that were asked and that the person does not know"),
        type: "array",
        items: {
          oneOf: vocabulary.facts
            .filter((fact) => isStateable(fact) || fact.name === "place.kind")
            .map(({ name, label }) => ({ const: name, title: both(label) })),
        },
      },
      records: {
        title: say("记录", "Records"),
        description: say(
          "由部门或本人提供，各有来源和日期。",
          "From departments or the person, each with its source and date.",
        ),
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          vocabulary.records.map((kind) => [kind.name, kindSchema(kind)]),
        ),
      },
      facts: {
        title: say("直接说明的事实", "Facts said directly"),
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(stateable.map((fact) => [fact.name, statedSchema(fact)])),
      },
    },
    $defs: {
      source: sourceSchema(pack),
      stated: day(say("陈述日期", "Day on which it was stated")),
    },
  };
}

/** Facts that other facts or the place give are never stated. */
const isStateable = (fact: Fact): boolean =>
  fact.formula === undefined && fact.name !== "place.county" && fact.name !== "place.kind";

function serviceSchema(pack: Pack): JsonSchema {
  const services = [...new Set(pack.rules.map((rule) => rule.service))];
  return { title: say("所问的服务", "The service asked for"), type: "string", enum: services };
}

function sourceSchema(pack: Pack): JsonSchema {
  const own = { const: "self", title: say("本人陈述", "The person's own word") };
  return {
    title: say("来源", "Who says so"),
    oneOf: [
      own,
      ...pack.vocabulary.departments.map(({ id, label }) => ({ const: id, title: both(label) })),
    ],
  };
}

function placeSchema(facts: readonly Fact[]): JsonSchema {
  const kind = facts.find((fact) => fact.name === "place.kind");
  return {
    title: say("想落户的地点", "The place asked about"),
    type: "object",
    additionalProperties: false,
    required: ["county"],
    properties: {
      county: typed({ kind: "code", system: "division" }, say("县级行政区划代码", "County code")),
      ...(kind === undefined ? {} : { kind: typed(kind.type, both(kind.label)) }),
      name: line(say("地名", "Name of the place"), "独山子区"),
    },
  };
}

function personSchema(): JsonSchema {
  return {
    title: say("本人（全部可不填）", "The person (all optional)"),
    type: "object",
    additionalProperties: false,
    properties: {
      name: line(say("姓名", "Name"), "王芳"),
      id: {
        title: say("公民身份号码", "Citizen ID number"),
        description: "GB 11643-1999",
        type: "string",
        pattern: "^[1-9]\\d{16}[\\dXx]$",
        examples: ["11010519491231002X"],
      },
      born: day(say("出生日期", "Day of birth")),
    },
  };
}

const statedProperties = { source: { $ref: "#/$defs/source" }, stated: { $ref: "#/$defs/stated" } };

function kindSchema(kind: RecordKind): JsonSchema {
  return {
    title: both(kind.label),
    ...(kind.spell && kind.distinct !== undefined
      ? {
          description: say(
            `${kind.distinct} 相同的各段不得重叠；没有 to 表示仍在继续。`,
            `Spells with the same ${kind.distinct} must not overlap; one without "to" still goes on.`,
          ),
        }
      : {}),
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: kind.fields.filter((field) => field.required).map((field) => field.name),
      properties: { ...Object.fromEntries(kind.fields.map(fieldEntry)), ...statedProperties },
    },
  };
}

const fieldEntry = (field: RecordField): readonly [string, JsonSchema] => [
  field.name,
  typed(field.type, both(field.label)),
];

function statedSchema(fact: Fact): JsonSchema {
  const own = typed(fact.type, both(fact.label));
  const none = { const: "none", title: say("没有这样的一天", "There is no such day") };
  const value = canBeNone(fact) ? { title: both(fact.label), anyOf: [own, none] } : own;
  const described = [fact.question, fact.why].flatMap((text) =>
    text === undefined ? [] : [both(text)],
  );
  return {
    title: both(fact.label),
    ...(described.length === 0 ? {} : { description: described.join("\n") }),
    anyOf: [
      value,
      {
        type: "object",
        additionalProperties: false,
        required: ["value"],
        properties: { value, ...statedProperties },
      },
    ],
  };
}

function typed(type: FieldType, title: string): JsonSchema {
  switch (type.kind) {
    case "boolean":
      return { title, type: "boolean" };
    case "enum":
      return {
        title,
        oneOf: type.values.map(({ id, label }) => ({ const: id, title: both(label) })),
      };
    case "code":
      return codeSchema(type.system, title);
    case "date":
      return day(title);
    case "month":
      return { title, type: "string", pattern: monthPattern, examples: ["2025-05"] };
    case "text":
      return { title, type: "string", maxLength: textLimit };
    case "number":
      return {
        title,
        description: say(`单位：${type.unit}`, `unit: ${type.unit}`),
        type: "number",
        ...(type.min === undefined ? {} : { minimum: type.min }),
        ...(type.max === undefined ? {} : { maximum: type.max }),
        examples: [12],
      };
  }
}

/** Codes are text; a bare number, as YAML reads one without quotes, is accepted. */
function codeSchema(system: "division" | "prefecture", title: string): JsonSchema {
  const [digits, low, example] = system === "division" ? [6, 100_000, "650202"] : [4, 1000, "6502"];
  return {
    title,
    description: "GB/T 2260",
    type: ["string", "integer"],
    pattern: `^[1-9]\\d{${digits - 1}}$`,
    minimum: low,
    maximum: low * 10 - 1,
    examples: [example],
  };
}
