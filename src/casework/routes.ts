import type { FastifyPluginCallback } from "fastify";
import { caseAuditRoutes } from "./audit/routes.ts";
import { caseDeskRoutes } from "./desk/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { ownCaseRoutes } from "./own/routes.ts";
import type { RouteOptions } from "./route-shapes.ts";

/** Everything about cases over HTTP. */
export const caseworkRoutes: FastifyPluginCallback<RouteOptions> = (app, options, done) => {
  app.register(ownCaseRoutes, options);
  app.register(caseDeskRoutes, options);
  app.register(documentRoutes, options);
  app.register(caseAuditRoutes, options);
  done();
};
