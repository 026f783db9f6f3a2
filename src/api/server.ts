import Fastify, { type FastifyInstance } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { Pack } from "../policy/index.ts";
import { type Exchange, exchangeRoutes } from "../exchange/index.ts";
import type { InstallationRefusal } from "../identity/index.ts";
import type { RateLimits } from "../platform/auth/index.ts";
import { securityHeaders } from "../platform/http/index.ts";
import { type Register, registerRoutes } from "../register/index.ts";
import { type Standards, standardsRoutes } from "../standards/index.ts";
import { bodyLimit, registerBodies } from "./bodies.ts";
import { caseworkRoutes } from "../casework/index.ts";
import { decisionRoutes } from "./decisions.ts";
import { answerError, registerErrors } from "./errors.ts";
import { type Log, registerLog } from "./log.ts";
import { addressOf } from "./listening-address.ts";
import { openCasework } from "./open-casework.ts";
import { registerOpenApi } from "./openapi.ts";
import { letterStyles, portalFolder, registerPortal } from "./portal.ts";
import { type IdentitySettings, refuseIdentity, registerDoors, registerSignIn } from "./sign-in.ts";
import { textRoutes } from "./texts.ts";

export type ServerSettings = {
  readonly pack: Pack;
  /** Takes each line of the log; by default none is kept. */
  readonly log?: Log;
  /** The built portal; by default the one of this package. */
  readonly portal?: string;
  /** Code lists and divisions, for labels in pages. */
  readonly standards?: Standards;
  /** People and households; without it there are the rules alone. */
  readonly register?: Register;
  /** What departments are asked; it goes with the register. */
  readonly exchange?: Exchange;
  /** Accounts and who vouches for them; without it nobody can sign in. */
  readonly identity?: IdentitySettings;
  /** Where people reach the pages, as `https://luohu.example`; by default where the server listens. */
  readonly publicUrl?: string;
  /** Addresses of proxies that say whom they speak for, as `10.0.0.1,10.0.0.2`; by default nobody is believed. */
  readonly proxy?: string;
  /** Requests a minute. */
  readonly rateLimits?: RateLimits;
};

/** The whole application as a list of its parts, listening nowhere yet. */
export async function buildServer({
  pack,
  log = () => undefined,
  portal = portalFolder,
  standards,
  register,
  exchange,
  identity,
  publicUrl,
  proxy,
  rateLimits,
}: ServerSettings): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    trustProxy: proxy ?? false,
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
  const origin = () => publicUrl ?? addressOf(app);
  const sessions = await registerDoors(app, { identity, origin, rateLimits });
  await registerOpenApi(app, pack);
  await app.register(decisionRoutes, { pack });
  await app.register(textRoutes, { pack });
  if (standards) await app.register(standardsRoutes, { standards });
  if (register) await app.register(registerRoutes, { register });
  if (register && exchange) await app.register(exchangeRoutes, { register, exchange });
  if (register && exchange && standards) {
    const casework = openCasework(register, exchange, standards);
    await app.register(caseworkRoutes, { casework });
  }
  if (identity && sessions) {
    await registerSignIn(app, identity, sessions, { origin, styles: letterStyles(portal) });
  }
  await registerPortal(app, portal);
  return app;
}

export type Started =
  | { readonly kind: "started"; readonly url: string; readonly close: () => Promise<void> }
  /** `code` as the system names it (EADDRINUSE, EACCES, EADDRNOTAVAIL …), or one of ours. */
  | { readonly kind: "refused"; readonly code: InstallationRefusal | (string & {}) };

/**
 * Starts the application; port 0 takes any free one.
 * `close` ends open connections, also those kept alive, and settles once nothing is left.
 */
export async function startServer(
  settings: ServerSettings & { readonly port: number; readonly host?: string },
): Promise<Started> {
  const { port, host = "127.0.0.1" } = settings;
  const refusal = settings.identity && (await refuseIdentity(settings.identity, host));
  if (refusal !== undefined) return { kind: "refused", code: refusal };
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
  return { kind: "started", url: `${addressOf(app)}/`, close: () => app.close() };
}
