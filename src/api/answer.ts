import type { FastifyReply, FastifyRequest } from "fastify";
import { describeProblem, type Locale, type Problem } from "../policy/index.ts";
import {
  type FieldProblem,
  preferredLocale,
  problemDetails,
  type ProblemKind,
  problemMediaType,
  securityHeaders,
  statusOf,
} from "../platform/http/index.ts";

export const localeOf = (request: FastifyRequest): Locale =>
  preferredLocale(request.headers["accept-language"]);

/** Sends the problem of a kind, with what is wrong field by field. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ProblemKind,
  problems?: readonly FieldProblem[],
): FastifyReply {
  const locale = localeOf(request);
  return reply
    .code(statusOf(kind))
    .headers({
      ...securityHeaders,
      "cache-control": "no-store",
      "content-language": locale,
      vary: "Accept-Language",
    })
    .type(problemMediaType)
    .send(JSON.stringify(problemDetails(kind, locale, problems)));
}

/** A problem of the engine as the API says it. */
export function fieldProblem(problem: Problem, locale: Locale): FieldProblem {
  const { code, at, suggestion } = problem;
  return {
    code,
    path: at.path ?? "",
    message: describeProblem(problem, locale),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.column === undefined ? {} : { column: at.column }),
  };
}
