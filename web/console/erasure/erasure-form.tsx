import { Button } from "antd";
import { useState } from "react";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import { listFaults, type ErasureDraft } from "./shapes.ts";

type ErasureFormProps = {
  readonly draft: ErasureDraft;
  readonly today: string;
  readonly busy: boolean;
  readonly onChange: (draft: ErasureDraft) => void;
  readonly onDone: () => void;
};

/** Whom, on what basis, on whose signed request. */
export function ErasureForm({ draft, today, busy, onChange, onDone }: ErasureFormProps) {
  const { erasure: words } = useTexts();
  const { session } = useStaff();
  const place = usePlace();
  const [shown, setShown] = useState(false);
  const faults = shown ? listFaults(draft) : [];
  const field = (name: keyof ErasureDraft) => ({
    name,
    value: draft[name],
    fault: faults.includes(name)
      ? name === "person" && draft.person.trim() !== ""
        ? words.wrongNumber
        : words.required
      : null,
    onText: (text: string) => onChange({ ...draft, [name]: text }),
  });
  return (
    <form
      className="sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = listFaults(draft);
        setShown(true);
        if (first === undefined) onDone();
        else document.getElementById(`erasure-${first}`)?.focus();
      }}
    >
      <label className="field">
        <span className="field-label">{words.county}</span>
        <select
          id="erasure-county"
          value={draft.county}
          onChange={(event) => onChange({ ...draft, county: event.target.value })}
        >
          {session.counties.map((county) => (
            <option key={county} value={county}>
              {place(county)}
            </option>
          ))}
        </select>
      </label>
      <TextField {...field("person")} label={words.person} hint={words.personHint} digits />
      <label className="field">
        <span className="field-label">{words.basis}</span>
        <select
          id="erasure-basis"
          value={draft.basis}
          onChange={(event) => onChange({ ...draft, basis: event.target.value })}
        >
          {Object.entries(words.bases).map(([clause, label]) => (
            <option key={clause} value={clause}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <TextField {...field("paper")} label={words.paper} hint={words.paperHint} />
      <TextField {...field("signer")} label={words.signer} hint={words.signerHint} />
      <TextField {...field("signed")} label={words.signed} latest={today} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.check}
      </Button>
    </form>
  );
}

type TextFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly fault: string | null;
  readonly digits?: boolean;
  /** Set on a day: the last one allowed. */
  readonly latest?: string;
  readonly onText: (text: string) => void;
};

function TextField({ name, label, hint, value, fault, digits, latest, onText }: TextFieldProps) {
  const id = `erasure-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="console-soft">
          {hint}
        </span>
      )}
      <input
        id={id}
        className="console-input"
        type={latest === undefined ? "text" : "date"}
        autoComplete="off"
        inputMode={digits === true ? "numeric" : undefined}
        max={latest}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={(event) => onText(event.target.value)}
      />
      <span id={`${id}-fault`} role="alert" className="console-error">
        {fault}
      </span>
    </div>
  );
}
