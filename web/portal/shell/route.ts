/** Where in the walk a person is. Steps are numbered, never named: a URL tells nothing about anyone. */
export type Route =
  | { readonly page: "welcome" | "place" | "county" | "kind" | "family" | "answer" }
  | { readonly page: "question"; readonly number: number };

/** Beside the URL, in the browser's history entry: a fact asked out of turn, and where to go after it. */
export type Aside = { readonly fact?: string; readonly thenAnswer?: boolean };

export type Visit = { readonly route: Route; readonly aside: Aside };

const paths = {
  welcome: "#/",
  place: "#/place",
  county: "#/place/county",
  kind: "#/place/kind",
  family: "#/family",
  answer: "#/answer",
} as const;

export function formatRoute(route: Route): string {
  return route.page === "question" ? `#/question/${route.number}` : paths[route.page];
}

/** An address nobody knows leads to the welcome. */
export function parseRoute(hash: string): Route {
  const question = /^#\/question\/([1-9]\d{0,2})$/.exec(hash);
  if (question !== null) return { page: "question", number: Number(question[1]) };
  const known = (Object.keys(paths) as (keyof typeof paths)[]).find((page) => paths[page] === hash);
  return { page: known ?? "welcome" };
}

export function readAside(state: unknown): Aside {
  if (typeof state !== "object" || state === null) return {};
  const { fact, thenAnswer } = state as Record<string, unknown>;
  return {
    ...(typeof fact === "string" ? { fact } : {}),
    ...(thenAnswer === true ? { thenAnswer } : {}),
  };
}
