import type { Provider } from "../identity/index.ts";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";

/**
 * The OpenID Connect provider that the environment names: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, and
 * where they differ from the usual OIDC_SCOPE and OIDC_ID_NUMBER_CLAIM. `none` where no issuer is named;
 * undefined, with the reason printed, where something is missing.
 */
export function useProvider({ io, texts }: Call): Provider | "none" | undefined {
  const read = (name: string): string => io.env[name] ?? "";
  const issuer = read("OIDC_ISSUER");
  if (issuer === "") return "none";
  const clientId = read("OIDC_CLIENT_ID");
  const clientSecret = read("OIDC_CLIENT_SECRET");
  const missing =
    clientId === "" ? "OIDC_CLIENT_ID" : clientSecret === "" ? "OIDC_CLIENT_SECRET" : "";
  if (missing !== "" || !URL.canParse(issuer)) {
    io.err(`luohu: ${fill(texts.providerIncomplete, { name: missing || "OIDC_ISSUER" })}\n`);
    return undefined;
  }
  const scope = read("OIDC_SCOPE");
  const idNumberClaim = read("OIDC_ID_NUMBER_CLAIM");
  return {
    issuer,
    clientId,
    clientSecret,
    ...(scope === "" ? {} : { scope }),
    ...(idNumberClaim === "" ? {} : { idNumberClaim }),
  };
}
