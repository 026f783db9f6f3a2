import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  decideDossier,
  type Dossier,
  explainDossier,
  malformedCodes,
  type Pack,
  type Problem,
  type Result,
} from "../policy/index.ts";
import { problemMediaType } from "../platform/http/index.ts";
import { fieldProblem, localeOf, sendProblem } from "./answer.ts";
import { dossierIn } from "./bodies.ts";
import { decision, explanation, problem, question } from "./contract.ts";

type Asked = { readonly service?: string; readonly law?: string; readonly knownAt?: string };
type Ask<T> = (dossier: Dossier, asked: Asked) => Result<T, Problem>;

const refusal = (description: string) => ({
  description,
  content: { [problemMediaType]: { schema: problem } },
});

const refusals = {
  400: refusal("The body is no JSON or YAML, or a query parameter is wrong"),
  413: refusal("The body is too large"),
  415: refusal("The body is of another type"),
  422: refusal("Something in the dossier is wrong; `problems` names each field"),
};

/** `POST /api/decisions` and `POST /api/explanations`: a dossier in, the answer out; nothing is kept. */
export const decisionRoutes: FastifyPluginCallback<{ readonly pack: Pack }> = (
  app,
  { pack },
  done,
) => {
  app.post(
    "/api/decisions",
    {
      config: { takesDossier: true },
      schema: {
        operationId: "decide",
        tags: ["decisions"],
        summary: "对一份材料作出答复 / Answer a dossier",
        description: "Nothing is stored. The answer is advice; a named person decides.",
        querystring: question,
        body: z.unknown(),
        response: { 200: decision, ...refusals },
      },
    },
    (request, reply) =>
      answer(request, reply, pack, (dossier, asked) => decideDossier(pack, dossier, asked)),
  );
  app.post(
    "/api/explanations",
    {
      config: { takesDossier: true },
      schema: {
        operationId: "explain",
        tags: ["decisions"],
        summary: "说明答复的理由 / Explain the answer to a dossier",
        description: "The decision with the tree of reasons of every ground. Nothing is stored.",
        querystring: question,
        body: z.unknown(),
        response: { 200: explanation, ...refusals },
      },
    },
    (request, reply) =>
      answer(request, reply, pack, (dossier, asked) => explainDossier(pack, dossier, asked)),
  );
  done();
};

function answer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  pack: Pack,
  ask: Ask<T>,
): FastifyReply {
  const refuse = (problems: readonly Problem[]): FastifyReply => {
    const malformed = problems.some(({ code }) => malformedCodes.has(code));
    const locale = localeOf(request);
    return sendProblem(
      request,
      reply,
      malformed ? "malformed" : "unusable",
      problems.map((one) => fieldProblem(one, locale)),
    );
  };
  const dossier = dossierIn(request.body, pack);
  if (!dossier.ok) return refuse(dossier.problems);
  const query = request.query as z.output<typeof question>;
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const answered = ask(dossier.value, Object.fromEntries(given));
  return answered.ok ? reply.send(answered.value) : refuse(answered.problems);
}
