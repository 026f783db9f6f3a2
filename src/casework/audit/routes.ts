import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { type Access, principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { auditCases, viewOverrides } from "../audit-cases.ts";
import { auditFilter, caseAudit, overrideFilter, overridePage } from "./contract.ts";
import type { RouteOptions } from "../route-shapes.ts";

const access = {
  kind: "signed-in",
  roles: ["auditor"],
  place: "none",
  record: "none",
} as const satisfies Access;

/** The auditor's counties, or the one asked for; undefined where that is not theirs. */
function countiesOf(own: readonly number[], asked: number | undefined) {
  if (asked === undefined) return own;
  return own.includes(asked) ? [asked] : undefined;
}

/** What auditors see of cases: no names. */
export const caseAuditRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { casework },
  done,
) => {
  app.get(
    "/api/audit/cases",
    {
      config: { access },
      schema: {
        operationId: "auditCases",
        tags: ["audit"],
        summary: "办理时间、超期与评价 / Time to decision, what is overdue, ratings",
        querystring: auditFilter,
        response: { 200: caseAudit },
      },
    },
    async (request, reply) => {
      const over = countiesOf(principalOf(request).counties, request.query.county);
      return over === undefined
        ? sendProblem(request, reply, "not-allowed")
        : reply.send(await auditCases(casework, over, request.query));
    },
  );

  app.get(
    "/api/audit/cases/overrides",
    {
      config: { access },
      schema: {
        operationId: "listOverrides",
        tags: ["audit"],
        summary:
          "决定与建议不一致、复议改变 / Decisions against the advice, and reversals, with reasons",
        querystring: overrideFilter,
        response: { 200: overridePage },
      },
    },
    async (request, reply) => {
      const over = countiesOf(principalOf(request).counties, request.query.county);
      return over === undefined
        ? sendProblem(request, reply, "not-allowed")
        : reply.send(await viewOverrides(casework, over, request.query));
    },
  );
  done();
};
