import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";
import { describePlace, describeProblem, loadPack, type Pack } from "../../src/policy/index.ts";
import { listSounds } from "./place-sounds.ts";

/** Loads and checks the rulebooks; a pack with a fault stops the build and says where it is. */
export function readPack(folder: string): Pack {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    }));
  const loaded = loadPack(files);
  if (loaded.ok) return loaded.value;
  const said = loaded.problems.map(
    (problem) => `${describePlace(problem.at)} ${describeProblem(problem, "en")}`,
  );
  throw new Error(`The rulebooks do not load:\n${said.join("\n")}`);
}

/** What a person's own questions read: the lines that rules stand on and what laws forbid stay at home. */
export function trimPack(pack: Pack): Pack {
  return {
    ...pack,
    rules: pack.rules.map((rule) => ({ ...rule, at: { file: "", line: 0 } })),
    prohibitions: [],
  };
}

type PackOptions = { readonly folder: string };

/** `virtual:pack` names the JSON file; it is preloaded, so that it arrives beside the script. */
export function packPlugin({ folder }: PackOptions): Plugin {
  let json = "";
  let url = "";
  let sounds: Readonly<Record<string, string>> = {};
  return {
    name: "luohu:pack",
    buildStart() {
      const pack = trimPack(readPack(folder));
      json = JSON.stringify(pack);
      sounds = listSounds(pack.places);
      const hash = createHash("sha256").update(json).digest("hex").slice(0, 8);
      url = `/assets/pack-${hash}.json`;
      for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        this.addWatchFile(join(folder, path));
      }
      if (this.environment.mode === "build") {
        this.emitFile({ type: "asset", fileName: url.slice(1), source: json });
      }
    },
    resolveId: (id) => (id === "virtual:pack" ? "\0virtual:pack" : undefined),
    load: (id) =>
      id === "\0virtual:pack"
        ? `export const packUrl = ${JSON.stringify(url)};\nexport const placeSounds = ${JSON.stringify(sounds)};`
        : undefined,
    transformIndexHtml: () => [
      {
        tag: "link",
        attrs: { rel: "preload", as: "fetch", href: url, crossorigin: "anonymous" },
        injectTo: "head",
      },
    ],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== url) return next();
        response.setHeader("content-type", "application/json");
        response.end(json);
      });
    },
  };
}
