// Signed messages: compact JWS (RFC 7515) with EdDSA, by a key of the member who sends it.
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import type { z } from "zod";
import { jwsOf, type PublicKey, sign } from "../platform/keys/index.ts";

/** Who takes part in the exchange: where it answers, and the keys that it signs with. */
export type Member = {
  readonly member: string;
  readonly url: string;
  readonly keys: readonly Pick<PublicKey, "key" | "x">[];
};

export type MessageRefusal =
  | "malformed-message"
  | "unknown-member"
  | "bad-signature"
  | "not-for-us"
  | "expired";

/** Seconds that a message holds. */
export const lifetime = 60;

/** Seconds by which two clocks may differ. */
const leeway = 5;

type Envelope = {
  readonly iss: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
};

/** Signs a message with the newest key of the folder. */
export async function seal(keys: string, message: object): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(message), "utf8");
  const content = bytes.toString("base64url");
  return jwsOf(await sign(keys, bytes)).replace("..", `.${content}.`);
}

/**
 * The message if it has the form, comes from a member, is what the member signed, is meant for `self`, and holds
 * at the instant `now`; else the first of these that it is not.
 */
export async function open<Message extends Envelope>(
  jws: string,
  schema: z.ZodType<Message>,
  to: { readonly self: string; readonly members: readonly Member[]; readonly now: Date },
): Promise<Message | MessageRefusal> {
  const read = schema.safeParse(contentOf(jws));
  if (!read.success) return "malformed-message";
  const message = read.data;
  const sender = to.members.find(({ member }) => member === message.iss);
  if (sender === undefined) return "unknown-member";
  if (!(await isSignedBy(sender, jws))) return "bad-signature";
  if (message.aud !== to.self) return "not-for-us";
  const now = to.now.getTime() / 1000;
  const holds =
    message.iat <= now + leeway && now < message.exp && message.exp - message.iat <= lifetime;
  return holds ? message : "expired";
}

function contentOf(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

async function isSignedBy({ keys }: Member, jws: string): Promise<boolean> {
  try {
    const { kid } = decodeProtectedHeader(jws);
    const key = keys.find((each) => each.key === kid);
    if (key === undefined) return false;
    const jwk = await importJWK({ kty: "OKP", crv: "Ed25519", x: key.x }, "EdDSA");
    await compactVerify(jws, jwk, { algorithms: ["EdDSA"] });
    return true;
  } catch {
    return false;
  }
}
