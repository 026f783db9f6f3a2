import { Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { PageHeading } from "./heading.tsx";
import { useStaff } from "./use-staff.tsx";

/** Asked before the first look at anybody; `onDone` goes on to what was wanted. */
export function PurposeForm({ onDone }: { readonly onDone: () => void }) {
  const { t, purpose, changePurpose } = useStaff();
  const [code, setCode] = useState(purpose?.code ?? "");
  const [reference, setReference] = useState(purpose?.reference ?? "");
  const words = t.purpose;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changePurpose({ code, reference: reference.trim() });
    onDone();
  };
  return (
    <form className="sheet-form" onSubmit={submit}>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <label className="field">
        <span className="field-label">{words.code}</span>
        <select required value={code} onChange={(event) => setCode(event.target.value)}>
          <option value="" disabled>
            {words.choose}
          </option>
          {Object.entries(words.codes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.reference}</span>
        <Input
          maxLength={60}
          value={reference}
          placeholder={words.referenceHint}
          onChange={(event) => setReference(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit">
        {words.start}
      </Button>
    </form>
  );
}
