import { useRoute } from "../staff/route.ts";
import { useStaff } from "../staff/use-staff.tsx";
import { CasesPage } from "./cases/cases-page.tsx";
import { ChainsPage } from "./chains/chains-page.tsx";
import { ChallengesPage } from "./challenges/challenges-page.tsx";
import { ErasurePage } from "./erasure/erasure-page.tsx";
import { ExchangePage } from "./exchange/exchange-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { RequestsPage } from "./requests/requests-page.tsx";
import { StartPage } from "./start-page.tsx";

/** Turns an address into a page of the role; one that the role has not leads to its first. */
export function Pages() {
  const { path } = useRoute();
  const { session } = useStaff();
  const [page = ""] = path;
  if (session.role === "lawmaker") return <StartPage />;
  if (session.role === "department-officer") return <RequestsPage />;
  if (page === "look-ups") return <LookUpsPage />;
  if (page === "exchange") return <ExchangePage />;
  if (page === "cases" && session.role === "auditor") return <CasesPage />;
  if (session.role === "data-protection-officer") {
    if (page === "challenges") return <ChallengesPage />;
    if (page === "erasure") return <ErasurePage />;
  }
  return <ChainsPage />;
}
