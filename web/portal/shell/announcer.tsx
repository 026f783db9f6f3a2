import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { describePlaceAndKind } from "../answer/decisive.ts";
import { usePortal } from "./use-portal.tsx";

/**
 * Speaks the answer to screen readers. It stands on every page and only its words change, since a
 * region that comes together with its words is not read.
 */
export function Announcer() {
  const { m, say } = useSpeech();
  const { pack, journey, result, visit } = usePortal();
  const answered = visit.route.page === "answer" && result?.ok === true;
  const { place } = describePlaceAndKind(pack, journey, say);
  const { headline } = findServiceWords(m, journey.service);
  return (
    <p role="status" className="unseen" data-announcer>
      {answered
        ? m.answer.announce(headline[result.value.explanation.decision.outcome](place))
        : ""}
    </p>
  );
}
