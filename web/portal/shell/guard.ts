import type { Journey } from "../journey/journey.ts";
import type { Route } from "./route.ts";

type Needed = "service" | "place" | "county";

/** What a step needs to have been said before it; the others can be opened at any time. */
const needs: Partial<Readonly<Record<Route["page"], readonly Needed[]>>> = {
  place: ["service"],
  county: ["service", "place"],
  question: ["service", "place", "county"],
  family: ["service", "place", "county"],
  answer: ["service", "place", "county"],
  compare: ["service", "place", "county"],
};

/** An address may be opened before what it needs was said: then the step that is missing comes first. */
export function guardRoute(route: Route, journey: Journey): Route {
  const missing = listMissing(journey);
  const first = needs[route.page]?.find((step) => missing.includes(step));
  return first === undefined ? route : { page: first };
}

function listMissing({ service, prefecture, county }: Journey): readonly Needed[] {
  const given: Readonly<Record<Needed, string | null>> = { service, place: prefecture, county };
  return (["service", "place", "county"] as const).filter((step) => given[step] === null);
}

/** Where a person who comes back goes on. */
export function firstOpenStep(journey: Journey): Route {
  const [page] = listMissing(journey);
  return page === undefined ? { page: "question", number: journey.answers.length + 1 } : { page };
}
