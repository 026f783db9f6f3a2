import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "../http/index.ts";

/** Requests a minute: of a session, or of an address where nobody is signed in. */
export type RateLimits = {
  readonly ordinary: number;
  /** Opening what the register has about someone, or a preview that shows it. */
  readonly record: number;
  readonly search: number;
  readonly "sign-in": number;
};

export type LimitKind = keyof RateLimits | "none";

/** Enough for a desk that works fast, and for many people who share an address; too little to read out a county. */
export const usualRateLimits: RateLimits = {
  ordinary: 1200,
  record: 120,
  search: 60,
  "sign-in": 60,
};

/** Answers 429 once a key has had its minute's share; true if it did. */
export type Limiter = (
  kind: LimitKind,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<boolean>;

/** Counts in this process's memory; the plugin has to be registered. */
export function makeLimiter(app: FastifyInstance, limits: RateLimits): Limiter {
  const keys = new WeakMap<FastifyRequest, string>();
  const count = (max: number) =>
    app.createRateLimit({
      max,
      timeWindow: "1 minute",
      keyGenerator: (request) => keys.get(request) ?? request.ip,
    });
  const counters = {
    ordinary: count(limits.ordinary),
    record: count(limits.record),
    search: count(limits.search),
    "sign-in": count(limits["sign-in"]),
  };
  return async (kind, key, request, reply) => {
    if (kind === "none") return false;
    keys.set(request, key);
    const share = await counters[kind](request);
    if (share.isAllowed || !share.isExceeded) return false;
    void reply.header("retry-after", String(Math.max(1, share.ttlInSeconds)));
    sendProblem(request, reply, "too-many-requests");
    return true;
  };
}
