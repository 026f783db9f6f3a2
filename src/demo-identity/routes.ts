import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Interaction, Provider } from "oidc-provider";
import { isLoopback } from "../platform/http/index.ts";
import { pageStyle, peoplePage, prefix, signOutScript } from "./page.ts";
import type { DemoFace, DemoPerson } from "./person.ts";
import { makeProvider, scopes } from "./provider.ts";

export type DemoIdentity = {
  /** What the database is marked as. */
  readonly installation: "demo" | "real" | undefined;
  readonly people: readonly DemoPerson[];
  readonly origin: () => string;
  /** Said in the provider's metadata. */
  readonly mark: string;
  /** Addresses of style sheets with letters, for machines that have no Chinese font. */
  readonly styles: readonly string[];
};

/** What a client needs to know of the provider. */
export type DemoClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
};

const config = { access: { kind: "public" } } as const;
const schema = { hide: true } as const;

/**
 * Mounts the identity provider of the demo, where anyone signs in as anyone with one click: on demo
 * data only, and to this machine only. Gives what its one client needs.
 * @throws when the database is not marked as demo data
 */
export function registerDemoIdentity(app: FastifyInstance, demo: DemoIdentity): () => DemoClient {
  const { installation, people, origin, mark, styles } = demo;
  if (installation !== "demo") throw new Error("demo sign-ins are for demo data only");
  const clientId = "luohu";
  const clientSecret = randomBytes(32).toString("base64url");
  const issuer = () => origin() + prefix;
  const interaction = (uid: string) => `${prefix}/interaction/${uid}`;
  let made: Provider | undefined;
  // Its address is known once the server listens.
  const provider = () =>
    (made ??= makeProvider({
      issuer: issuer(),
      clientId,
      clientSecret,
      clientOrigin: origin(),
      people,
      mark,
      interaction,
    }));

  void app.register((scope, _options, done) => {
    scope.addHook("onRequest", (request, reply, next) => {
      if (isFromThisMachine(request)) return next();
      reply.callNotFound();
    });
    registerPage(scope, { people, styles, provider, interaction });
    void scope.register(mount(provider));
    done();
  });
  return () => ({ issuer: issuer(), clientId, clientSecret, scope: scopes.join(" ") });
}

type Page = Pick<DemoIdentity, "people" | "styles"> & {
  readonly provider: () => Provider;
  readonly interaction: (uid: string) => string;
};

function registerPage(app: FastifyInstance, { people, styles, provider, interaction }: Page): void {
  const known = (subject: unknown): subject is string =>
    people.some((each) => each.subject === subject);
  const finish = async ({ raw }: FastifyRequest, reply: FastifyReply, accountId: string) => {
    await leaveFormer(provider(), await provider().interactionDetails(raw, reply.raw));
    const next = await provider().interactionResult(raw, reply.raw, { login: { accountId } });
    return reply.redirect(next, 303);
  };
  const text = (url: string, type: string, content: string) =>
    app.get(prefix + url, { config, schema }, (_request, reply) => reply.type(type).send(content));

  text("/page.css", "text/css; charset=utf-8", pageStyle);
  text("/sign-out.js", "text/javascript; charset=utf-8", signOutScript);
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get(`${prefix}/people`, { config, schema }, (): readonly DemoFace[] =>
    people.map(({ subject, name, role, story }) => ({
      subject,
      name,
      role,
      ...(story === undefined ? {} : { story }),
    })),
  );
  app.get(interaction(":uid"), { config, schema }, async (request, reply) => {
    const { uid, params } = await provider().interactionDetails(request.raw, reply.raw);
    if (known(params["login_hint"])) return finish(request, reply, params["login_hint"]);
    return reply
      .type("text/html; charset=utf-8")
      .send(peoplePage(people, interaction(uid), styles));
  });
  app.post(interaction(":uid"), { config, schema }, async (request, reply) => {
    const { subject } = request.body as { readonly subject?: unknown };
    return known(subject) ? finish(request, reply, subject) : reply.callNotFound();
  });
}

/** Whoever was signed in at this browser is signed out: the next click may be somebody else's. */
async function leaveFormer(provider: Provider, interaction: Interaction): Promise<void> {
  if (interaction.session === undefined) return;
  const former = await provider.Session.findByUid(interaction.session.uid);
  await former?.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

/** Everything else under the prefix is the provider's own; it reads bodies itself. */
const mount =
  (provider: () => Provider) => (app: FastifyInstance, _options: unknown, done: () => void) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _body, next) => next(null));
    app.route({
      method: ["GET", "POST", "OPTIONS"],
      url: `${prefix}/*`,
      config,
      schema,
      handler: async ({ raw }, reply) => {
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value);
        }
        reply.hijack();
        const url = raw.url ?? "/";
        await provider().callback()(
          Object.assign(raw, { originalUrl: url, url: url.slice(prefix.length) }),
          reply.raw,
        );
      },
    });
    done();
  };

/** By the address that was connected to, whatever the server was told to listen at. */
const isFromThisMachine = ({ socket }: FastifyRequest): boolean =>
  socket.localAddress === undefined || isLoopback(socket.localAddress);
