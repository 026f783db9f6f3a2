// Secrets that seal what the database keeps and must not read: files outside it, one a key.
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KeysError } from "./key-folder.ts";

const secretFile = z.strictObject({
  id: z.string(),
  created: z.iso.datetime(),
  /** 32 bytes, base64url. */
  secret: z.string().length(43),
});
type SecretFile = z.infer<typeof secretFile>;

/** Bytes that only the holder of the key reads, with the authentication tag at their end. */
export type Sealed = {
  readonly key: string;
  readonly nonce: Buffer;
  readonly bytes: Buffer;
};

const tagLength = 16;

/** Where secrets are, and bytes that nobody can guess. */
export type Secrets = {
  readonly folder: string;
  readonly random: (bytes: number) => Buffer;
  /** An instant. */
  readonly now: string;
};

/** Seals bytes with the newest key (AES-256-GCM), making the first; `about` has to be the same when they are opened. */
export function sealBytes(secrets: Secrets, plain: Buffer, about: string): Sealed {
  const { id, secret } = newestSecret(secrets);
  const nonce = secrets.random(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(secret, "base64url"), nonce);
  cipher.setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { key: id, nonce, bytes };
}

/**
 * Opens what was sealed.
 *
 * @throws KeysError where its key is not here; an error where the bytes or `about` are not those that were sealed
 */
export function openBytes(folder: string, { key, nonce, bytes }: Sealed, about: string): Buffer {
  const { secret } = readSecret(join(folder, nameOf(key)));
  const opened = createDecipheriv("aes-256-gcm", Buffer.from(secret, "base64url"), nonce);
  opened.setAAD(Buffer.from(about));
  opened.setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([opened.update(bytes.subarray(0, -tagLength)), opened.final()]);
}

function newestSecret({ folder, random, now }: Secrets): SecretFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = readdirSync(folder)
    .filter((name) => /^secret-[\w-]{22}\.json$/.test(name))
    .map((name) => readSecret(join(folder, name)))
    .toSorted((a, b) => a.created.localeCompare(b.created));
  return found.at(-1) ?? makeSecret(folder, random(32), now);
}

function makeSecret(folder: string, bytes: Buffer, created: string): SecretFile {
  const id = createHash("sha256").update(bytes).digest().subarray(0, 16).toString("base64url");
  const made = { id, created, secret: bytes.toString("base64url") };
  const path = join(folder, nameOf(id));
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(aside, path);
  return made;
}

const nameOf = (id: string): string => `secret-${id}.json`;

function readSecret(path: string): SecretFile {
  const text = readText(path);
  if (text === undefined) throw new KeysError("missing", path);
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0)
    throw new KeysError("open-to-others", path);
  const read = secretFile.safeParse(parsed(text));
  if (!read.success) throw new KeysError("damaged", path);
  return read.data;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
