import { Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { purposeCodes, purposeLabels } from "../../src/platform/auth/contract.ts";
import { PageHeading } from "./heading.tsx";
import type { Purpose } from "./purpose.ts";
import { useStaff } from "./use-staff.tsx";

/** Auditors and data-protection officers look for reasons of their own. */
const purposes = purposeCodes.filter((code) => code !== "audit" && code !== "data-protection");

type PurposeFormProps = {
  /** What it usually is where one comes from. */
  readonly offered?: Purpose;
  readonly onDone: () => void;
};

/** Asked before the first look at anybody; `onDone` goes on to what was wanted. */
export function PurposeForm({ offered, onDone }: PurposeFormProps) {
  const { t, say, purpose, changePurpose } = useStaff();
  const [code, setCode] = useState(purpose?.code ?? offered?.code ?? "");
  const [reference, setReference] = useState(purpose?.reference ?? offered?.reference ?? "");
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
          {purposes.map((value) => (
            <option key={value} value={value}>
              {say(purposeLabels[value])}
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
