// The engine advises, a named person decides (K3). Where the two part, the person says why.
import type { Advice } from "./action.ts";
import { type Application } from "./application.ts";
import type { Member } from "./shapes.ts";

type Decided = { readonly granted: readonly Member[]; readonly advice: Advice };

/** Members about whom the decision is not what was advised. Open advice agrees with neither answer. */
function departures({ granted, advice }: Decided, { people }: Application): readonly Member[] {
  return people.flatMap((_, member) =>
    advised(advice, member) === (granted.includes(member) ? "grant" : "refuse") ? [] : [member],
  );
}

export const isAgainst = (decided: Decided, application: Application): boolean =>
  departures(decided, application).length > 0;

function advised({ outcome, covered }: Advice, member: Member): "grant" | "refuse" | "open" {
  if (outcome === "refused") return "refuse";
  if (outcome !== "granted") return "open";
  if (member === 0) return "grant";
  const state = covered.find((each) => each.member === member)?.state ?? "not-covered";
  return state === "covered" ? "grant" : state === "not-covered" ? "refuse" : "open";
}
