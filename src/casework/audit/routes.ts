import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { auditCases } from "../audit-cases.ts";
import { auditFilter, caseAudit } from "./contract.ts";
import type { RouteOptions } from "../route-shapes.ts";

/** What auditors see of cases: no names. */
export const caseAuditRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { casework },
  done,
) => {
  app.get(
    "/api/audit/cases",
    {
      config: {
        access: { kind: "signed-in", roles: ["auditor"], place: "none", record: "none" },
      },
      schema: {
        operationId: "auditCases",
        tags: ["audit"],
        summary: "决定与建议不一致、复议改变、办理时间 / Overrides, reversals, time to decision",
        querystring: auditFilter,
        response: { 200: caseAudit },
      },
    },
    async (request, reply) => {
      const { counties } = principalOf(request);
      const asked = request.query.county;
      if (asked !== undefined && !counties.includes(asked))
        return sendProblem(request, reply, "not-allowed");
      const over = asked === undefined ? counties : [asked];
      return reply.send(await auditCases(casework, over, request.query));
    },
  );
  done();
};
