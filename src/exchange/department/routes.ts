import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { departmentRequest } from "../contract.ts";
import { viewDepartmentRequests } from "../department-requests.ts";
import type { RouteOptions } from "../route-options.ts";

/** What the officer of a department sees: what their department was asked in their counties. */
export const departmentRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { exchange },
  done,
) => {
  app.get(
    "/api/departments/:department/requests",
    {
      config: {
        access: {
          kind: "signed-in",
          roles: ["department-officer"],
          place: "none",
          record: "none",
        },
      },
      schema: {
        operationId: "departmentRequests",
        tags: ["exchange"],
        summary: "本部门收到的请求 / What the department was asked, with our log",
        params: z.object({ department: z.string().regex(/^[a-z-]{1,40}$/) }),
        response: { 200: z.array(departmentRequest) },
      },
    },
    async (request, reply) => {
      const { counties, department } = principalOf(request);
      if (department !== request.params.department) {
        return sendProblem(request, reply, "not-allowed");
      }
      return reply.send(await viewDepartmentRequests(exchange, counties, department));
    },
  );
  done();
};
