// A value that a JSON Schema takes, found without chance: its own example where it gives one.
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
};

type Schemas = Readonly<Record<string, JsonSchema>>;

const texts = [
  "a",
  "1",
  "2026-01-01",
  "2026-01-01T00:00:00Z",
  "0197a3c0-0000-7000-8000-000000000001",
  "11010519491231002X",
  "652301",
] as const;

const byFormat: Readonly<Record<string, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  uuid: "0197a3c0-0000-7000-8000-000000000001",
  email: "a@example.invalid",
  uri: "https://example.invalid/",
};

/** @throws when the schema asks for a text that cannot be guessed: give it an example then */
export function sampleOf(schema: JsonSchema, schemas: Schemas): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/components/schemas/", "");
    return sampleOf(schemas[name] ?? {}, schemas);
  }
  for (const given of [
    schema.example,
    schema.examples?.[0],
    schema.const,
    schema.enum?.[0],
    schema.default,
  ]) {
    if (given !== undefined) return given;
  }
  const either = schema.anyOf ?? schema.oneOf;
  if (either?.[0] !== undefined) return sampleOf(either[0], schemas);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((each) => sampleOf(each, schemas) as object));
  }
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          sampleOf(schema.properties?.[name] ?? {}, schemas),
        ]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        sampleOf(schema.items ?? {}, schemas),
      );
    case "integer":
    case "number":
      return schema.minimum ?? Math.max(1, (schema.exclusiveMinimum ?? 0) + 1);
    case "boolean":
      return false;
    case "null":
      return null;
    case "string":
      return textFor(schema);
    default:
      return {};
  }
}

function textFor({
  format,
  pattern,
  minLength = 0,
  maxLength = Number.POSITIVE_INFINITY,
}: JsonSchema): string {
  const known = byFormat[format ?? ""];
  const candidates = known === undefined ? texts : [known, ...texts];
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, "u").test(text));
  const found = [...candidates, "a".repeat(Math.max(1, minLength))].find(fits);
  if (found === undefined)
    throw new Error(`no example for a text like ${pattern ?? format ?? "?"}`);
  return found;
}
