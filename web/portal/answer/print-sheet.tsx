import type { Explanation, Times } from "../../../src/policy/browser.ts";
import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { hasClause } from "../../ui/clause.tsx";
import { Door } from "../../ui/door.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { describePlaceAndKind, listDecisive } from "./decisive.ts";
import { PrintDetails } from "./print-details.tsx";
import { PrintTexts } from "./print-texts.tsx";
import { PrintTimes } from "./print-times.tsx";
import { useFittedSheet } from "./use-fitted-sheet.ts";

/** The answer on one sheet of A4. */
export function PrintSheet({ explanation, times }: PrintSheetProps) {
  const { locale } = useSpeech();
  return (
    <FittedSheet
      key={`${locale}-${JSON.stringify(explanation.decision)}`}
      explanation={explanation}
      times={times}
    />
  );
}

type PrintSheetProps = {
  readonly explanation: Explanation;
  readonly times: Times | undefined;
};

function FittedSheet({ explanation, times }: PrintSheetProps) {
  const { m, say } = useSpeech();
  const { pack, journey, today } = usePortal();
  const { sheet, density } = useFittedSheet();
  const { decision } = explanation;
  const { outcome } = decision;
  const { place, kind } = describePlaceAndKind(pack, journey, say);
  return (
    <div className="sheet" data-density={density} aria-hidden="true" ref={sheet}>
      <header className="sheet-head">
        <span>
          {m.name} · {m.title}
        </span>
        <span>{m.answer.printed(m.day(today))}</span>
      </header>
      <div className="sheet-verdict" data-outcome={outcome}>
        <Door outcome={outcome} />
        <div>
          <p className="sheet-word">
            {m.answer.outcome[outcome]} · {m.answer.advice}
          </p>
          <p className="sheet-headline">
            {findServiceWords(m, journey.service).headline[outcome](place)}
          </p>
          <p>
            {[
              ...(kind === "" ? [] : [kind]),
              ...listDecisive(decision).map(({ clause, title }) =>
                `${hasClause(clause) ? m.clause(clause) : ""} ${say(title)}`.trim(),
              ),
            ].join(" · ")}
          </p>
        </div>
      </div>
      {times === undefined ? null : <PrintTimes times={times} />}
      <PrintDetails explanation={explanation} density={density} />
      <PrintTexts texts={decision.asOf.texts} />
      <p className="sheet-foot">{m.footer}</p>
    </div>
  );
}
