import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  type FieldProblem,
  localeOf,
  type ProblemKind,
  sendProblem,
} from "../platform/http/index.ts";
import { directory, loggedQuestion, messageType } from "./contract.ts";
import type { Departments, Refusal } from "./departments.ts";

export type DepartmentRoutes = {
  readonly departments: Departments;
  readonly department: string;
};

const kindOf = (refusal: Refusal): ProblemKind =>
  refusal === "malformed-message" ? "malformed" : refusal;

/** One department's data service; mounted under a path of its own. */
export const departmentRoutes: FastifyPluginCallbackZod<DepartmentRoutes> = (
  app,
  { departments, department },
  done,
) => {
  app.post(
    "/answers",
    {
      schema: {
        operationId: "answer",
        tags: ["exchange"],
        summary: "答复一项请求 / Answers one signed request",
        description:
          "The body is a compact JWS (EdDSA) of a request; the answer is one of an answer. Asked again with a new jti, a request gets what it got first.",
        consumes: [messageType],
        produces: [messageType],
        body: z.string().max(100_000),
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const answered = await departments.answer(department, request.body);
      if (answered === undefined) return sendProblem(request, reply, "not-found");
      if ("jws" in answered) return reply.type(messageType).send(answered.jws);
      const problems = answered.beyond?.map((path): FieldProblem => ({
        code: "beyond-rules",
        path,
        message: localeOf(request) === "en" ? "No rule reads it." : "没有规则用到这一项。",
      }));
      return sendProblem(request, reply, kindOf(answered.refusal), problems);
    },
  );

  app.get(
    "/log",
    {
      schema: {
        operationId: "log",
        tags: ["exchange"],
        summary: "请求日志 / What was asked and answered, by digest",
        response: { 200: z.array(loggedQuestion) },
      },
    },
    async (request, reply) => {
      const found = departments.logOf(department);
      return found === undefined
        ? sendProblem(request, reply, "not-found")
        : reply.send([...found]);
    },
  );
  done();
};

/** Where the departments are and which keys they sign with. */
export const directoryRoutes: FastifyPluginCallbackZod<{
  readonly departments: Departments;
  readonly origin: () => string;
}> = (app, { departments, origin }, done) => {
  app.get("/directory.json", { schema: { response: { 200: directory } } }, async (_, reply) => {
    const members = departments.all.map(async ({ id }) => ({
      member: id,
      url: `${origin()}/${id}`,
      keys: [...(await departments.keysOf(id))],
    }));
    return reply.send({ members: await Promise.all(members) });
  });
  done();
};
