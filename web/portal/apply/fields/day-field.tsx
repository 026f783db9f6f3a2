import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { readDate, splitDate, type DateParts } from "../../../ui/date-value.ts";
import { FieldError } from "../../../ui/field-error.tsx";

type DayFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly latest: string;
  readonly fault: string | null;
  /** Empty while there is no such day. */
  readonly onChange: (iso: string) => void;
};

/** A day typed in three parts; it counts once it is whole. */
export function DayField({ id, label, value, latest, fault, onChange }: DayFieldProps) {
  const { m } = useSpeech();
  const [parts, setParts] = useState<DateParts>(() => splitDate(value === "" ? undefined : value));
  const read = readDate(parts, latest);
  const isTyped = Object.values(parts).every((part) => part !== "");
  const wrong =
    fault !== null && !read.ok ? (isTyped ? m.question.dateFaults[read.fault] : fault) : null;
  const { words, order } = m.question.date;
  return (
    <div className="field" id={id}>
      <span id={`${id}-label`} className="field-label">
        {label}
      </span>
      <FieldError id={`${id}-error`} text={wrong} />
      <DateField
        id={id}
        words={{ ...words, order }}
        labelledBy={`${id}-label`}
        describedBy={`${id}-error`}
        parts={parts}
        wrongPart={wrong === null || read.ok ? null : read.part}
        onChange={(next) => {
          setParts(next);
          const day = readDate(next, latest);
          onChange(day.ok ? day.iso : "");
        }}
      />
    </div>
  );
}
