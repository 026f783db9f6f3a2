import { Group } from "../act/fields/group.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { TextField } from "../act/fields/text-field.tsx";
import { useDesk } from "../use-desk.tsx";
import { type Asked, askedWords, type Signature, without } from "./draft.ts";
import { type Entry, nameOfEntry } from "./entry.ts";
import type { PartProps } from "./people-part.tsx";
import { Tick } from "./person-card.tsx";

export const signerName = (people: readonly Entry[], { signer, member }: Asked): string => {
  const entry = people[signer === "outside" ? member : signer];
  if (entry === undefined) return "";
  return signer === "outside" ? entry.outside.name : nameOfEntry(entry);
};

export const memberName = (people: readonly Entry[], { member }: Asked): string => {
  const entry = people[member];
  return entry === undefined ? "" : nameOfEntry(entry);
};

/** Who signed: each alone, on a paper of their own. Only a yes is taken down: whoever does not want to does not sign. */
export function SignaturePart({ draft, onChange, today }: PartProps) {
  const { d } = useDesk();
  const words = d.window;
  const { people, signatures } = draft;
  const change = (id: string, part: Partial<Signature>) => {
    const before = signatures[id] ?? { signed: today, heard: "" };
    onChange({ signatures: { ...signatures, [id]: { ...before, ...part } } });
  };
  return (
    <Group legend={words.signatures} path="signatures" lead={words.signaturesLead}>
      <TextField
        path="signed"
        label={words.signed}
        hint={d.acts.form.dateHint}
        numeric
        value={draft.signed}
        onChange={(signed) => onChange({ signed })}
      />
      {askedWords(people, today).map((asked) => {
        const given = signatures[asked.id];
        const path = `signatures.${asked.id}`;
        return (
          <div key={asked.id} className="signature">
            <div className="choices signature-who">
              <Tick
                label={words.signedHere(signerName(people, asked), memberName(people, asked))}
                value={given !== undefined}
                onChange={(signs) => {
                  if (signs) return change(asked.id, {});
                  return onChange({ signatures: without(signatures, asked.id) });
                }}
              />
            </div>
            {given === undefined ? null : (
              <TextField
                path={`${path}.signed`}
                label={words.signedOn}
                numeric
                value={given.signed}
                onChange={(signed) => change(asked.id, { signed })}
              />
            )}
            {given !== undefined && asked.heard ? (
              <SelectField
                path={`${path}.heard`}
                label={words.heard}
                prompt={words.heardPrompt}
                value={given.heard}
                choices={(["agrees", "disagrees"] as const).map((code) => ({
                  code,
                  label: words.heardWays[code],
                }))}
                onChange={(heard) => change(asked.id, { heard: heard as Signature["heard"] })}
              />
            ) : null}
          </div>
        );
      })}
    </Group>
  );
}
