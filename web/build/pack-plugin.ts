import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";
import {
  describePlace,
  describeProblem,
  loadPack,
  type Pack,
  type Reading,
} from "../../src/policy/index.ts";
import { dossierMessages } from "../../src/policy/dossier/messages.ts";
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
    rules: pack.rules.map((rule) => ({ ...rule, readings: [], at: { file: "", line: 0 } })),
    prohibitions: [],
  };
}

/** What nobody waits for: how each rule's text is read, in the order of the rules; names in pinyin; faults of a file. */
export type Later = {
  readonly messages: Readonly<Record<string, unknown>>;
  readonly readings: readonly (readonly Reading[])[];
  readonly sounds: Readonly<Record<string, string>>;
};

function listLater(pack: Pack): Later {
  return {
    messages: dossierMessages,
    readings: pack.rules.map(({ readings }) => readings),
    sounds: listSounds(pack.places),
  };
}

type JsonFile = { readonly url: string; readonly json: string };

function nameFile(name: string, data: unknown): JsonFile {
  const json = JSON.stringify(data);
  const hash = createHash("sha256").update(json).digest("hex").slice(0, 8);
  return { url: `/assets/${name}-${hash}.json`, json };
}

type PackOptions = { readonly folder: string };

/** `virtual:pack` names the JSON files; the first is preloaded, so that it arrives beside the script. */
export function packPlugin({ folder }: PackOptions): Plugin {
  let files: readonly JsonFile[] = [];
  return {
    name: "luohu:pack",
    buildStart() {
      const pack = readPack(folder);
      files = [nameFile("pack", trimPack(pack)), nameFile("later", listLater(pack))];
      for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        this.addWatchFile(join(folder, path));
      }
      if (this.environment.mode !== "build") return;
      for (const { url, json } of files) {
        this.emitFile({ type: "asset", fileName: url.slice(1), source: json });
      }
    },
    resolveId: (id) => (id === "virtual:pack" ? "\0virtual:pack" : undefined),
    load: (id) =>
      id === "\0virtual:pack"
        ? `export const [packUrl, laterUrl] = ${JSON.stringify(files.map(({ url }) => url))};`
        : undefined,
    // Staff pages decide nothing on the device, and need no rules.
    transformIndexHtml: (_html, { path }) =>
      path.endsWith("index.html")
        ? [
            {
              tag: "link",
              attrs: {
                rel: "preload",
                as: "fetch",
                href: files[0]?.url ?? "",
                crossorigin: "anonymous",
              },
              injectTo: "head",
            },
          ]
        : [],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.find(({ url }) => url === request.url);
        if (file === undefined) return next();
        response.setHeader("content-type", "application/json");
        response.end(file.json);
      });
    },
  };
}
