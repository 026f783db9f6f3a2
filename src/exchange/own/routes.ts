import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { principalOf } from "../../platform/auth/index.ts";
import { sendProblem } from "../../platform/http/index.ts";
import { challenge, objection, ownExchange } from "../contract.ts";
import { challengeOwn, viewOwnChallenges, viewOwnExchanges } from "../own-exchanges.ts";
import type { RouteOptions } from "../route-options.ts";

const ownRecord = {
  access: { kind: "signed-in", roles: ["resident"], place: "none", record: "own" },
} as const;

const objections = [
  {
    about: "exchange",
    path: "exchanges",
    summary: "对一次部门查询提出异议 / Object to a question to a department",
  },
  {
    about: "look-up",
    path: "look-ups",
    summary: "对一次查看提出异议 / Object to a look at the register",
  },
] as const;

/** What residents see of the exchange about themselves: whom it is about comes from the session, never from the request. */
export const ownRoutes: FastifyPluginCallbackZod<RouteOptions> = (
  app,
  { exchange, register },
  done,
) => {
  app.get(
    "/api/me/exchanges",
    {
      config: ownRecord,
      schema: {
        operationId: "ownExchanges",
        tags: ["own"],
        summary: "向部门查过我的什么 / What departments were asked about me",
        response: { 200: z.array(ownExchange) },
      },
    },
    async (request, reply) => {
      const own = principalOf(request).person;
      return own === undefined
        ? sendProblem(request, reply, "not-found")
        : reply.send(await viewOwnExchanges(exchange, own));
    },
  );

  app.get(
    "/api/me/challenges",
    {
      config: ownRecord,
      schema: {
        operationId: "ownChallenges",
        tags: ["own"],
        summary: "我的异议与答复 / What I objected to, and the answers",
        response: { 200: z.array(challenge) },
      },
    },
    async (request, reply) => {
      const own = principalOf(request).person;
      return own === undefined
        ? sendProblem(request, reply, "not-found")
        : reply.send([...(await viewOwnChallenges(exchange, own))]);
    },
  );

  for (const { about, path, summary } of objections) {
    app.post(
      `/api/me/${path}/:id/challenge`,
      {
        config: ownRecord,
        schema: {
          operationId: about === "exchange" ? "challengeExchange" : "challengeLookUp",
          tags: ["own"],
          summary,
          params: z.object({ id: z.uuid() }),
          body: objection,
          response: { 201: challenge },
        },
      },
      async (request, reply) => {
        const own = principalOf(request).person;
        const made =
          own === undefined
            ? undefined
            : await challengeOwn(exchange, register, own, {
                about,
                aboutId: request.params.id,
                reason: request.body.reason,
              });
        return made === undefined
          ? sendProblem(request, reply, "not-found")
          : reply.code(201).send(made);
      },
    );
  }
  done();
};
