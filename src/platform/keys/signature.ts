// Detached signatures: JWS (RFC 7515, appendix F) with EdDSA, so that any tool can check them.
import { CompactSign, compactVerify, importJWK } from "jose";
import { getSigningKey, type PublicKey } from "./key-folder.ts";

/** An Ed25519 signature (64 bytes) and the key that made it. */
export type Signed = { readonly key: string; readonly signature: Uint8Array };

/** Signs bytes with the key that the folder holds now: it may have been rotated a moment ago. */
export async function sign(folder: string, bytes: Uint8Array): Promise<Signed> {
  const { key, jwk } = await getSigningKey(folder);
  const jws = await new CompactSign(bytes)
    .setProtectedHeader(headerOf(key))
    .sign(await importJWK(jwk, "EdDSA"));
  return { key, signature: Buffer.from(jws.slice(jws.lastIndexOf(".") + 1), "base64url") };
}

/** Whether the key signed exactly these bytes. */
export async function verifySignature(
  { key, x }: Pick<PublicKey, "key" | "x">,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const content = Buffer.from(bytes).toString("base64url");
  try {
    const jwk = await importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA");
    const jws = jwsOf({ key, signature }).replace("..", `.${content}.`);
    await compactVerify(jws, jwk, { algorithms: ["EdDSA"] });
    return true;
  } catch {
    return false;
  }
}

/** The signature as text for papers, `header..signature`: a JWS whose content lies elsewhere. */
export function jwsOf({ key, signature }: Signed): string {
  const header = Buffer.from(JSON.stringify(headerOf(key))).toString("base64url");
  return `${header}..${Buffer.from(signature).toString("base64url")}`;
}

const headerOf = (key: string) => ({ alg: "EdDSA", kid: key }) as const;
