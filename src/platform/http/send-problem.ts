import type { FastifyReply, FastifyRequest } from "fastify";
import type { Locale } from "../../policy/index.ts";
import { preferredLocale } from "./accept-language.ts";
import {
  type FieldProblem,
  problemDetails,
  type ProblemKind,
  problemMediaType,
  statusOf,
} from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

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
