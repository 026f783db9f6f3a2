import type { Competitor } from "./competitor.ts";

/** A competitor by the name it reports under, loaded in the process that runs it alone. */
export type Entry = {
  readonly name: string;
  readonly load: () => Promise<Competitor>;
  /** Slow ones answer only the first so many people. */
  readonly limit: number;
};

const everybody = Infinity;
const luohu = () => import("./competitors/luohu.ts");

/** Whose answers the others must give. */
export const reference = "handwritten";

export const competitors: readonly Entry[] = [
  {
    name: reference,
    load: async () => (await import("./competitors/handwritten.ts")).handwritten,
    limit: everybody,
  },
  { name: "luohu.decide", load: async () => (await luohu()).decide, limit: everybody },
  {
    name: "luohu.decide.unknown20",
    load: async () => (await luohu()).decideUnknown,
    limit: everybody,
  },
  { name: "luohu.object", load: async () => (await luohu()).object, limit: 4_000 },
  { name: "luohu.dossier", load: async () => (await luohu()).dossier, limit: 2_000 },
  { name: "luohu.explain", load: async () => (await luohu()).explain, limit: everybody },
  { name: "luohu.when", load: async () => (await luohu()).when, limit: everybody },
  { name: "luohu.ask", load: async () => (await luohu()).ask, limit: 2_000 },
  { name: "luohu.what-if", load: async () => (await luohu()).whatIfs, limit: 10_000 },
  {
    name: "cel-js",
    load: async () => (await import("./competitors/cel-js.ts")).celJs,
    limit: everybody,
  },
  {
    name: "zen",
    load: async () => (await import("./competitors/zen.ts")).zen,
    limit: 50_000,
  },
  {
    name: "json-rules-engine",
    load: async () => (await import("./competitors/json-rules-engine.ts")).jsonRulesEngine,
    limit: 10_000,
  },
  {
    name: "feelin",
    load: async () => (await import("./competitors/feelin.ts")).feelin,
    limit: 20_000,
  },
];

/** Takes no part: the three-valued answers that `luohu.decide.unknown20` must give. */
export const unknownReference: Entry = {
  name: "reference for unknown facts",
  load: async () => (await luohu()).referenceUnknown,
  limit: everybody,
};
