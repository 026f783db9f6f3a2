import type { FastifyInstance } from "fastify";
import { type DemoPerson, registerDemoIdentity } from "../demo-identity/index.ts";
import {
  demoMark,
  findInstallation,
  identityRoutes,
  type InstallationRefusal,
  type Provider,
  refuseInstallation,
  relyOn,
  type SessionLimits,
  sessionFinder,
  type Sessions,
  sessionsIn,
  usualSessionLimits,
} from "../identity/index.ts";
import { type RateLimits, registerGuard } from "../platform/auth/index.ts";
import type { Database } from "../platform/postgres/index.ts";

export type IdentitySettings = {
  readonly database: Database;
  /** Who vouches for people: a provider, the demo's made-up people, or nobody. */
  readonly provider?: Provider | { readonly demo: readonly DemoPerson[] };
  /** The register's person with a citizen ID number. */
  readonly findPerson: (idNumber: string) => Promise<number | undefined>;
  readonly sessionLimits?: SessionLimits;
  readonly now?: () => Date;
};

/** Why a server with these settings may not listen at a host; undefined if it may. */
export async function refuseIdentity(
  { database, provider }: IdentitySettings,
  host: string,
): Promise<InstallationRefusal | undefined> {
  const kind = await findInstallation(database);
  return refuseInstallation({ kind, demoSignIn: isDemo(provider), host });
}

const isDemo = (
  provider: IdentitySettings["provider"],
): provider is { readonly demo: readonly DemoPerson[] } =>
  provider !== undefined && "demo" in provider;

export type Doors = {
  readonly identity: IdentitySettings | undefined;
  /** Where our pages are, as `https://luohu.example`. */
  readonly origin: () => string;
  readonly rateLimits: RateLimits | undefined;
};

/** Stands before every route that is registered after it; gives what signing in needs. */
export async function registerDoors(
  app: FastifyInstance,
  { identity, origin, rateLimits }: Doors,
): Promise<Sessions | undefined> {
  const sessions =
    identity === undefined
      ? undefined
      : sessionsIn({
          database: identity.database,
          now: identity.now ?? (() => new Date()),
          limits: identity.sessionLimits ?? usualSessionLimits,
        });
  await registerGuard(app, {
    findSession: sessions === undefined ? async () => undefined : sessionFinder(sessions, origin),
    origin,
    ...(rateLimits === undefined ? {} : { rateLimits }),
  });
  return sessions;
}

/** Signing in and out, by the provider that the settings name. */
export async function registerSignIn(
  app: FastifyInstance,
  settings: IdentitySettings,
  sessions: Sessions,
  { origin, styles }: { readonly origin: () => string; readonly styles: readonly string[] },
): Promise<void> {
  const { database, provider, findPerson, now = () => new Date() } = settings;
  const installation = await findInstallation(database);
  const client = isDemo(provider)
    ? registerDemoIdentity(app, {
        installation,
        people: provider.demo,
        origin,
        mark: demoMark,
        styles,
      })
    : provider && (() => provider);
  const party = client && relyOn(client, origin);
  await app.register(identityRoutes, {
    database,
    sessions,
    findPerson,
    now,
    origin,
    party,
    demo: installation === "demo",
    oneClick: isDemo(provider),
  });
}
