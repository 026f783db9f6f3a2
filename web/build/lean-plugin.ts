import type { Plugin } from "vite";

const packMessages = "../rulebook/messages.ts";

/**
 * A browser loads a pack that the build has checked, so what can be wrong with the lines of a rulebook
 * need not be said there.
 */
export function leanPlugin(): Plugin {
  return {
    name: "luohu:lean",
    enforce: "pre",
    resolveId: (id, importer) =>
      id === packMessages && importer?.endsWith("problem/describe.ts") === true
        ? "\0luohu:no-pack-messages"
        : undefined,
    load: (id) =>
      id === "\0luohu:no-pack-messages" ? "export const packMessages = {};" : undefined,
  };
}
