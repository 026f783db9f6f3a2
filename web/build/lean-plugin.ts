import type { Plugin } from "vite";

const needless = "\0luohu:no-pack-messages";
const late = "virtual:dossier-messages";

/**
 * Keeps out of the script what is wrong with the lines of a rulebook, since the build has checked them, and
 * what is wrong with a dossier, which comes later: only somebody who opens a file needs it.
 */
export function leanPlugin(): Plugin {
  return {
    name: "luohu:lean",
    enforce: "pre",
    resolveId: (id, importer) => {
      if (id === late) return `\0${late}`;
      if (importer?.endsWith("problem/describe.ts") !== true) return undefined;
      if (id === "../rulebook/messages.ts") return needless;
      return id === "../dossier/messages.ts" ? `\0${late}` : undefined;
    },
    // A contract describes what goes over the wire. A page that takes a type or a function from one needs no zod.
    transform: (code, id) =>
      id.endsWith("/contract.ts") ? { code, map: null, moduleSideEffects: false } : undefined,
    load: (id) => {
      if (id === needless) return "export const packMessages = {};";
      return id === `\0${late}` ? "export const dossierMessages = {};" : undefined;
    },
  };
}
