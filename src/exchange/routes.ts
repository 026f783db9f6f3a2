import type { FastifyPluginCallback } from "fastify";
import { aheadRoutes } from "./ahead/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { departmentRoutes } from "./department/routes.ts";
import { ownRoutes } from "./own/routes.ts";
import type { RouteOptions } from "./route-options.ts";

/** Everything about the exchange over HTTP. */
export const exchangeRoutes: FastifyPluginCallback<RouteOptions> = (app, options, done) => {
  app.register(ownRoutes, options);
  app.register(aheadRoutes, options);
  app.register(auditRoutes, options);
  app.register(departmentRoutes, options);
  done();
};
