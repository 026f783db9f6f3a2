import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { auditLookUps } from "../audit-look-ups.ts";
import { lookUpFilter, lookUpPage } from "../contract.ts";
import type { RouteOptions } from "../route-shapes.ts";

/** What auditors and data-protection officers see: no names. */
export const auditRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  app.get(
    "/api/audit/look-ups",
    {
      config: {
        access: {
          kind: "signed-in",
          roles: ["auditor", "data-protection-officer"],
          place: "none",
          record: "none",
        },
      },
      schema: {
        operationId: "auditLookUps",
        tags: ["audit"],
        summary: "查询记录 / Look-ups, people by key only",
        querystring: lookUpFilter,
        response: { 200: lookUpPage },
      },
    },
    async (request, reply) => {
      const { counties } = principalOf(request);
      const asked = request.query.county;
      if (asked !== undefined && !counties.includes(asked)) {
        return sendProblem(request, reply, "not-allowed");
      }
      const over = asked === undefined ? counties : [asked];
      return reply.send(await auditLookUps(register, over, request.query));
    },
  );
  done();
};
