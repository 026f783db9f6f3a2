import { useSpeech } from "../../../i18n/use-messages.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { useMy } from "../../my/use-my.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useApplyWords } from "../use-words.ts";

type StatementProps = {
  readonly signed: boolean;
  /** It was to be handed in already. */
  readonly tried: boolean;
  readonly onSign: (signed: boolean) => void;
};

/** What the applicant states; whoever is signed in signs by a tick. */
export function Statement({ signed, tried, onSign }: StatementProps) {
  const { review: words } = useApplyWords();
  const { m } = useSpeech();
  const { today } = usePortal();
  const { record } = useMy();
  const name = record.particulars.name ?? "";
  return (
    <section className="apply-statement" aria-labelledby="statement">
      <h3 id="statement">{words.statement}</h3>
      <ol>
        {words.statements.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <FieldError id="signature-error" text={tried && !signed ? words.signMissing : null} />
      <label className="apply-pick">
        <input
          id="signature"
          type="checkbox"
          checked={signed}
          aria-invalid={tried && !signed}
          aria-describedby="signature-error"
          onChange={({ target }) => onSign(target.checked)}
        />
        {words.sign(name)}
      </label>
      <p className="soft">{m.day(today)}</p>
    </section>
  );
}
