import type { FastifyInstance } from "fastify";
import { requestLine } from "../platform/http/index.ts";

/** Takes one line of the log. */
export type Log = (line: string) => void;

/** Logs requests to the API, and any that failed; pages and their files otherwise pass silently. */
export function registerLog(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url;
    const status = reply.statusCode;
    if (status >= 400 || route?.startsWith("/api/") === true) {
      log(requestLine({ method: request.method, route, status, milliseconds: reply.elapsedTime }));
    }
    done();
  });
}
