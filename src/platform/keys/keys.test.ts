import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { compactVerify, importJWK } from "jose";
import { ensureKey, jwsOf, listKeys, rotateKey, sign, verifySignature } from "./index.ts";

const base = mkdtempSync(join(tmpdir(), "luohu-keys-"));
let folder = base;
let count = 0;
beforeEach(() => {
  folder = join(base, String(count++), "keys");
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const bytes = Buffer.from("head of a chain");
const [first, second] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"] as const;

async function theKey() {
  const [key] = await listKeys(folder);
  if (key === undefined) throw new Error("no key");
  return key;
}

describe("the signing key", () => {
  it("is made once, in a file of its own that nobody else reads", async () => {
    await ensureKey(folder, first);
    const [key] = await listKeys(folder);
    await ensureKey(folder, second);
    expect(await listKeys(folder)).toEqual([key]);
    const [file = ""] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("signs what only the same bytes and the same key verify", async () => {
    await ensureKey(folder, first);
    const { key, signature } = await sign(folder, bytes);
    const known = await theKey();
    expect(key).toBe(known.key);
    expect(await verifySignature(known, bytes, signature)).toBe(true);
    expect(await verifySignature(known, Buffer.from("another"), signature)).toBe(false);
    expect(await verifySignature({ ...known, key: "other" }, bytes, signature)).toBe(false);
    const flipped = Uint8Array.from(signature, (byte, at) => (at === 5 ? byte ^ 1 : byte));
    expect(await verifySignature(known, bytes, flipped)).toBe(false);
    expect(await verifySignature(known, bytes, Buffer.alloc(0))).toBe(false);
    const [header = "", content, end] = jwsOf({ key, signature }).split(".");
    const jwk = await importJWK({ kty: "OKP", crv: "Ed25519", x: known.x }, "EdDSA");
    const whole = `${header}.${bytes.toString("base64url")}.${end}`;
    expect(content).toBe("");
    expect((await compactVerify(whole, jwk)).protectedHeader).toEqual({ alg: "EdDSA", kid: key });
  });

  it("that is rotated keeps its public part and dates; its secret is gone", async () => {
    await ensureKey(folder, first);
    const before = await sign(folder, bytes);
    const made = await rotateKey(folder, second);
    const [old, now] = await listKeys(folder);
    expect(old).toMatchObject({ created: first, retired: second });
    expect(now).toEqual({ ...made, created: second, retired: null });
    expect((await sign(folder, bytes)).key).toBe(made.key);
    expect(old && (await verifySignature(old, bytes, before.signature))).toBe(true);
    const text = readFileSync(join(folder, `key-${before.key}.json`), "utf8");
    expect(text).not.toContain('"d"');
  });

  it("is refused when others may read it, when damaged, and when there is none", async () => {
    await expect(sign(folder, bytes)).rejects.toMatchObject({ code: "missing" });
    await ensureKey(folder, first);
    const { key } = await theKey();
    const path = join(folder, `key-${key}.json`);
    chmodSync(path, 0o644);
    await expect(sign(folder, bytes)).rejects.toMatchObject({ code: "open-to-others", path });
    chmodSync(path, 0o600);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(/"x": "(.)/, (_, at: string) => `"x": "${at === "A" ? "B" : "A"}`),
    );
    await expect(sign(folder, bytes)).rejects.toMatchObject({ code: "damaged", path });
    writeFileSync(path, "{");
    await expect(listKeys(folder)).rejects.toMatchObject({ code: "damaged", path });
  });
});
