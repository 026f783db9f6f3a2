const steps = [
  "welcome",
  "service",
  "place",
  "county",
  "family",
  "answer",
  "compare",
  "open",
] as const;

/** What a link may name: never anything that a person said of themselves. */
export type Link = {
  readonly service: string;
  readonly county: string;
  readonly kind: string | null;
  readonly law: string;
};

/** The pages about oneself, for people who are signed in. */
export const myParts = ["record", "household", "cases", "look-ups"] as const;
export type MyPart = (typeof myParts)[number];

/** The parts of an application, in the order in which they are filled in; `start` offers the drafts, `sent` the receipt. */
const applyParts = ["start", "home", "people", "proof", "review", "sent"] as const;
export type ApplyPart = (typeof applyParts)[number];

/** Where in the walk a person is. Steps are numbered, never named: a URL tells nothing about anyone. */
export type Route =
  | { readonly page: (typeof steps)[number] }
  | { readonly page: "question"; readonly number: number }
  /** `of`: the one case that is looked at. */
  | { readonly page: "my"; readonly part: MyPart; readonly of?: string }
  /** `draft`: the case that keeps it; null before there is one. */
  | { readonly page: "apply"; readonly part: ApplyPart; readonly draft: string | null }
  | { readonly page: "link"; readonly link: Link };

/** Beside the URL, in the browser's history entry: a fact asked out of turn, and where to go after it. */
export type Aside = { readonly fact?: string; readonly thenAnswer?: boolean };

export type Visit = { readonly route: Route; readonly aside: Aside };

const paths = {
  welcome: "#/",
  service: "#/service",
  place: "#/place",
  county: "#/place/county",
  family: "#/family",
  answer: "#/answer",
  compare: "#/compare",
  open: "#/open",
} as const satisfies Record<(typeof steps)[number], string>;

const anyKind = "any";

export function formatRoute(route: Route): string {
  if (route.page === "question") return `#/question/${route.number}`;
  if (route.page === "my") return `#/my/${route.part}${route.of ? `/${route.of}` : ""}`;
  if (route.page === "apply") return `#/apply/${route.part}${route.draft ? `/${route.draft}` : ""}`;
  if (route.page !== "link") return paths[route.page];
  const { service, county, kind, law } = route.link;
  return `#/${service}/${county}/${kind ?? anyKind}/${law}`;
}

/** An address nobody knows leads to the welcome. */
export function parseRoute(hash: string): Route {
  const question = /^#\/question\/([1-9]\d{0,2})$/.exec(hash);
  if (question !== null) return { page: "question", number: Number(question[1]) };
  const linked = /^#\/([a-z][a-z-]*)\/(\d{6})(?:\/([a-z-]+)(?:\/([\w-]+))?)?$/.exec(hash);
  if (linked !== null) {
    const [, service = "", county = "", kind = anyKind, law = "all"] = linked;
    return { page: "link", link: { service, county, kind: kind === anyKind ? null : kind, law } };
  }
  const [, page, name, of] = /^#\/(apply|my)\/([a-z-]+)(?:\/([\da-f-]{36}))?$/.exec(hash) ?? [];
  const step = page === "apply" && applyParts.find((each) => each === name);
  if (step) return { page: "apply", part: step, draft: of ?? null };
  const part = page === "my" && myParts.find((each) => each === name);
  if (part && of === undefined) return { page: "my", part };
  if (part === "cases" && of !== undefined) return { page: "my", part, of };
  return { page: steps.find((page) => paths[page] === hash) ?? "welcome" };
}

export function readAside(state: unknown): Aside {
  if (typeof state !== "object" || state === null) return {};
  const { fact, thenAnswer } = state as Record<string, unknown>;
  return {
    ...(typeof fact === "string" ? { fact } : {}),
    ...(thenAnswer === true ? { thenAnswer } : {}),
  };
}
