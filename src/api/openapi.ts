import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { describeAccess, sessionScheme } from "../platform/auth/index.ts";
import { packageVersion } from "../platform/files/index.ts";
import { dossierSchema, type JsonSchema, type Pack } from "../policy/index.ts";
import { yamlTypes } from "./bodies.ts";
import type { OpenApi } from "./docs/document.ts";
import { registerDocs } from "./docs/routes.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its body is a dossier, as JSON or YAML. */
    readonly takesDossier?: boolean;
  }
}

const openToAll = { access: { kind: "public" } } as const;

/** OpenAPI 3.1 at /api/openapi.json and its page at /api/docs. To be registered before the routes it describes. */
export async function registerOpenApi(app: FastifyInstance, pack: Pack): Promise<void> {
  const takesDossier = new Set<string>();
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.takesDossier === true) takesDossier.add(url);
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "落户 Luohu",
        version: packageVersion(),
        description:
          "材料进，有据可查的答复出；不保存任何内容。/ A dossier in, a cited answer out; nothing is stored.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [],
      tags: [
        { name: "decisions", description: "答复与理由 / Answers and reasons" },
        {
          name: "texts",
          description: "文本、规则与材料格式 / Texts, rules and the dossier's form",
        },
        { name: "register", description: "人口与户籍 / People and households" },
        { name: "own", description: "我的登记 / One's own record" },
        { name: "cases", description: "申请的办理 / Applications and their cases" },
        { name: "exchange", description: "部门数据共享 / Exchange with departments" },
        { name: "audit", description: "审计 / Audit" },
        { name: "session", description: "登录 / Signing in" },
        { name: "health", description: "运行状况 / Health" },
      ],
      components: {
        securitySchemes: {
          [sessionScheme]: {
            type: "apiKey",
            in: "cookie",
            name: "__Host-luohu-session",
            description:
              "Set by /auth/sign-in (luohu-session over plain HTTP on this machine). What changes something also sends Luohu-Csrf, as GET /api/session gives it.",
          },
        },
      },
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given);
      return { schema: describeAccess({ ...schema }, given.route.config?.access), url };
    },
    transformObject: (given) =>
      withDossiers(
        jsonSchemaTransformObject(given) as Document,
        takesDossier,
        dossierComponents(pack),
      ),
  });
  app.get("/api/openapi.json", { config: openToAll, schema: { hide: true } }, (_request, reply) =>
    reply.send(app.swagger()),
  );
  registerDocs(app, () => app.swagger() as unknown as OpenApi, exampleDossier(pack));
}

/** A first dossier to try: the pack's first county, with nothing said yet, for the service of most rules. */
function exampleDossier({ places, vocabulary, rules }: Pack): unknown {
  const county = places.find(({ type }) => type === "county-city" || type === "county")?.code;
  const kind = vocabulary.facts.find(({ name }) => name === "place.kind")?.type;
  const first = kind?.kind === "enum" ? kind.values[0]?.id : undefined;
  const byService = [...Map.groupBy(rules, (rule) => rule.service)];
  const [service] = byService.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return { service, on: "2026-05-01", place: { county, kind: first }, records: {}, facts: {} };
}

type Document = Extract<ReturnType<typeof jsonSchemaTransformObject>, { components?: unknown }>;

/** The dossier's schema comes from the vocabulary, not from zod; it is put in where a route takes one. */
function withDossiers(
  document: Document,
  takesDossier: ReadonlySet<string>,
  components: Readonly<Record<string, JsonSchema>>,
): Document {
  const schema = { $ref: "#/components/schemas/Dossier" };
  const content = Object.fromEntries(
    ["application/json", ...yamlTypes].map((type) => [type, { schema }]),
  );
  const paths = Object.entries(document.paths ?? {}).map(([url, item]) => {
    if (!takesDossier.has(url) || item?.post === undefined) return [url, item];
    return [url, { ...item, post: { ...item.post, requestBody: { required: true, content } } }];
  });
  const schemas = { ...components, ...document.components?.schemas };
  const used = usedSchemas(paths, schemas);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: Object.fromEntries(kept) },
  } as Document;
}

/** Names of the schemas that the paths refer to; the generator lists each a second time as an input. */
function usedSchemas(
  paths: unknown,
  schemas: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const used = new Set<string>();
  const pending: unknown[] = [paths];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [, name = ""] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      pending.push(schemas[name]);
    }
  }
  return used;
}

/** The dossier's schema with its definitions as components of their own. */
function dossierComponents(pack: Pack): Readonly<Record<string, JsonSchema>> {
  const whole = moveRefs(dossierSchema(pack)) as JsonSchema;
  const dossier = Object.entries(whole).filter(([key]) => key !== "$schema" && key !== "$defs");
  const definitions = Object.entries(whole["$defs"] as Readonly<Record<string, JsonSchema>>);
  return {
    Dossier: Object.fromEntries(dossier),
    ...Object.fromEntries(definitions.map(([name, schema]) => [componentName(name), schema])),
  };
}

const componentName = (name: string): string =>
  `Dossier${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function moveRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const moved =
        key === "$ref"
          ? String(inner).replace(
              /^#\/\$defs\/(.+)$/,
              (_, name: string) => `#/components/schemas/${componentName(name)}`,
            )
          : moveRefs(inner);
      return [key, moved];
    }),
  );
}
