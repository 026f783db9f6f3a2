import type { Journey } from "../journey/journey.ts";
import type { Route } from "./route.ts";

/** An address may be opened before what it needs was said: then the step that is missing comes first. */
export function guardRoute(route: Route, journey: Journey): Route {
  const order = ["welcome", "place", "county", "kind", "family", "question", "answer"] as const;
  const first = firstMissing(journey);
  if (first === undefined) return route;
  return order.indexOf(route.page) > order.indexOf(first) ? { page: first } : route;
}

function firstMissing(journey: Journey): "place" | "county" | "kind" | "family" | undefined {
  if (journey.prefecture === null) return "place";
  if (journey.county === null) return "county";
  if (journey.kind === null) return "kind";
  return journey.family === null ? "family" : undefined;
}

/** Where a person who comes back goes on. */
export function firstOpenStep(journey: Journey): Route {
  const page = firstMissing(journey);
  return page === undefined ? { page: "question", number: journey.answers.length + 1 } : { page };
}
