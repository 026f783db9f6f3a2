import * as oidc from "openid-client";
import { z } from "zod";
import { isLoopback } from "../platform/http/index.ts";

/** An identity provider that speaks OpenID Connect, and what it knows us by. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By default `openid profile`. */
  readonly scope?: string;
  /** The claim with the citizen ID number that the provider has verified; `id_number`. */
  readonly idNumberClaim?: string;
};

/** Kept in the browser, in a cookie of its own, from leaving for the provider to coming back. */
export const attempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
export type Attempt = z.output<typeof attempt>;

/** Whom the provider vouches for. */
export type Claims = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly idNumber: string | undefined;
  /** Whether the provider is one of made-up people. */
  readonly demo: boolean;
};

export type RelyingParty = {
  /** Where to send the browser, and what it has to come back with. @throws ProviderUnavailable */
  readonly leave: (
    to: string,
    extra?: Record<string, string>,
  ) => Promise<{ url: URL; kept: Attempt }>;
  /** Whom the provider vouches for at this address; undefined if it does not. @throws ProviderUnavailable */
  readonly comeBack: (at: URL, kept: Attempt) => Promise<Claims | undefined>;
  /** Where signing out goes on; our first page where the provider has no such address. */
  readonly signOutUrl: () => Promise<URL>;
};

/** The identity provider does not answer. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
}

/** Said by a provider of made-up people in its metadata. */
export const demoMark = "luohu_demo";

/** Seconds to wait for the provider. */
const timeout = 10;

/** Signs people in by authorization code, PKCE, state and nonce; `origin` is where our pages are. */
export function relyOn(provider: () => Provider, origin: () => string): RelyingParty {
  let discovered: Promise<oidc.Configuration> | undefined;
  const callback = () => `${origin()}/auth/callback`;

  async function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(provider());
    try {
      return await discovered;
    } catch (cause) {
      discovered = undefined;
      throw new ProviderUnavailable("no answer to discovery", { cause });
    }
  }

  return {
    async leave(to, extra = {}) {
      const config = await configuration();
      const kept = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        to,
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback(),
        scope: provider().scope ?? "openid profile",
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: "S256",
        ...extra,
      });
      return { url, kept };
    },
    async comeBack(at, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, at, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const token = tokens.claims();
        if (token === undefined) return undefined;
        const asked = config.serverMetadata().userinfo_endpoint !== undefined;
        const info = asked ? await oidc.fetchUserInfo(config, tokens.access_token, token.sub) : {};
        return claimsIn({ ...token, ...info }, config, provider().idNumberClaim ?? "id_number");
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw new ProviderUnavailable("no answer to a code", { cause: error });
      }
    },
    async signOutUrl() {
      const config = await configuration();
      const home = `${origin()}/`;
      if (config.serverMetadata().end_session_endpoint === undefined) return new URL(home);
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: home });
    },
  };
}

/** Plain HTTP is for a provider on this machine only. */
function discover({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const plain = server.protocol === "http:" && isLoopback(server.hostname);
  return oidc.discovery(server, clientId, clientSecret, undefined, {
    timeout,
    ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}),
  });
}

function claimsIn(
  claims: Readonly<Record<string, unknown>>,
  config: oidc.Configuration,
  idNumberClaim: string,
): Claims {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === "string" && value.trim() !== ""
      ? value.trim().slice(0, 200)
      : undefined;
  };
  const subject = String(claims["sub"]);
  return {
    issuer: config.serverMetadata().issuer,
    subject,
    name: text("name") ?? text("preferred_username") ?? subject,
    nameEn: text("name#en"),
    idNumber: text(idNumberClaim),
    demo: config.serverMetadata()[demoMark] === true,
  };
}

/** The provider, or a check of ours, said no; anything else is a fault on the way. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    (error instanceof oidc.ClientError && error.code !== "OAUTH_TIMEOUT")
  );
}
