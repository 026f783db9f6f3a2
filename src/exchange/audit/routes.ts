import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Access, principalOf, type Role } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { auditExchange } from "../audit-exchange.ts";
import { challenge, challengeFilter, challengePage, exchangeAudit, ruling } from "../contract.ts";
import type { RouteOptions } from "../route-options.ts";
import { ruleOnChallenge } from "../rule-on-challenge.ts";
import { viewChallenges } from "../view-challenges.ts";

const officers = (...roles: readonly Role[]) =>
  ({ kind: "signed-in", roles, place: "none", record: "none" }) as const satisfies Access;

/** What auditors and data-protection officers see of the exchange: no names. */
export const auditRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { exchange, register },
  done,
) => {
  app.get(
    "/api/audit/exchange",
    {
      // Reads whole logs, ours and the departments'.
      config: { access: officers("auditor", "data-protection-officer"), limit: "search" },
      schema: {
        operationId: "auditExchange",
        tags: ["audit"],
        summary: "核对共享日志 / Our exchange logs verified, and compared with the departments'",
        response: { 200: exchangeAudit },
      },
    },
    async (request, reply) =>
      reply.send(await auditExchange(exchange, register, principalOf(request).counties)),
  );

  app.get(
    "/api/audit/challenges",
    {
      config: { access: officers("data-protection-officer") },
      schema: {
        operationId: "listChallenges",
        tags: ["audit"],
        summary: "居民的异议 / What people object to",
        querystring: challengeFilter,
        response: { 200: challengePage },
      },
    },
    async (request, reply) => {
      const { counties } = principalOf(request);
      return reply.send(await viewChallenges(exchange, register, counties, request.query));
    },
  );

  app.post(
    "/api/audit/challenges/:id/answer",
    {
      config: { access: officers("data-protection-officer") },
      schema: {
        operationId: "answerChallenge",
        tags: ["audit"],
        summary: "答复异议 / Answer a challenge, with reasons",
        params: z.object({ id: z.uuid() }),
        body: ruling,
        response: { 200: challenge },
      },
    },
    async (request, reply) => {
      const { account, name, counties } = principalOf(request);
      const by = { account, name };
      const ruled = await ruleOnChallenge(exchange, counties, request.params.id, {
        ...request.body,
        by,
      });
      return typeof ruled === "string" ? sendProblem(request, reply, ruled) : reply.send(ruled);
    },
  );
  done();
};
