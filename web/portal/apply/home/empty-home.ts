import type { HomeKind } from "../../../../src/services/settlement/contract.ts";
import type { Home } from "../draft/draft.ts";

export const homeKinds = [
  "own-home",
  "rented-home",
  "relatives-home",
  "employer-collective",
  "school-collective",
  "talent-centre-collective",
  "community-collective",
] as const satisfies readonly HomeKind[];

/** A home of a kind, of which nothing is said yet. */
export function emptyHome(kind: HomeKind): Home {
  const address = { address: "", community: "" };
  switch (kind) {
    case "own-home":
      return { kind, ...address };
    case "rented-home":
      return { kind, ...address, landlord: null };
    case "relatives-home":
      return { kind, host: null };
    default:
      return { kind, name: "" };
  }
}
