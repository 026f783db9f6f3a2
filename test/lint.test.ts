// Each lint rule of ours is tried against a breach: a rule that finds nothing is no rule.
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../scripts/command.js";

const breaches: readonly (readonly [rule: string, path: string, source: string])[] = [
  ["no-explicit-any", "src/a.ts", `export const value: any = 1;`],
  ["ban-ts-comment", "src/b.ts", `// @ts-ignore\nexport const value: string = 1;`],
  ["no-console", "src/api/c.ts", `console.log("hello");`],
  ["no-floating-promises", "src/d.ts", `export function f() { Promise.resolve(1); }`],
  ["no-misused-promises", "src/e.ts", `[1].forEach(async (n) => { await Promise.resolve(n); });`],
  ["no-default-export", "src/f.ts", `export default 1;`],
  ["no-eval", "src/g.ts", `export const value: unknown = eval("1");`],
  ["no-new-func", "src/h.ts", `export const f: unknown = new Function("return 1");`],
  ["no-new-func", "src/policy/other/h.ts", `export const f: unknown = new Function("return 1");`],
  ["max-lines", "src/i.ts", `export const a = 1;\n${"// line\n".repeat(400)}`],
  ["no-cycle", "src/j.ts", `import { l } from "./l.ts";\nexport const j = (): number => l();`],
  ["consistent-type-imports", "src/k.ts", `export const x: import("./l.ts").L | null = null;`],
  ["no-restricted-globals", "src/policy/m.ts", `export const page = () => fetch("http://x");`],
  ["no-restricted-globals", "src/x/domain/n.ts", `export const home = process.env["HOME"];`],
  ["no-restricted-properties", "src/x/domain/o.ts", `export const now = () => Date.now();`],
];

const allowed: Record<string, string> = {
  "src/l.ts": `import { j } from "./j.ts";\nexport type L = number;\nexport const l = (): number => j();`,
  "src/cli/a.ts": `console.log("hello");`,
  "src/policy/fold/b.ts": `export const f: unknown = new Function("return 1");`,
  "vite.config.ts": `export default {};`,
  "src/long.test.ts": `export const a = 1;\n${"// line\n".repeat(400)}`,
};

const folder = mkdtempSync(join(tmpdir(), "luohu-lint-"));
let found: readonly string[] = [];

beforeAll(async () => {
  const files = Object.entries(allowed).concat(breaches.map(([, path, source]) => [path, source]));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of [".oxlintrc.json", "tsconfig.json"]) {
    copyFileSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  found = await lint();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function lint(): Promise<readonly string[]> {
  const tool = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [tool, "--format=json", "src", "vite.config.ts"],
      { cwd: folder },
      (_, stdout) => resolve(stdout),
    );
  });
  const report = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
  };
  return report.diagnostics.map(
    ({ code, filename }) => `${filename} ${code.replace(/.*\((.*)\)/, "$1")}`,
  );
}

test.each(breaches)("%s is found in %s", (rule, path) => {
  expect(found).toContain(`${path} ${rule}`);
});

test.each(Object.keys(allowed).filter((path) => path !== "src/l.ts"))("%s may do it", (path) => {
  expect(found.filter((text) => text.startsWith(path))).toEqual([]);
});
