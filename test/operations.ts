// Every operation that the OpenAPI document names, and a request to each that is whole.
import { type JsonSchema, sampleOf } from "./sample.ts";

export type Schemas = Readonly<Record<string, JsonSchema>>;

type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: JsonSchema;
  readonly example?: unknown;
};

type Access = {
  readonly kind: "public" | "signed-in";
  readonly roles?: readonly string[];
  readonly place?: string;
  readonly record?: string;
  readonly purpose?: boolean;
};

export type Operation = {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly access: Access;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | undefined;
};

export type OpenApi = {
  readonly components: { readonly schemas: Schemas };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};

type Described = {
  readonly "x-luohu-access": Access;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema } | undefined>>;
  };
};

export const operationsOf = ({ paths }: OpenApi): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Operation["method"],
      path,
      access: operation["x-luohu-access"],
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content["application/json"]?.schema,
    })),
  );

export type Values = Readonly<Record<string, string>>;

/** Parameters of the path, a value each: the given one, or one that the schema takes. */
export function pathValues({ parameters }: Operation, given: Values, schemas: Schemas): Values {
  const inPath = parameters.filter((each) => each.in === "path");
  return Object.fromEntries(
    inPath.map(({ name, schema }) => [
      name,
      given[name] ?? String(sampleOf(schema ?? { type: "string" }, schemas)),
    ]),
  );
}

/** The address of an operation with the query it wants. */
export function addressOf(operation: Operation, values: Values, schemas: Schemas): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ""),
  );
  const query = new URLSearchParams(wanted(operation, "query", schemas)).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The headers it wants beside a session's. */
export const headersFor = (operation: Operation, schemas: Schemas): Record<string, string> => ({
  ...wanted(operation, "header", schemas),
  ...(operation.access.purpose === true ? { "luohu-purpose": "review" } : {}),
});

const wanted = ({ parameters }: Operation, where: string, schemas: Schemas) =>
  Object.fromEntries(
    parameters
      .filter((each) => each.in === where && each.required === true)
      .map(({ name, schema, example }) => [
        name,
        String(example ?? sampleOf(schema ?? {}, schemas)),
      ]),
  );
