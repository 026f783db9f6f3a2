import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { localeOf, sendProblem } from "../http/index.ts";
import type { Text } from "../../policy/index.ts";
import { type Access, accessFault, refuseAccess } from "./access.ts";
import { purposeCodes } from "./contract.ts";
import { type LimitKind, makeLimiter, type RateLimits, usualRateLimits } from "./limits.ts";
import type { OpenSession, Principal } from "./principal.ts";
import { type Purpose, type PurposeFault, readPurpose } from "./purpose.ts";
import { changesNothing, isFromHere } from "./same-site.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may use the route. */
    readonly access?: Access;
    /** Which share of requests it counts towards; `ordinary` by default. */
    readonly limit?: LimitKind;
  }
  interface FastifyRequest {
    openSession: OpenSession | undefined;
    lookUpPurpose: Purpose | undefined;
  }
}

export type GuardSettings = {
  /** The session of a request's cookie, if it has one that goes on. */
  readonly findSession: (request: FastifyRequest) => Promise<OpenSession | undefined>;
  /** Where our pages are, as `https://luohu.example`. */
  readonly origin: () => string;
  readonly rateLimits?: RateLimits;
};

/**
 * Stands before every route: who is asking, may they, do they ask too often, is it our own page,
 * and why do they look. All of it is settled before a body is read. The server does not start
 * while a route declares no access. To be registered before the routes.
 */
export async function registerGuard(app: FastifyInstance, settings: GuardSettings): Promise<void> {
  const { findSession, origin, rateLimits = usualRateLimits } = settings;
  const routes: RouteOptions[] = [];
  app.decorateRequest("openSession", undefined);
  app.decorateRequest("lookUpPurpose", undefined);
  app.addHook("onRoute", (route) => void routes.push(route));
  app.addHook("onReady", () => refuseUndeclared(routes));
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  const limited = makeLimiter(app, rateLimits);

  app.addHook("onRequest", async (request, reply) => {
    const { access, limit = "ordinary" } = request.routeOptions.config;
    const open = access?.kind === "signed-in" ? await findSession(request) : undefined;
    if (await limited(limit, open?.key ?? request.ip, request, reply)) return reply;
    if (request.is404 || access?.kind === "public") return undefined;
    if (access === undefined) return sendProblem(request, reply, "not-allowed");
    const params = request.params as Readonly<Record<string, string | undefined>>;
    const refusal = refuseAccess(access, open?.principal, params);
    if (refusal !== undefined) return sendProblem(request, reply, refusal);
    const unsafe = !changesNothing.has(request.method);
    if (unsafe && !isFromHere(request.headers, open?.csrf ?? "", origin())) {
      return sendProblem(request, reply, "not-from-here");
    }
    request.openSession = open;
    return access.purpose === true ? takePurpose(request, reply) : undefined;
  });
}

const wrong: Readonly<Record<PurposeFault, Text>> = {
  purpose: {
    "zh-CN": `可用的目的代码：${purposeCodes.join("、")}。`,
    en: `The codes are ${purposeCodes.join(", ")}.`,
  },
  reference: {
    "zh-CN": "编号须按百分号编码，最多 60 个字符。",
    en: "Write the reference percent-encoded, in at most 60 characters.",
  },
};

function takePurpose(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const purpose = readPurpose(request.headers);
  if (typeof purpose === "object") {
    request.lookUpPurpose = purpose;
    return undefined;
  }
  const path = `header.Luohu-${purpose === "purpose" ? "Purpose" : "Reference"}`;
  const message = wrong[purpose][localeOf(request)];
  return sendProblem(request, reply, "purpose-missing", [
    { code: `bad-${purpose}`, path, message },
  ]);
}

function refuseUndeclared(routes: readonly RouteOptions[]): void {
  const faults = routes.flatMap(({ method, url, config, schema }) => {
    const hidden = method !== "HEAD" && schema?.hide === true;
    const fault = accessFault(config?.access, url, hidden);
    return fault === undefined ? [] : [`${String(method)} ${url} ${fault}`];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** Who is asking, on a route for people who are signed in. */
export function principalOf(request: FastifyRequest): Principal {
  return sessionOf(request).principal;
}

/** The session on a route for people who are signed in. */
export function sessionOf({ openSession }: FastifyRequest): OpenSession {
  if (openSession === undefined) throw new Error("the route is not for people who are signed in");
  return openSession;
}

/** Why they look, on a route that declares `purpose`. */
export function purposeOf({ lookUpPurpose }: FastifyRequest): Purpose {
  if (lookUpPurpose === undefined) throw new Error("the route declares no purpose");
  return lookUpPurpose;
}
