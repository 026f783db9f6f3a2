import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { packageRoot } from "./package-root.ts";

/** A YAML file of a rulebook folder; `path` is inside the folder, with `/`. */
export type PackText = { readonly path: string; readonly text: string };

export type PackFolder =
  | { readonly kind: "read"; readonly files: readonly PackText[] }
  | { readonly kind: "missing" | "not-a-folder" | "unreadable" | "empty" | "too-large" };

/** More than any rulebook folder holds; keeps a wrong folder (a home, a disk) from being read whole. */
const entryLimit = 5000;

/** The law that comes with the package. */
export const builtInPackFolder: string = join(packageRoot, "rulebooks");

/** Every YAML file below a folder, or why there is none to read. */
export function readPackFolder(folder: string): PackFolder {
  try {
    if (!statSync(folder).isDirectory()) return { kind: "not-a-folder" };
    const paths = listYaml(folder);
    if (paths === undefined) return { kind: "too-large" };
    if (paths.length === 0) return { kind: "empty" };
    const files = paths.map((path) => ({
      path: relative(folder, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    }));
    return { kind: "read", files };
  } catch (error) {
    return { kind: isMissing(error) ? "missing" : "unreadable" };
  }
}

function listYaml(folder: string): readonly string[] | undefined {
  const pending = [folder];
  const found: string[] = [];
  let seen = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      seen += 1;
      if (seen > entryLimit) return undefined;
      const path = join(next, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".")) {
        pending.push(path);
      } else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) found.push(path);
    }
  }
  return found.toSorted();
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOENT" || error.code === "ENOTDIR");
