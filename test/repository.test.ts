// What must hold for the repository itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../scripts/command.js";

type Manifest = {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

test("the lock file names no registry and no folder of a machine", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  const resolved = Object.values(packages).flatMap((entry) => entry.resolved ?? []);
  expect(resolved).toEqual(["web"]);
});

test.each(["package.json", "web/package.json"])("%s pins exact versions", (path) => {
  const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
