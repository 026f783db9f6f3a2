import { useRoute } from "../staff/route.ts";
import { useStaff } from "../staff/use-staff.tsx";
import { ChainsPage } from "./chains/chains-page.tsx";
import { ErasurePage } from "./erasure/erasure-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { StartPage } from "./start-page.tsx";

/** Turns an address into a page of the role; one that the role has not leads to its first. */
export function Pages() {
  const { path } = useRoute();
  const { session } = useStaff();
  const [page = ""] = path;
  if (session.role === "lawmaker") return <StartPage of="lawmaker" />;
  if (session.role === "department-officer") return <StartPage of="department" />;
  if (page === "look-ups") return <LookUpsPage />;
  if (page === "erasure" && session.role === "data-protection-officer") return <ErasurePage />;
  return <ChainsPage />;
}
