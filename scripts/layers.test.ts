import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBreaches } from "./layers.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "luohu-layers-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** The rules that break when these files are all that the house has. */
function breach(files: Record<string, string>): readonly string[] {
  for (const folder of ["src", "web"]) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return findBreaches(root).map(({ rule, file, line }) => `${rule} ${file}:${line}`);
}

test("a sound house has no breach", () => {
  expect(
    breach({
      "src/policy/index.ts": `import { parse } from "yaml"; export * from "./fold/decide.ts";`,
      "src/policy/policy.test.ts": `import { readFileSync } from "node:fs";`,
      "src/casework/index.ts": `export { open } from "./open.ts";`,
      "src/casework/open.test.ts": `import "../platform/postgres/testing/index.ts";`,
      "src/casework/open.ts": `import { decide } from "../policy/index.ts"; import "./store/cases.ts";`,
      "src/casework/store/cases.ts": `import { Kysely } from "kysely";`,
      "src/casework/domain/case.ts": `import { decide } from "../../policy/index.ts";`,
      "src/casework/contract.ts": `import { z } from "zod";`,
      "src/casework/routes.ts": `import type { FastifyInstance } from "fastify";`,
      "src/api/server.ts": `import fastify from "fastify"; import "../casework/index.ts";`,
      "src/cli/main.ts": `await import("../api/server.ts");`,
      "web/portal/main.tsx": `import "react"; import "../../src/casework/contract.ts"; import "../ui/button.tsx";`,
      "web/vite.config.ts": `import { readFileSync } from "node:fs";`,
    }),
  ).toEqual([]);
});

test.each([
  ["pure", "src/policy/fold/a.ts", `import { readFileSync } from "node:fs";`],
  ["pure", "src/policy/fold/a.ts", `import { readFileSync } from "fs";`],
  ["pure", "src/policy/fold/a.ts", `const { get } = await import("node:https");`],
  ["pure", "src/policy/fold/a.ts", `export { default } from "undici";`],
  ["pure", "src/policy/fold/a.ts", `import { open } from "../../casework/index.ts";`],
  ["pure", "src/register/domain/a.ts", `import type { Pool } from "pg";`],
  ["pure", "src/register/domain/a.ts", `import { save } from "../store/people.ts";`],
  ["pure", "src/services/settlement/domain/a.ts", `import "node:process";`],
  ["door", "src/casework/a.ts", `import { head } from "../register/domain/head.ts";`],
  ["door", "src/casework/a.ts", `import type { Head } from "../register/contract.ts";`],
  ["door", "src/casework/a.test.ts", `import { parse } from "../policy/syntax/parser.ts";`],
  ["door", "src/api/server.ts", `import { routes } from "../casework/routes.ts";`],
  ["door", "src/casework/a.ts", `import { pool } from "../platform/postgres/pool.ts";`],
  ["door", "src/casework/a.ts", `import "../platform/postgres/testing/index.ts";`],
  ["door", "src/casework/a.test.ts", `import "../platform/postgres/testing/server.ts";`],
  ["sql", "src/casework/open.ts", `import { sql } from "kysely";`],
  ["sql", "src/api/server.ts", `import pg from "pg";`],
  ["http", "src/casework/open.ts", `import type { FastifyReply } from "fastify";`],
  ["web", "web/portal/a.tsx", `import "../../src/casework/index.ts";`],
  ["web", "web/portal/a.tsx", `import "../../src/policy/fold/decide.ts";`],
  ["web", "web/portal/a.tsx", `import "node:fs";`],
  ["contract", "src/casework/contract.ts", `import { randomUUID } from "node:crypto";`],
  ["contract", "src/casework/contract.ts", `import "./store/cases.ts";`],
  ["wiring", "src/casework/a.ts", `import { server } from "../api/server.ts";`],
  ["wiring", "src/api/server.ts", `import { main } from "../cli/main.ts";`],
  ["production", "src/casework/a.ts", `import "../../test/browser.ts";`],
])("%s: %s may not say %s", (rule, path, source) => {
  expect(breach({ [path]: `export const first = 1;\n${source}` })).toContain(`${rule} ${path}:2`);
});

test("contexts may not import one another", () => {
  expect(
    breach({
      "src/register/a.ts": `import "../exchange/index.ts";`,
      "src/exchange/b.ts": `import "../casework/index.ts";`,
      "src/casework/c.ts": `import "../register/index.ts";`,
      "src/rural/d.ts": `import "../register/index.ts";`,
    }),
  ).toEqual([
    "cycle src/casework/c.ts:1",
    "cycle src/exchange/b.ts:1",
    "cycle src/register/a.ts:1",
  ]);
});
