import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { household, lookUp, person } from "../contract.ts";
import { viewOwnHousehold, viewOwnLookUps, viewOwnRecord } from "../own-record.ts";
import { todayOf } from "../register.ts";
import { onDay, type RouteOptions } from "../route-shapes.ts";

const ownRecord = {
  access: { kind: "signed-in", roles: ["resident"], place: "none", record: "own" },
} as const;

/** What residents see of themselves: whom it is about comes from the session, never from the request. */
export const ownRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  app.get(
    "/api/me/record",
    {
      config: ownRecord,
      schema: {
        operationId: "ownRecord",
        tags: ["own"],
        summary: "我的登记 / My record",
        response: { 200: person },
      },
    },
    async (request, reply) => {
      const own = principalOf(request).person;
      const seen = own === undefined ? undefined : await viewOwnRecord(register, own);
      return seen === undefined ? sendProblem(request, reply, "not-found") : reply.send(seen);
    },
  );

  app.get(
    "/api/me/household",
    {
      config: ownRecord,
      schema: {
        operationId: "ownHousehold",
        tags: ["own"],
        summary: "我的家庭户 / My household",
        querystring: onDay,
        response: { 200: household },
      },
    },
    async (request, reply) => {
      const own = principalOf(request).person;
      const on = request.query.on ?? todayOf(register.clock());
      const seen = own === undefined ? undefined : await viewOwnHousehold(register, own, on);
      return seen === undefined ? sendProblem(request, reply, "not-found") : reply.send(seen);
    },
  );

  app.get(
    "/api/me/look-ups",
    {
      config: ownRecord,
      schema: {
        operationId: "ownLookUps",
        tags: ["own"],
        summary: "谁查过我 / Who looked at my data",
        response: { 200: z.array(lookUp) },
      },
    },
    async (request, reply) => {
      const own = principalOf(request).person;
      return own === undefined
        ? sendProblem(request, reply, "not-found")
        : reply.send(await viewOwnLookUps(register, own));
    },
  );
  done();
};
