import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";
import type { Preview } from "./shapes.ts";

type ErasurePreviewProps = {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onPropose: () => void;
};

/** What goes and what stays, before anything happens; or why it cannot be. */
export function ErasurePreview({ preview, busy, onBack, onPropose }: ErasurePreviewProps) {
  const { erasure: words } = useTexts();
  const { locale } = useStaff();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { refusals, warnings, people } = preview;
  const names = people.flatMap(({ before }) => (before.name === undefined ? [] : [before.name]));
  const say = (code: string, clause: string | null) =>
    [words.remarks[code] ?? code, ...(clause === null ? [] : [clauseName(clause, locale)])].join(
      " · ",
    );
  return (
    <section ref={place} tabIndex={-1} aria-label={words.preview} className="erasure">
      {refusals.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={words.refused}
          description={
            <ul>
              {refusals.map(({ code, clause, path }) => (
                <li key={`${code} ${path}`}>{say(code, clause)}</li>
              ))}
            </ul>
          }
        />
      )}
      {warnings.map(({ code, clause, path }) => (
        <Alert key={`${code} ${path}`} type="warning" showIcon title={say(code, clause)} />
      ))}
      {refusals.length > 0 ? null : (
        <>
          {names.length === 0 ? null : (
            <p>
              {words.name} <strong>{names.join(" ")}</strong>
            </p>
          )}
          <div className="erasure-parts">
            <section data-goes="true">
              <h2>{words.goes}</h2>
              <p>{words.goesText}</p>
            </section>
            <section>
              <h2>{words.stays}</h2>
              <p>{words.staysText}</p>
            </section>
          </div>
        </>
      )}
      <p className="console-actions filter-buttons">
        {refusals.length === 0 ? (
          <Button type="primary" danger loading={busy} onClick={onPropose}>
            {words.propose}
          </Button>
        ) : null}
        <Button onClick={onBack}>{words.back}</Button>
      </p>
    </section>
  );
}
