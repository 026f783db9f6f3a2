// What npm publishes works where it is installed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../scripts/command.js";
import { bareEnvironment, runToEnd } from "./npm.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-package-"));
const env = bareEnvironment({});
const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
let packed: readonly string[] = [];

beforeAll(async () => {
  const pack = await runToEnd(
    "npm",
    ["pack", "--json", "--silent", `--pack-destination=${folder}`],
    {
      cwd: root,
      env,
    },
  );
  expect(pack.code, pack.stderr).toBe(0);
  const [made] = JSON.parse(pack.stdout) as readonly [Packed];
  packed = made.files.map(({ path }) => path);
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  const install = await runToEnd("npm", ["install", ...quiet, `./${made.filename}`], {
    cwd: folder,
    env,
  });
  expect(install.code, install.stderr).toBe(0);
}, 120_000);

type Packed = { readonly filename: string; readonly files: readonly { readonly path: string }[] };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("it holds what running needs, and no sources or tests", () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "bin/luohu.js",
      "dist/src/cli/main.js",
      "dist/src/policy/index.d.ts",
      "rulebooks/vocabulary.yaml",
      "web/dist/index.html",
    ]),
  );
  const stray = packed.filter((path) => /(^|\/)(test|bench|scripts)\/|\.test\.|\.tsx$/.test(path));
  expect(stray).toEqual([]);
  expect(packed.filter((path) => /^(src|web\/(?!dist))/.test(path))).toEqual([]);
});

test("luohu decide answers in an installed package", async () => {
  const example = join("node_modules", "luohu", "examples", "tenant.yaml");
  const decide = ["--no-install", "luohu", "decide", example, "--service", "settlement", "--json"];
  const { code, stdout, stderr } = await runToEnd("npx", decide, { cwd: folder, env });
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty("outcome");
});

test("the engine can be imported, with its types", async () => {
  const use = `import * as policy from "luohu/policy";\nconst names: string[] = Object.keys(policy);\nif (names.length === 0) throw new Error("empty");\n`;
  writeFileSync(join(folder, "use.mts"), use);
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "use.mts"];
  const types = await runToEnd(process.execPath, [tsc, ...options], { cwd: folder, env });
  expect(types.stdout).toBe("");
  const run = await runToEnd(process.execPath, ["use.mts"], { cwd: folder, env });
  expect(run.code, run.stderr).toBe(0);
});
