import { useId, useRef, useState } from "react";
import type { FactType } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { readNumber, type NumberFault } from "../../ui/number-value.ts";

type NumberFormProps = {
  readonly type: Extract<FactType, { kind: "number" }>;
  readonly given: number | undefined;
  readonly labelledBy: string;
  readonly onAnswer: (value: number) => void;
};

/** More than any rule counts, little enough that a doubled digit is noticed. */
const most = 100_000_000;

export function NumberForm({ type, given, labelledBy, onAnswer }: NumberFormProps) {
  const { m } = useSpeech();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(given === undefined ? "" : String(given));
  const [fault, setFault] = useState<NumberFault | null>(null);
  const { min = 0, max = most } = type;
  const submit = () => {
    const read = readNumber(typed, min, max);
    if (read.ok) {
      onAnswer(read.value);
      return;
    }
    setFault(read.fault);
    input.current?.focus();
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
      <FieldError
        id={`${id}-error`}
        text={fault === null ? null : m.question.numberFaults(fault, min, max)}
      />
      <div className="with-unit">
        <input
          ref={input}
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          value={typed}
          aria-labelledby={`${labelledBy} ${id}-unit`}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-error`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span id={`${id}-unit`}>{m.unit(type.unit, Number(typed))}</span>
      </div>
      <div className="actions">
        <Button type="submit">{m.goOn}</Button>
      </div>
    </form>
  );
}
