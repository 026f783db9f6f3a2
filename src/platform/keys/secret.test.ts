import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openBytes, sealBytes } from "./secret.ts";

const folder = join(mkdtempSync(join(tmpdir(), "luohu-secrets-")), "documents");
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));
const secrets = { folder, random: randomBytes, now: "2026-11-22T00:00:00.000Z" };

it("opens what it sealed, for the same matter only, and nothing that was touched", () => {
  const plain = Buffer.from("不动产权证书");
  const sealed = sealBytes(secrets, plain, "case 1");
  expect(sealed.bytes.includes(plain)).toBe(false);
  expect(openBytes(folder, sealed, "case 1")).toEqual(plain);
  expect(() => openBytes(folder, sealed, "case 2")).toThrow();
  const touched = Buffer.from(sealed.bytes);
  touched.writeUInt8(touched.readUInt8(3) ^ 1, 3);
  expect(() => openBytes(folder, { ...sealed, bytes: touched }, "case 1")).toThrow();
});

it("keeps one key for all until there is a newer one, and needs its own", () => {
  const [first, second] = [1, 2].map(() => sealBytes(secrets, Buffer.from("a"), "b"));
  expect(first?.key).toBe(second?.key);
  expect(first?.nonce.equals(second?.nonce ?? Buffer.alloc(0))).toBe(false);
  const away = { key: "x".repeat(22), nonce: randomBytes(12), bytes: randomBytes(30) };
  expect(() => openBytes(folder, away, "b")).toThrow(expect.objectContaining({ code: "missing" }));
});

it("refuses a key that others may read", () => {
  const [name = ""] = readdirSync(folder);
  chmodSync(join(folder, name), 0o644);
  expect(() => sealBytes(secrets, Buffer.from("a"), "b")).toThrow(
    expect.objectContaining({ code: "open-to-others" }),
  );
  chmodSync(join(folder, name), 0o600);
});
