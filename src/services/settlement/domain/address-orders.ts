// In which order addresses are chosen, clause by clause. Data, and nothing else.
import type { AddressOrder } from "./address.ts";

/** Clauses that name no order leave the choice to the person. */
export const addressOrders: readonly AddressOrder[] = [
  {
    clauses: ["D2.2.1"],
    source: "D2.2.1",
    order: [
      "own-home",
      "relatives-home",
      "employer-collective",
      "rented-home",
      "community-collective",
    ],
    ranked: true,
    others: true,
  },
  {
    // D1.3 names the lawful home first. Reading: the rented one is its tenant's, where the landlord agrees; a tenant
    // whose landlord does not agree chooses the community's collective household (row A15).
    clauses: ["D1.3", "D2.1"],
    source: "D1.3",
    order: [
      "own-home",
      "rented-home",
      "employer-collective",
      "relatives-home",
      "community-collective",
    ],
    ranked: true,
    others: false,
  },
  {
    clauses: ["D2.2.3"],
    source: "D2.2.3",
    order: ["school-collective"],
    ranked: true,
    others: false,
  },
  {
    clauses: ["D2.2.4"],
    source: "D2.2.4",
    order: ["employer-collective", "community-collective"],
    ranked: false,
    others: false,
  },
];
