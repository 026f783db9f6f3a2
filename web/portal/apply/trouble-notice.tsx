import { useEffect, useRef } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { clauseName } from "../my/clause-name.ts";
import { usePortal } from "../shell/use-portal.tsx";
import type { Trouble } from "./use-saving.ts";
import { useApplyWords } from "./use-words.ts";

type TroubleNoticeProps = {
  readonly trouble: Trouble | null;
  readonly onSettle?: (keeps: "mine" | "theirs") => void;
  readonly onAgain?: () => void;
};

/** Why it was not saved, that nothing is lost, and what to do. */
export function TroubleNotice({ trouble, onSettle, onAgain }: TroubleNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble !== null) place.current?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  return (
    <div ref={place} role="alert">
      {trouble === null ? null : (
        <Notice tone="refused" icon="warning">
          <Said trouble={trouble} onSettle={onSettle} onAgain={onAgain} />
        </Notice>
      )}
    </div>
  );
}

type SaidProps = {
  readonly trouble: Trouble;
  readonly onSettle: TroubleNoticeProps["onSettle"];
  readonly onAgain: TroubleNoticeProps["onAgain"];
};

function Said({ trouble, onSettle, onAgain }: SaidProps) {
  const { trouble: words } = useApplyWords();
  const { locale } = useSpeech();
  const { go } = usePortal();
  switch (trouble.kind) {
    case "stale":
      return (
        <>
          <p>
            <strong>{words.stale.title}</strong>
          </p>
          <p>{words.stale.note}</p>
          {onSettle === undefined ? null : (
            <div className="actions">
              <Button look="quiet" onPress={() => onSettle("mine")}>
                {words.stale.mine}
              </Button>
              <Button look="quiet" onPress={() => onSettle("theirs")}>
                {words.stale.theirs}
              </Button>
            </div>
          )}
        </>
      );
    case "handed-in":
      return (
        <>
          <p>
            <strong>{words.handedIn.title}</strong>
          </p>
          <p>{words.handedIn.note}</p>
          <Button look="link" onPress={() => go({ page: "my", part: "cases", of: trouble.case })}>
            {words.handedIn.link}
          </Button>
        </>
      );
    case "refused":
      return (
        <>
          <p>{words.refused}</p>
          <ul>
            {trouble.problems.map(({ code, message, clause }) => (
              <li key={code}>
                {message ?? code}
                {clause === undefined || clause === null
                  ? null
                  : ` ${words.clause(clauseName(clause, locale))}`}
              </li>
            ))}
          </ul>
        </>
      );
    default:
      return (
        <>
          <p>{words[trouble.kind]}</p>
          {onAgain === undefined ? null : (
            <Button look="link" onPress={onAgain}>
              {words.again}
            </Button>
          )}
        </>
      );
  }
}
