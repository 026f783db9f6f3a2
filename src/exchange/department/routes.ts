import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Access, principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { departmentFilter, departmentLog, departmentRequests } from "../contract.ts";
import { compareWith, shownLog } from "../audit-exchange.ts";
import { viewDepartmentRequests } from "../department-requests.ts";
import type { RouteOptions } from "../route-options.ts";
import { verifyExchange } from "../verify-exchange.ts";

const access = {
  kind: "signed-in",
  roles: ["department-officer"],
  place: "none",
  record: "none",
} as const satisfies Access;
const params = z.object({ department: z.string().regex(/^[a-z-]{1,40}$/) });

/** What the officer of a department sees: what their department was asked in their counties. */
export const departmentRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { exchange, register },
  done,
) => {
  app.get(
    "/api/departments/:department/requests",
    {
      config: { access },
      schema: {
        operationId: "departmentRequests",
        tags: ["exchange"],
        summary: "本部门收到的请求 / What the department was asked, with our log",
        params,
        querystring: departmentFilter,
        response: { 200: departmentRequests },
      },
    },
    async (request, reply) => {
      const { counties, department } = principalOf(request);
      const asked = request.query.county;
      const isOurs = asked === undefined || counties.includes(asked);
      if (department !== request.params.department || !isOurs) {
        return sendProblem(request, reply, "not-allowed");
      }
      const over = asked === undefined ? counties : [asked];
      return reply.send(await viewDepartmentRequests(exchange, over, department, request.query));
    },
  );

  app.get(
    "/api/departments/:department/log",
    {
      // Reads whole logs, ours and the department's.
      config: { access, limit: "search" },
      schema: {
        operationId: "departmentLog",
        tags: ["exchange"],
        summary: "与本部门日志核对 / Our log verified, and compared with the department's own",
        params,
        response: { 200: departmentLog },
      },
    },
    async (request, reply) => {
      const { counties, department } = principalOf(request);
      if (department !== request.params.department) {
        return sendProblem(request, reply, "not-allowed");
      }
      const logs = await verifyExchange({ ...register, counties });
      const compared = await compareWith(exchange, department, counties);
      return reply.send({ logs: logs.map(shownLog), ...compared });
    },
  );
  done();
};
