import type { FastifyPluginCallback } from "fastify";
import { actRoutes } from "./acts/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { chainRoutes } from "./chain/routes.ts";
import { deskRoutes } from "./desk/routes.ts";
import { ownRoutes } from "./own/routes.ts";
import type { RouteOptions } from "./route-shapes.ts";

/** Everything about the register over HTTP. */
export const registerRoutes: FastifyPluginCallback<RouteOptions> = (app, options, done) => {
  app.register(deskRoutes, options);
  app.register(actRoutes, options);
  app.register(ownRoutes, options);
  app.register(auditRoutes, options);
  app.register(chainRoutes, options);
  done();
};
