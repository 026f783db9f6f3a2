import Fastify, { type FastifyInstance } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { Pack } from "../policy/index.ts";
import { securityHeaders } from "../platform/http/index.ts";
import { bodyLimit, registerBodies } from "./bodies.ts";
import { decisionRoutes } from "./decisions.ts";
import { answerError, registerErrors } from "./errors.ts";
import { type Log, registerLog } from "./log.ts";
import { registerOpenApi } from "./openapi.ts";
import { portalFolder, registerPortal } from "./portal.ts";
import { textRoutes } from "./texts.ts";

export type ServerSettings = {
  readonly pack: Pack;
  /** Takes each line of the log; by default none is kept. */
  readonly log?: Log;
  /** The built portal; by default the one of this package. */
  readonly portal?: string;
};

/** The whole application as a list of its parts, listening nowhere yet. */
export async function buildServer({
  pack,
  log = () => undefined,
  portal = portalFolder,
}: ServerSettings): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    logger: false,
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply, log);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  // The engine's answers are plain JSON already; contract.test.ts holds them to the documented schemas.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers({ ...securityHeaders, "cache-control": "no-store" });
    done();
  });
  registerLog(app, log);
  registerErrors(app, log);
  registerBodies(app);
  await registerOpenApi(app, pack);
  await app.register(decisionRoutes, { pack });
  await app.register(textRoutes, { pack });
  await registerPortal(app, portal);
  return app;
}

export type Started =
  | { readonly kind: "started"; readonly url: string; readonly close: () => Promise<void> }
  /** `code` as the system names it: EADDRINUSE, EACCES, EADDRNOTAVAIL … */
  | { readonly kind: "refused"; readonly code: string };

/**
 * Starts the application; port 0 takes any free one.
 * `close` ends open connections, also those kept alive, and settles once nothing is left.
 */
export async function startServer(
  settings: ServerSettings & { readonly port: number; readonly host?: string },
): Promise<Started> {
  const { port, host = "127.0.0.1" } = settings;
  const app = await buildServer(settings);
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    if (error instanceof Error && "code" in error && "syscall" in error) {
      return { kind: "refused", code: String(error.code) };
    }
    throw error;
  }
  const address = app.server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return { kind: "started", url: `http://${name}:${bound}/`, close: () => app.close() };
}
