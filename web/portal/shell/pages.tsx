import { lazy, Suspense, useEffect } from "react";
import { describeProblem } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { AnswerPage } from "../answer/answer-page.tsx";
import { FamilyPage } from "../family/family-page.tsx";
import { LinkPage } from "../link/link-page.tsx";
import { CountyPage } from "../place/county-page.tsx";
import { PlacePage } from "../place/place-page.tsx";
import { QuestionPage } from "../question/question-page.tsx";
import { ServicePage } from "../service/service-page.tsx";
import { guardRoute } from "./guard.ts";
import { loadLaterPages } from "./use-later.ts";
import { formatRoute } from "./route.ts";
import { TroublePage } from "./trouble.tsx";
import { usePortal } from "./use-portal.tsx";
import { WelcomePage } from "./welcome-page.tsx";

/** In files of their own: most people never open them. */
const OpenPage = lazy(async () => ({ default: (await loadLaterPages()).OpenPage }));
const ComparePage = lazy(async () => ({ default: (await loadLaterPages()).ComparePage }));
const MyPages = lazy(async () => ({ default: (await import("../my/my-pages.tsx")).MyPages }));
const ApplyPages = lazy(async () => ({
  default: (await import("../apply/apply-pages.tsx")).ApplyPages,
}));

/** The page that the address names, or the step that has to come before it. */
export function Pages({ onRestart }: { readonly onRestart: () => void }) {
  const { visit, journey, go, result } = usePortal();
  const { locale } = useSpeech();
  const route = guardRoute(visit.route, journey);
  const diverted = formatRoute(route) !== formatRoute(visit.route);
  useEffect(() => {
    if (diverted) go(route, { replace: true });
  }, [diverted, route, go]);
  const asking = ["question", "family", "answer", "compare"].includes(route.page);
  if (asking && result !== null && !result.ok) {
    const details = result.problems.map((problem) => describeProblem(problem, locale)).join("\n");
    return <TroublePage details={details} onRestart={onRestart} />;
  }
  switch (route.page) {
    case "welcome":
      return <WelcomePage />;
    case "service":
      return <ServicePage />;
    case "place":
      return <PlacePage />;
    case "county":
      return <CountyPage />;
    case "family":
      return <FamilyPage />;
    case "question":
      return <QuestionPage number={route.number} />;
    case "answer":
      return <AnswerPage />;
    case "compare":
      return (
        <Suspense>
          <ComparePage />
        </Suspense>
      );
    case "open":
      return (
        <Suspense>
          <OpenPage />
        </Suspense>
      );
    case "my":
      return (
        <Suspense>
          <MyPages part={route.part} of={route.of} />
        </Suspense>
      );
    case "apply":
      return (
        <Suspense>
          <ApplyPages part={route.part} draft={route.draft} />
        </Suspense>
      );
    case "link":
      return <LinkPage link={route.link} />;
  }
}
