import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sendProblem } from "../../platform/http/index.ts";
import { todayOf } from "../../register/index.ts";
import { departmentAsked, matter } from "../contract.ts";
import { minimalRequests } from "../domain/minimal-request.ts";
import { departmentLabelOf, labelRecords } from "../own-exchanges.ts";
import type { RouteOptions } from "../route-options.ts";

/** What departments will be asked about whoever applies: it follows from the rules, so everybody may know it before. */
export const aheadRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { exchange }, done) => {
  const { pack, clock } = exchange;
  app.get(
    "/api/services/:service/departments",
    {
      config: { access: { kind: "public" } },
      schema: {
        operationId: "departmentsAsked",
        tags: ["texts"],
        summary: "办理时会向哪些部门查什么 / What departments are asked for when somebody applies",
        params: z.object({ service: z.string().meta({ examples: ["settlement"] }) }),
        querystring: matter,
        response: { 200: z.array(departmentAsked) },
      },
    },
    (request, reply) => {
      const { service } = request.params;
      const { county, kind } = request.query;
      const place = { county, ...(kind === undefined ? {} : { kind }) };
      const asked = minimalRequests(pack, { service, place, on: todayOf(clock()) });
      if (!asked.ok) {
        void sendProblem(request, reply, "not-found");
        return;
      }
      void reply.send(
        asked.value.map(({ department, basis, records }) => ({
          department,
          departmentLabel: departmentLabelOf(pack, department),
          basis: [...basis],
          records: labelRecords(pack, records),
        })),
      );
    },
  );
  done();
};
