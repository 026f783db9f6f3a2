import { lazy, Suspense } from "react";
import type { Purpose } from "../staff/purpose.ts";
import { PurposeForm } from "../staff/purpose-form.tsx";
import { goTo, useRoute } from "../staff/route.ts";
import { useStaff } from "../staff/use-staff.tsx";
import { Waiting } from "../staff/waiting.tsx";
import { ActPage } from "./act/act-page.tsx";
import { ApprovalsPage } from "./approval/approvals-page.tsx";
import { BookletPage } from "./booklet/booklet-page.tsx";
import { CasePage } from "./case/case-page.tsx";
import { HouseholdPage } from "./household/household-page.tsx";
import { NothingPage } from "./nothing-page.tsx";
import { PersonPage } from "./person/person-page.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { SearchPage } from "./search/search-page.tsx";

/** Brings the rule engine along. */
const WindowPage = lazy(async () => ({
  default: (await import("./window-application/window-page.tsx")).WindowPage,
}));

/** Turns an address into a page; nobody is looked at before a purpose is given. */
export function Pages() {
  const { path, query } = useRoute();
  const { purpose, session } = useStaff();
  const [page = "", id = ""] = path;
  const key = Number(id);
  if (page === "purpose") return <PurposeForm onDone={() => goTo("#/")} />;
  if (page === "approvals") return <ApprovalsPage />;
  if (page === "cases" && id === "") return <QueuePage query={query} />;
  const isCase = page === "cases" && /^[\da-f-]{36}$/.test(id);
  if (purpose === null && isCase)
    return <PurposeForm offered={forCase(query)} onDone={() => undefined} />;
  // Stays where it is: after the purpose the page that was wanted is there.
  if (purpose === null) return <PurposeForm onDone={() => undefined} />;
  if (page === "") return <SearchPage />;
  if (page === "cases" && id === "new" && session.role === "window-clerk")
    return (
      <Suspense fallback={<Waiting slow rows={6} />}>
        <WindowPage />
      </Suspense>
    );
  if (isCase) return <CasePage key={id} id={id} />;
  if (page === "people" && key > 0) return <PersonPage key={key} person={key} />;
  if (page === "households" && key > 0)
    return <HouseholdPage key={key} household={key} on={query["on"] ?? null} />;
  if (page === "booklets" && key > 0)
    return <BookletPage household={key} person={query["person"] ?? null} />;
  if (page === "acts") return <ActPage key={window.location.hash} name={id} query={query} />;
  return <NothingPage />;
}

/** A case is opened to decide it; the queue says by its reference which. */
const forCase = ({ reference = "" }: Readonly<Record<string, string>>): Purpose => ({
  code: "application",
  reference,
});
