import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { OpenApi } from "./document.ts";
import { docsPage } from "./page.ts";

const files = {
  "/api/docs/page.css": "text/css; charset=utf-8",
  "/api/docs/try.js": "text/javascript; charset=utf-8",
} as const;

const config = { access: { kind: "public" } } as const;

/** The API's page at /api/docs, made from its OpenAPI document; `example` is what its forms start with. */
export function registerDocs(
  app: FastifyInstance,
  document: () => OpenApi,
  example: unknown,
): void {
  let page: string | undefined;
  app.get("/api/docs", { config, schema: { hide: true } }, (_request, reply) => {
    page ??= docsPage(document(), example);
    return reply.type("text/html; charset=utf-8").send(page);
  });
  for (const [url, type] of Object.entries(files)) {
    const text = readFileSync(join(import.meta.dirname, url.replace("/api/docs/", "")), "utf8");
    app.get(url, { config, schema: { hide: true } }, (_request, reply) =>
      reply.type(type).send(text),
    );
  }
}
