import { createHash } from "node:crypto";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { standardsAnswer } from "./domain/answer.ts";
import type { Standards } from "./load.ts";

/** The code lists and divisions, for labels in pages; public, and kept by browsers until they change. */
export const standardsRoutes: FastifyPluginCallbackZod<{ readonly standards: Standards }> = (
  app,
  { standards: { lists, divisions } },
  done,
) => {
  const answer = standardsAnswer.parse({
    lists,
    divisions: divisions.all,
  });
  const digest = createHash("sha256").update(JSON.stringify(answer)).digest("base64url");
  const tag = `"${digest.slice(0, 22)}"`;
  app.get(
    "/api/standards",
    {
      config: { access: { kind: "public" } },
      schema: {
        operationId: "standards",
        tags: ["texts"],
        summary: "标准代码与行政区划 / Code lists of national standards, and divisions",
        response: { 200: standardsAnswer, 304: z.null() },
      },
    },
    (request, reply) => {
      void reply.headers({ etag: tag, "cache-control": "public, no-cache" });
      if (request.headers["if-none-match"] === tag) void reply.code(304).send(null);
      else void reply.send(answer);
    },
  );
  done();
};
