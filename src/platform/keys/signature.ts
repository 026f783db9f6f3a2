// Detached signatures: JWS (RFC 7515, appendix F) with EdDSA, so that any tool can check them.
import { CompactSign, compactVerify, importJWK } from "jose";
import { getSigningKey, type PublicKey } from "./key-folder.ts";

/** `signature` is `header..signature`: the content signed lies elsewhere. */
export type Signed = { readonly key: string; readonly signature: string };

/** Signs bytes with the key that the folder holds now: it may have been rotated a moment ago. */
export async function sign(folder: string, bytes: Uint8Array): Promise<Signed> {
  const { key, jwk } = await getSigningKey(folder);
  const jws = await new CompactSign(bytes)
    .setProtectedHeader({ alg: "EdDSA", kid: key })
    .sign(await importJWK(jwk, "EdDSA"));
  const [header = "", , signature = ""] = jws.split(".");
  return { key, signature: `${header}..${signature}` };
}

/** Whether the key signed exactly these bytes. */
export async function verifySignature(
  { key, x }: Pick<PublicKey, "key" | "x">,
  bytes: Uint8Array,
  signature: string,
): Promise<boolean> {
  const parts = signature.split(".");
  const [header = "", content, end = ""] = parts;
  if (parts.length !== 3 || content !== "") return false;
  try {
    const jwk = await importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA");
    const jws = `${header}.${Buffer.from(bytes).toString("base64url")}.${end}`;
    const { protectedHeader } = await compactVerify(jws, jwk, { algorithms: ["EdDSA"] });
    return protectedHeader.kid === key;
  } catch {
    return false;
  }
}
