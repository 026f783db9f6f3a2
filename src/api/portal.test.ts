import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { letterStyles } from "./portal.ts";
import { buildServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-pages-"));
let app: FastifyInstance;

beforeAll(async () => {
  const desk = `<!doctype html><meta property="csp-nonce" nonce="luohu-style-nonce"><title>d</title>`;
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>portal</title>");
  writeFileSync(join(folder, "desk.html"), desk);
  writeFileSync(join(folder, "assets", "_virtual_name-font-abc.css"), "");
  writeFileSync(join(folder, "assets", "_virtual_name-font-abc.css.br"), "");
  app = await buildServer({ pack: builtInPack(), portal: folder });
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it("staff pages let in styles with a number that is new with every answer, and nothing else", async () => {
  const numbers = [];
  for (let i = 0; i < 2; i++) {
    const page = await app.inject("/desk.html");
    const number = /nonce="([\w-]{22})"/.exec(page.body)?.[1] ?? "none";
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain(`style-src 'self' 'nonce-${number}';`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(page.headers["cache-control"]).toBe("no-store");
    numbers.push(number);
  }
  expect(new Set(numbers).size).toBe(2);
});

it("the portal lets in no style but its own", async () => {
  const page = await app.inject("/");
  expect(page.headers["content-security-policy"]).toContain("style-src 'self';");
});

it("finds the style sheets that bring letters", () => {
  expect(letterStyles(folder)).toEqual(["/assets/_virtual_name-font-abc.css"]);
  expect(letterStyles(join(folder, "nowhere"))).toEqual([]);
});
