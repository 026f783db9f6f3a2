import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type FieldProblem, problemKindOf, sendProblem } from "../platform/http/index.ts";
import { DatabaseUnavailable } from "../platform/postgres/index.ts";
import type { Log } from "./log.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** Every error and every address that is not there answers with problem details; what went wrong inside goes to the log alone. */
export function registerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, log));
  app.setNotFoundHandler((request, reply) => {
    const url = request.url.split("?", 1)[0] ?? "/";
    const allowed = methods.filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0) {
      return wantsPage(request, url)
        ? sendMissingPage(reply)
        : sendProblem(request, reply, "not-found");
    }
    void reply.header("allow", allowed.join(", "));
    return sendProblem(request, reply, "method-not-allowed");
  });
}

/** Turns a thrown error into problem details. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  const kind = error instanceof DatabaseUnavailable ? "unavailable" : problemKindOf(error);
  if (kind === "internal") {
    const { name, stack } = error instanceof Error ? error : new Error(String(error));
    log(JSON.stringify({ error: name, route: request.routeOptions.url ?? "(none)", stack }));
  }
  return sendProblem(request, reply, kind, fieldProblems(error));
}

/** What of a request is wrong, by Fastify's name for it. */
const places = new Map([
  ["body", "body"],
  ["headers", "header"],
  ["params", "path"],
]);

function fieldProblems(error: unknown): readonly FieldProblem[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const place = places.get(error.validationContext ?? "") ?? "query";
  return error.validation.map(({ keyword, instancePath, message, params }) => ({
    code: keyword === "unrecognized_keys" ? "unknown-parameter" : "bad-parameter",
    path: `${place}${instancePath.replaceAll("/", ".")}`,
    message: message ?? JSON.stringify(params),
  }));
}

/** Whether a person followed a link, rather than a program asking for data. */
function wantsPage(request: FastifyRequest, url: string): boolean {
  const accepts = request.headers.accept?.includes("text/html") === true;
  return request.method === "GET" && accepts && !url.startsWith("/api/");
}

const missingPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有这个页面 / Page not found</title>
<h1>没有这个页面 <small lang="en">Page not found</small></h1>
<p><a href="/">回到首页 <span lang="en">Go to the first page</span></a></p>
</html>
`;

const sendMissingPage = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type("text/html; charset=utf-8").send(missingPage);
