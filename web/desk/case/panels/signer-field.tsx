import { TextField } from "../../act/fields/text-field.tsx";
import { useDesk } from "../../use-desk.tsx";
import type { Person } from "../case-work.ts";

/** Who signs, by the number on their card; somebody without one signs as themselves. */
export function readSigner(typed: string, person: Person | undefined): string | undefined {
  if (person?.alone === true && person.citizen === null) return "self";
  const number = typed.trim().toUpperCase();
  return /^\d{17}[\dX]$/.test(number) ? number : undefined;
}

type SignerFieldProps = {
  readonly person: Person | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export function SignerField({ person, value, onChange }: SignerFieldProps) {
  const { d } = useDesk();
  const words = d.case.panel;
  if (person?.alone === true && person.citizen === null)
    return <p className="hint">{words.noNumber}</p>;
  return (
    <TextField
      path="signer"
      label={words.signer}
      hint={words.signerHint}
      maxLength={18}
      value={value}
      onChange={onChange}
    />
  );
}
