import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { roles, sessionOf } from "../platform/auth/index.ts";
import { isLoopback, plainPage, sendProblem } from "../platform/http/index.ts";
import { roleChange, session, type Session, signedOut, signOut } from "./contract.ts";
import { cookiesAt, readAttempt, writeAttempt } from "./cookies.ts";
import { returnPath } from "./domain/return-path.ts";
import { pages } from "./pages.ts";
import { ProviderUnavailable, type RelyingParty } from "./relying-party.ts";
import type { FoundSession, Sessions } from "./sessions.ts";
import { signIn, type SignInSettings } from "./sign-in.ts";

export type IdentityRoutes = SignInSettings & {
  /** Undefined where nobody can sign in. */
  readonly party: RelyingParty | undefined;
  readonly origin: () => string;
  /** Whether all people here are made up. */
  readonly demo: boolean;
  /** Whether the provider is the demo's: then a link may say whom to sign in as. */
  readonly oneClick: boolean;
};

const signedIn = { kind: "signed-in", roles, place: "none", record: "none" } as const;
const open = { kind: "public" } as const;

/** Signing in and out, and who is signed in. */
export const identityRoutes: FastifyPluginCallbackZod<IdentityRoutes> = (app, settings, done) => {
  const { party, sessions, origin, demo, oneClick } = settings;
  const cookies = () => cookiesAt(origin());

  app.get(
    "/auth/sign-in",
    {
      config: { access: open, limit: "sign-in" },
      schema: {
        hide: true,
        querystring: z.object({ to: z.string().optional(), as: z.string().optional() }),
      },
    },
    async (request, reply) => {
      if (party === undefined) return sendPage(reply, 503, pages.unavailable);
      const { to, as } = request.query;
      // The provider sends people back to one address; another name of this machine has other cookies.
      const here = new URL(origin());
      const asked = URL.parse(`${here.protocol}//${request.host}`) ?? here;
      if (asked.host !== here.host && isLoopback(asked.hostname) && isLoopback(here.hostname)) {
        return reply.redirect(here.origin + request.url, 302);
      }
      const hint = oneClick
        ? { prompt: "login", ...(as === undefined ? {} : { login_hint: as }) }
        : {};
      return trying(reply, async () => {
        const { url, kept } = await party.leave(returnPath(to), hint);
        const { attempt, attributes, attemptAge } = cookies();
        void reply.setCookie(attempt, writeAttempt(kept), { ...attributes, maxAge: attemptAge });
        return reply.redirect(url.href, 302);
      });
    },
  );

  app.get(
    "/auth/callback",
    { config: { access: open, limit: "sign-in" }, schema: { hide: true } },
    (request, reply) =>
      trying(reply, async () => {
        const { attempt, attributes, session: cookie } = cookies();
        const kept = readAttempt(request.cookies[attempt]);
        void reply.clearCookie(attempt, attributes);
        if (party === undefined || kept === undefined) return sendPage(reply, 400, pages.failed);
        const claims = await party.comeBack(new URL(request.url, origin()), kept);
        if (claims === undefined) return sendPage(reply, 400, pages.failed);
        const signed = await signIn(settings, claims, request.cookies[cookie]);
        if (signed.kind === "demo-refused") return sendPage(reply, 403, pages.demoRefused);
        void reply.setCookie(cookie, signed.token, attributes);
        return reply.redirect(returnPath(kept.to), 303);
      }),
  );

  app.post(
    "/auth/sign-out",
    {
      config: { access: signedIn },
      schema: {
        operationId: "signOut",
        tags: ["session"],
        summary: "退出登录 / Sign out",
        body: signOut,
        response: { 200: signedOut },
      },
    },
    async (request, reply) => {
      const { session: cookie, attributes } = cookies();
      await (request.body.everywhere === true
        ? sessions.endAll(sessionOf(request).principal.account)
        : sessions.end(request.cookies[cookie] ?? ""));
      void reply.clearCookie(cookie, attributes);
      return { location: await signOutAt(party, origin()) };
    },
  );

  app.get(
    "/api/session",
    {
      config: { access: open },
      schema: {
        operationId: "session",
        tags: ["session"],
        summary: "当前登录 / Who is signed in",
        response: { 200: session },
      },
    },
    (request) => describe(request.cookies[cookies().session]),
  );

  app.post(
    "/api/session/role",
    {
      config: { access: signedIn },
      schema: {
        operationId: "changeRole",
        tags: ["session"],
        summary: "切换岗位 / Act in another role",
        body: roleChange,
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const { session: cookie, attributes } = cookies();
      const token = await sessions.act(request.cookies[cookie] ?? "", request.body.appointment);
      if (token === undefined) return sendProblem(request, reply, "not-allowed");
      void reply.setCookie(cookie, token, attributes);
      return describe(token);
    },
  );

  async function describe(token: string | undefined): Promise<Session> {
    const found = token === undefined ? undefined : await sessions.find(token);
    const shared = { demo, signIn: party !== undefined };
    if (found === undefined) return { ...shared, who: null };
    const appointments = await sessions.appointments(found.principal.account);
    return { ...shared, who: whoIs(found, appointments) };
  }

  done();
};

function whoIs(found: FoundSession, appointments: Awaited<ReturnType<Sessions["appointments"]>>) {
  const { principal, nameEn, registered, acting, csrf, ends } = found;
  return {
    name: { "zh-CN": principal.name, en: nameEn ?? principal.name },
    role: principal.role,
    counties: [...principal.counties],
    department: principal.department ?? null,
    registered,
    acting,
    appointments: appointments.map((each) => ({ ...each, counties: [...each.counties] })),
    csrf,
    expires: ends,
  };
}

/** Our own session has ended either way. */
async function signOutAt(party: RelyingParty | undefined, origin: string): Promise<string> {
  try {
    return (await party?.signOutUrl())?.href ?? `${origin}/`;
  } catch (error) {
    if (error instanceof ProviderUnavailable) return `${origin}/`;
    throw error;
  }
}

async function trying(
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderUnavailable) return sendPage(reply, 503, pages.unavailable);
    throw error;
  }
}

const sendPage = (reply: FastifyReply, status: number, page: (typeof pages)[keyof typeof pages]) =>
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .send(plainPage(page.title, page.words, page.link));

/** The session of a request's cookie, for the guard. */
export const sessionFinder =
  (sessions: Sessions, origin: () => string) =>
  async (request: FastifyRequest): Promise<FoundSession | undefined> => {
    const token = request.cookies[cookiesAt(origin()).session];
    return token === undefined ? undefined : sessions.find(token);
  };
