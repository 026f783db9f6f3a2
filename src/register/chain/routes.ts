import { randomUUID } from "node:crypto";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Access, Role } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { chainStatus, county, verification } from "../contract.ts";
import type { RouteOptions } from "../route-shapes.ts";
import { openVerifications } from "./verifications.ts";

/** Chains have no people in them, so whoever audits sees those of every county. */
const auditing = (...roles: readonly Role[]) =>
  ({ kind: "signed-in", roles, place: "none", record: "none" }) as const satisfies Access;

export const chainRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  const verifications = openVerifications({
    register,
    newId: randomUUID,
    onFailure: (error) => app.log.error(error, "a verification failed"),
  });

  app.get(
    "/api/audit/chains",
    {
      config: { access: auditing("auditor", "data-protection-officer") },
      schema: {
        operationId: "listChains",
        tags: ["audit"],
        summary: "各县事件链 / How every county's chain stands",
        response: { 200: z.array(chainStatus) },
      },
    },
    async (_, reply) => reply.send([...(await verifications.chains())]),
  );

  app.post(
    "/api/audit/verifications",
    {
      config: { access: auditing("auditor") },
      schema: {
        operationId: "startVerification",
        tags: ["audit"],
        summary: "开始核验 / Verify a county's register, or all",
        body: z.strictObject({ county: county.exactOptional() }),
        response: { 202: verification },
      },
    },
    async (request, reply) => reply.code(202).send(verifications.start(request.body.county)),
  );

  app.get(
    "/api/audit/verifications/:id",
    {
      config: { access: auditing("auditor") },
      schema: {
        operationId: "getVerification",
        tags: ["audit"],
        summary: "核验进展 / How far a verification is, and what it found",
        params: z.object({ id: z.uuid() }),
        response: { 200: verification },
      },
    },
    async (request, reply) => {
      const found = verifications.find(request.params.id);
      if (found === undefined) return sendProblem(request, reply, "not-found");
      return reply.send(found);
    },
  );
  done();
};
