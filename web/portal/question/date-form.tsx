import { useId, useState } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { readDate, splitDate, type DateRead } from "../../ui/date-value.ts";
import { FieldError } from "../../ui/field-error.tsx";

type DateFormProps = {
  readonly given: string | undefined;
  readonly latest: string | undefined;
  readonly labelledBy: string;
  readonly onAnswer: (iso: string) => void;
};

export function DateForm({ given, latest, labelledBy, onAnswer }: DateFormProps) {
  const { m } = useSpeech();
  const id = useId();
  const [parts, setParts] = useState(() => splitDate(given));
  const [wrong, setWrong] = useState<Extract<DateRead, { ok: false }> | null>(null);
  const { words, order } = m.question.date;
  const submit = () => {
    const read = readDate(parts, latest);
    if (read.ok) {
      onAnswer(read.iso);
      return;
    }
    setWrong(read);
    document.getElementById(`${id}-${read.part}`)?.focus();
  };
  return (
    <form
      noValidate
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p id={`${id}-hint`} className="field-hint">
        {m.question.dateHint}
      </p>
      <FieldError
        id={`${id}-error`}
        text={wrong === null ? null : m.question.dateFaults[wrong.fault]}
      />
      <DateField
        id={id}
        words={{ ...words, order }}
        labelledBy={labelledBy}
        describedBy={`${id}-hint ${id}-error`}
        parts={parts}
        wrongPart={wrong?.part ?? null}
        onChange={setParts}
      />
      <div className="actions">
        <Button type="submit">{m.goOn}</Button>
      </div>
    </form>
  );
}
