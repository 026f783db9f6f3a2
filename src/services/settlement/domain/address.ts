// In which order an address is chosen, clause by clause (rows A7, A15). The order is data of the declaration.
import type { HomeKind, HomeOption } from "../contract.ts";

export type AddressOrder = {
  /** Grounds to which it applies. */
  readonly clauses: readonly string[];
  /** Where the order stands. */
  readonly source: string;
  readonly order: readonly HomeKind[];
  /** False where the clause names kinds of address and sets no order among them. */
  readonly ranked: boolean;
  /** The list ends in "and others": whoever has none of those named is not left without an address. */
  readonly others: boolean;
};

/** A rented home is there for whoever has the landlord's consent, a relatives' home for whoever has the host's. */
const isOpen = (home: HomeOption): boolean =>
  home.kind === "rented-home"
    ? home.landlord !== null
    : home.kind === "relatives-home"
      ? home.host !== null
      : true;

/**
 * The addresses to choose from, as places in the list of homes. Where the clause sets an order, those of the first kind
 * the person has; where it names none, all that are open to them.
 */
export function choices(
  clause: string,
  homes: readonly HomeOption[],
  orders: readonly AddressOrder[],
): readonly number[] {
  const open = [...homes.keys()].filter((place) => {
    const home = homes[place];
    return home !== undefined && isOpen(home);
  });
  const named = findOrder(clause, orders);
  if (named === undefined) return open;
  const ofKind = (kind: HomeKind) => open.filter((place) => homes[place]?.kind === kind);
  const inOrder = named.order.map(ofKind).filter((places) => places.length > 0);
  if (inOrder.length === 0) return named.others ? open : [];
  return named.ranked ? (inOrder[0] ?? []) : inOrder.flat();
}

export const findOrder = (
  clause: string,
  orders: readonly AddressOrder[],
): AddressOrder | undefined => orders.find(({ clauses }) => clauses.includes(clause));
