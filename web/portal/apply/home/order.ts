// In which order addresses are used, by the grounds that the answers meet (rows A7, A15).
import type { Decision } from "../../../../src/policy/browser.ts";
import { addressOrders, choices, findOrder } from "../../../../src/services/settlement/contract.ts";
import type { Home } from "../draft/draft.ts";

/** A ground that holds, and the order that its clause names; undefined where it names none. */
export type Order = {
  readonly clause: string;
  readonly named: ReturnType<typeof findOrder>;
};

export function ordersOf(decision: Decision | undefined): readonly Order[] {
  const granted = decision?.grounds.filter(({ outcome }) => outcome === "granted") ?? [];
  const clauses = [...new Set(granted.map(({ clause }) => clause))];
  return clauses.map((clause) => ({ clause, named: findOrder(clause, addressOrders) }));
}

/** Places in the list from which one is chosen: those that any of the grounds allows, or all while none holds. */
export function placesIn(homes: readonly Home[], orders: readonly Order[]): readonly number[] {
  if (orders.length === 0) return [...homes.keys()];
  const allowed = new Set(orders.flatMap(({ clause }) => choices(clause, homes, addressOrders)));
  return [...homes.keys()].filter((place) => allowed.has(place));
}
