import { Tag } from "antd";
import { useDesk } from "../../use-desk.tsx";
import {
  ageOn,
  isSigned,
  signatureOf,
  type Declarant,
  type SharedDraft,
  type SignatureDraft,
} from "../draft.ts";
import { Group } from "./group.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

type SignatureFieldsProps<D extends SharedDraft> = {
  readonly draft: D;
  readonly onChange: (next: D) => void;
  readonly declarants: readonly Declarant[];
  readonly signedBy: "own" | "others";
};

/** Whose signature is there and whose is missing: each adult alone, a guardian for a child or ward (K1). */
export function SignatureFields<D extends SharedDraft>(props: SignatureFieldsProps<D>) {
  const { draft, onChange, declarants, signedBy } = props;
  const { d } = useDesk();
  const words = d.acts.form;
  const chosen = declarants.length > 0;
  const lead = chosen
    ? words.signaturesLead
    : signedBy === "own"
      ? words.chooseFirst
      : words.othersSign;
  const others = (["family", "head", "institution", "guardian"] as const).map((code) => ({
    code,
    label: words.asKinds[code],
  }));
  const changeOther = (part: Partial<SignatureDraft>) =>
    onChange({ ...draft, other: { ...draft.other, ...part } });
  return (
    <Group legend={words.signatures} path="ground.signatures" lead={lead}>
      {declarants.map((declarant, place) => (
        <OwnSignature
          key={declarant.key}
          place={place}
          declarant={declarant}
          draft={draft}
          onChange={(signature) =>
            onChange({ ...draft, own: { ...draft.own, [declarant.key]: signature } })
          }
        />
      ))}
      <div role="group" aria-label={words.otherSignature} className="signature">
        <p className="signature-who">
          {chosen || signedBy === "own" ? words.otherSignature : words.declaredBy}
        </p>
        <TextField
          path="other.signer"
          label={words.signer}
          value={draft.other.signer}
          maxLength={100}
          onChange={(signer) => changeOther({ signer })}
        />
        <SelectField
          path="other.as"
          label={words.as}
          value={draft.other.as}
          choices={others}
          onChange={(as) => changeOther({ as: as as SignatureDraft["as"] })}
        />
        <TextField
          path="other.signed"
          label={words.signed}
          numeric
          value={draft.other.signed}
          onChange={(signed) => changeOther({ signed })}
        />
      </div>
    </Group>
  );
}

type OwnSignatureProps = {
  readonly place: number;
  readonly declarant: Declarant;
  readonly draft: SharedDraft;
  readonly onChange: (signature: SignatureDraft) => void;
};

function OwnSignature({ place, declarant, draft, onChange }: OwnSignatureProps) {
  const { d } = useDesk();
  const words = d.acts.form;
  const signature = signatureOf(draft, declarant);
  const age = ageOn(declarant.birthDate, draft.on);
  const who = declarant.name === "" ? words.unnamed(place + 1) : declarant.name;
  const label = age >= 18 ? words.signsSelf(who) : words.signsGuardian(who);
  const signed = isSigned(draft, declarant);
  const path = `signature.${declarant.key}`;
  const change = (part: Partial<SignatureDraft>) => onChange({ ...signature, ...part });
  return (
    <div role="group" aria-label={label} className="signature" data-signed={signed}>
      <p className="signature-who">
        {label}{" "}
        {signed ? (
          <Tag color="success">✓ {words.isSigned}</Tag>
        ) : declarant.required ? (
          <Tag color="warning">! {words.unsigned}</Tag>
        ) : null}
      </p>
      <TextField
        path={`${path}.signer`}
        label={words.signer}
        value={signature.signer}
        maxLength={100}
        onChange={(signer) => change({ signer })}
      />
      <SelectField
        path={`${path}.as`}
        label={words.as}
        value={signature.as}
        choices={(age >= 18
          ? (["self", "guardian"] as const)
          : (["guardian", "institution"] as const)
        ).map((code) => ({ code, label: words.asKinds[code] }))}
        onChange={(as) => change({ as: as as SignatureDraft["as"] })}
      />
      <TextField
        path={`${path}.signed`}
        label={words.signed}
        numeric
        value={signature.signed}
        onChange={(day) => change({ signed: day })}
      />
      {signature.as === "self" || (age < 8 && age >= 0) ? null : (
        <label className="check">
          <input
            type="checkbox"
            checked={signature.heard}
            onChange={(event) => change({ heard: event.target.checked })}
          />
          {words.heard}
        </label>
      )}
    </div>
  );
}
