import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  askDossier,
  decideDossier,
  type Dossier,
  explainDossier,
  malformedCodes,
  type Pack,
  type Problem,
  type Result,
  whatIfDossier,
  whenDossier,
} from "../policy/index.ts";
import { localeOf, problemMediaType, sendProblem } from "../platform/http/index.ts";
import { fieldProblem } from "./answer.ts";
import { dossierIn } from "./bodies.ts";
import { decision, explanation, interview, problem, question, times, whatIf } from "./contract.ts";

type Asked = { readonly service?: string; readonly law?: string; readonly knownAt?: string };
type Ask = (dossier: Dossier, asked: Asked) => Result<unknown, Problem>;

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

type Route = {
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly answer: z.ZodType;
  readonly ask: (pack: Pack, dossier: Dossier, asked: Asked) => Result<unknown, Problem>;
};

const routes: readonly Route[] = [
  {
    url: "/api/decisions",
    operationId: "decide",
    summary: "对一份材料作出答复 / Answer a dossier",
    description: "Nothing is stored. The answer is advice; a named person decides.",
    answer: decision,
    ask: decideDossier,
  },
  {
    url: "/api/explanations",
    operationId: "explain",
    summary: "说明答复的理由 / Explain the answer to a dossier",
    description: "The decision with the tree of reasons of every ground. Nothing is stored.",
    answer: explanation,
    ask: explainDossier,
  },
  {
    url: "/api/interviews",
    operationId: "ask",
    summary: "下一个该问的问题 / The next question of an interview",
    description:
      "The question that settles most among those that can still change the answer, and how many are likely left. Put the answer into `facts` (or `unsure`) and send the dossier again. Nothing is stored.",
    answer: interview,
    ask: askDossier,
  },
  {
    url: "/api/times",
    operationId: "when",
    summary: "从哪天起、到哪天止 / From when, until when",
    description:
      "How the answer changes from the day asked about to three years ahead: each change with its causes and with what is taken to go on. Nothing is stored.",
    answer: times,
    ask: whenDossier,
  },
  {
    url: "/api/what-ifs",
    operationId: "whatIf",
    summary: "怎样会不同 / What would change the answer",
    description:
      "The smallest sets of changes, each enough for a grant, that the person can bring about, and the day on which waiting alone is enough. Nothing is stored.",
    answer: whatIf,
    ask: whatIfDossier,
  },
];

/** A dossier in, the answer out: decisions, explanations, interviews, times, what-ifs; nothing is kept. */
export const decisionRoutes: FastifyPluginCallback<{ readonly pack: Pack }> = (
  app,
  { pack },
  done,
) => {
  for (const { url, operationId, summary, description, answer: answered, ask } of routes) {
    app.post(
      url,
      {
        config: { access: { kind: "public" }, takesDossier: true },
        schema: {
          operationId,
          tags: ["decisions"],
          summary,
          description,
          querystring: question,
          body: z.unknown(),
          response: { 200: answered, ...refusals },
        },
      },
      (request, reply) =>
        answer(request, reply, pack, (dossier, asked) => ask(pack, dossier, asked)),
    );
  }
  done();
};

function answer(request: FastifyRequest, reply: FastifyReply, pack: Pack, ask: Ask): FastifyReply {
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
