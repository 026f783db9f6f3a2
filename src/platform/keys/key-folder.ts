// The signing keys: files outside the database, so that whoever can write the database cannot sign.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

/** Keys that cannot be used; the message is for the person who runs this. */
export class KeysError extends Error {
  override readonly name = "KeysError";
  readonly code: "missing" | "damaged" | "open-to-others";
  readonly path: string;

  constructor(code: KeysError["code"], path: string) {
    super(`${path}: ${code}`);
    this.code = code;
    this.path = path;
  }
}

/** What everybody may know of a key: its thumbprint (RFC 7638), its Ed25519 point, when it was used. */
export type PublicKey = {
  readonly key: string;
  /** The public point, base64url (RFC 8037). */
  readonly x: string;
  /** UTC instants; `retired` is null for the key in use. */
  readonly created: string;
  readonly retired: string | null;
};

const keyFile = z.strictObject({
  key: z.string(),
  created: z.iso.datetime(),
  retired: z.iso.datetime().nullable(),
  jwk: z.strictObject({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z.string(),
    /** The secret; a retired key has none. */
    d: z.string().exactOptional(),
  }),
});
type KeyFile = z.infer<typeof keyFile>;

/** Makes the first key of a folder that has none; `now` is an instant. */
export async function ensureKey(folder: string, now: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((await readKeys(folder)).length === 0) await makeKey(folder, now);
}

/** Every key of the folder, oldest first. */
export async function listKeys(folder: string): Promise<readonly PublicKey[]> {
  return (await readKeys(folder)).map(publicPart);
}

/**
 * A new key signs from now on. The old one keeps its public part and its dates; its secret is gone.
 * A crash in between leaves both, and the newer one signs.
 */
export async function rotateKey(folder: string, now: string): Promise<PublicKey> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const old = await readKeys(folder);
  const made = await makeKey(folder, now);
  for (const each of old.filter(({ jwk }) => jwk.d !== undefined)) {
    const { kty, crv, x } = each.jwk;
    writeKey(folder, { ...each, retired: now, jwk: { kty, crv, x } });
  }
  return publicPart(made);
}

/** Learns the public part of keys that signed elsewhere; what they signed is believed from now on. */
export async function adoptKeys(
  folder: string,
  keys: readonly PublicKey[],
  now: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = new Set((await readKeys(folder)).map(({ key }) => key));
  for (const { key, x, created, retired } of keys.filter((each) => !known.has(each.key))) {
    const jwk = { kty: "OKP", crv: "Ed25519", x } as const;
    if ((await calculateJwkThumbprint(jwk)) !== key) throw new KeysError("damaged", key);
    writeKey(folder, { key, created, retired: retired ?? now, jwk });
  }
}

/** The key that signs: the newest whose secret is here. */
export async function getSigningKey(folder: string): Promise<KeyFile> {
  const found = (await readKeys(folder)).findLast(({ jwk }) => jwk.d !== undefined);
  if (found === undefined) throw new KeysError("missing", folder);
  return found;
}

async function makeKey(folder: string, now: string): Promise<KeyFile> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  const jwk = { kty: "OKP", crv: "Ed25519", x, d } as const;
  const made = { key: await calculateJwkThumbprint(jwk), created: now, retired: null, jwk };
  writeKey(folder, made);
  return made;
}

const publicPart = ({ key, created, retired, jwk }: KeyFile): PublicKey => ({
  key,
  x: jwk.x,
  created,
  retired,
});

/** Whole or not at all: written aside, then moved into place. */
function writeKey(folder: string, key: KeyFile): void {
  const path = join(folder, `${prefix}${key.key}.json`);
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(aside, path);
}

const prefix = "key-";

async function readKeys(folder: string): Promise<readonly KeyFile[]> {
  const names = listFiles(folder).filter((name) => /^key-[\w-]{43}\.json$/.test(name));
  const read = await Promise.all(names.map((name) => readKey(join(folder, name))));
  return read.toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function readKey(path: string): Promise<KeyFile> {
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new KeysError("open-to-others", path);
  }
  const read = keyFile.safeParse(parseJson(readFileSync(path, "utf8")));
  if (!read.success || !path.endsWith(`${prefix}${read.data.key}.json`)) {
    throw new KeysError("damaged", path);
  }
  if ((await calculateJwkThumbprint(read.data.jwk)) !== read.data.key) {
    throw new KeysError("damaged", path);
  }
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
