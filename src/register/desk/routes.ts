import type { FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { principalOf, purposeOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import {
  booklet,
  entry,
  found,
  household,
  householdId,
  person,
  personId,
  search,
} from "../contract.ts";
import type { Looker } from "../look-up.ts";
import { viewBooklet } from "../read-booklet.ts";
import { viewHistory, viewHousehold } from "../read-household.ts";
import { viewPerson } from "../read-person.ts";
import { todayOf } from "../register.ts";
import { atCounty, inPath, looking, onDay, type RouteOptions } from "../route-shapes.ts";
import { searchPeople } from "../search-people.ts";

/** What clerks and approvers look up, each look with its purpose. */
export const deskRoutes: FastifyPluginCallbackZod<RouteOptions> = (app, { register }, done) => {
  const access = looking("window-clerk", "approver");

  app.post(
    "/api/counties/:county/people/search",
    {
      config: { access, limit: "search" },
      schema: {
        operationId: "searchPeople",
        tags: ["register"],
        summary: "查找人员 / Find people",
        params: atCounty,
        body: search,
        response: { 200: found },
      },
    },
    (request) => searchPeople(register, request.params.county, request.body, lookerOf(request)),
  );

  app.get(
    "/api/counties/:county/people/:person",
    {
      config: { access, limit: "record" },
      schema: {
        operationId: "person",
        tags: ["register"],
        summary: "人员登记 / A person's record",
        params: atCounty.extend({ person: inPath(personId) }),
        response: { 200: person },
      },
    },
    async (request, reply) => {
      const { county: at, person: key } = request.params;
      const seen = await viewPerson(register, at, key, lookerOf(request));
      if (seen === undefined) return sendProblem(request, reply, "not-found");
      return reply.header("etag", `"p${key}:${seen.version}"`).send(seen);
    },
  );

  app.get(
    "/api/counties/:county/households/:household",
    {
      config: { access, limit: "record" },
      schema: {
        operationId: "household",
        tags: ["register"],
        summary: "某日的家庭户 / A household on a day",
        params: atCounty.extend({ household: inPath(householdId) }),
        querystring: onDay,
        response: { 200: household },
      },
    },
    async (request, reply) => {
      const { county: at, household: key } = request.params;
      const on = request.query.on ?? todayOf(register.clock());
      const seen = await viewHousehold(register, at, key, on, lookerOf(request));
      if (seen === undefined) return sendProblem(request, reply, "not-found");
      return reply.header("etag", `"h${key}:${seen.version}"`).send(seen);
    },
  );

  app.get(
    "/api/counties/:county/households/:household/history",
    {
      config: { access, limit: "record" },
      schema: {
        operationId: "householdHistory",
        tags: ["register"],
        summary: "户的历次变动 / What happened to a household",
        params: atCounty.extend({ household: inPath(householdId) }),
        response: { 200: z.array(entry) },
      },
    },
    (request) => {
      const { county: at, household: key } = request.params;
      return viewHistory(register, at, key, lookerOf(request));
    },
  );

  app.get(
    "/api/counties/:county/households/:household/booklet",
    {
      config: { access: looking("window-clerk"), limit: "record" },
      schema: {
        operationId: "booklet",
        tags: ["register"],
        summary: "户口簿内容 / What the booklet says",
        params: atCounty.extend({ household: inPath(householdId) }),
        querystring: z.object({ person: inPath(personId).exactOptional() }),
        response: { 200: booklet },
      },
    },
    async (request, reply) => {
      const { county: at, household: key } = request.params;
      const only = request.query.person ?? null;
      const seen = await viewBooklet(register, at, key, only, lookerOf(request));
      return seen === undefined ? sendProblem(request, reply, "not-found") : reply.send(seen);
    },
  );
  done();
};

/** Who looks, and why: on a route that declares a purpose. */
export function lookerOf(request: FastifyRequest): Looker {
  const { account, name, role, department = "" } = principalOf(request);
  const { purpose, reference = null } = purposeOf(request);
  return { account, name, role, department, purpose, reference };
}
