import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type Context, Provider } from "oidc-provider";
import { memory } from "./memory.ts";
import { signOutPage } from "./page.ts";
import type { DemoPerson } from "./person.ts";

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the client's pages are, as `http://127.0.0.1:8321`. */
  readonly clientOrigin: string;
  readonly people: readonly DemoPerson[];
  /** Said in the provider's metadata, so that nobody takes it for a real one. */
  readonly mark: string | undefined;
  /** Where people say who they are. */
  readonly interaction: (uid: string) => string;
};

export const scopes = ["openid", "profile", "id_number"] as const;

/** A whole OpenID Connect provider with keys and memory of its own, gone when the process ends. */
export function makeProvider(settings: ProviderSettings): Provider {
  const { issuer, clientId, clientSecret, clientOrigin, people, mark, interaction } = settings;
  const signing = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  return new Provider(issuer, {
    adapter: memory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: "ES256",
        redirect_uris: [`${clientOrigin}/auth/callback`],
        post_logout_redirect_uris: [`${clientOrigin}/`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...signing.export({ format: "jwk" }), use: "sig", alg: "ES256" }] },
    cookies: {
      keys: [randomBytes(32).toString("hex")],
      names: {
        session: "luohu-demo-identity",
        interaction: "luohu-demo-interaction",
        resume: "luohu-demo-resume",
      },
    },
    discovery: mark === undefined ? {} : { [mark]: true },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    scopes,
    claims: { openid: ["sub"], profile: ["name", "name#en"], id_number: ["id_number"] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 300,
      Interaction: 3600,
      Session: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (ctx: Context, form: string) => {
          ctx.type = "html";
          ctx.body = signOutPage(form);
        },
      },
    },
    interactions: { url: (_ctx: Context, { uid }: { readonly uid: string }) => interaction(uid) },
    findAccount: (_ctx: Context, subject: string) => accountOf(people, subject),
    loadExistingGrant: grantAll,
    renderError: (ctx: Context, { error }: { readonly error: string }) => {
      ctx.type = "text";
      ctx.body = `演示登录没有完成 / The demo's sign-in did not finish: ${error}\n`;
    },
  });
}

function accountOf(people: readonly DemoPerson[], subject: string) {
  const person = people.find((each) => each.subject === subject);
  if (person === undefined) return undefined;
  const { name, idNumber } = person;
  return {
    accountId: subject,
    claims: () => ({
      sub: subject,
      name: name["zh-CN"],
      "name#en": name.en,
      ...(idNumber === undefined ? {} : { id_number: idNumber }),
    }),
  };
}

/** There is one client, and it is ours: nobody is asked for leave. */
async function grantAll({ oidc }: Context): Promise<unknown> {
  const { client, account, provider } = oidc;
  if (client === undefined || account === undefined) return undefined;
  const { clientId } = client;
  const grant = new provider.Grant({ clientId, accountId: account.accountId });
  grant.addOIDCScope(scopes.join(" "));
  await grant.save();
  return grant;
}
