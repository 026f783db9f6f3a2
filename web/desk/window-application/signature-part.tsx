import { Group } from "../act/fields/group.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { TextField } from "../act/fields/text-field.tsx";
import { useDesk } from "../use-desk.tsx";
import { type Asked, askedWords, type Signature, without } from "./draft.ts";
import { type Entry, nameOfEntry } from "./entry.ts";
import type { PartProps } from "./people-part.tsx";
import { Tick } from "./person-card.tsx";

/** Names of signers and of those for whom they sign; whoever has none yet is called by their place. */
export function useSignerNames(people: readonly Entry[]) {
  const { d } = useDesk();
  const nameAt = (place: number): string => {
    const entry = people[place];
    const name = entry === undefined ? "" : nameOfEntry(entry);
    return name === "" ? d.window.unnamed(place + 1) : name;
  };
  return {
    signer: ({ signer, member }: Asked): string =>
      signer === "outside" ? (people[member]?.outside.name ?? "") : nameAt(signer),
    member: ({ member }: Asked): string => nameAt(member),
  };
}

/** Who signed: each alone, on a paper of their own. Only a yes is taken down: whoever does not want to does not sign. */
export function SignaturePart({ draft, onChange, today }: PartProps) {
  const { d } = useDesk();
  const words = d.window;
  const { people, signatures } = draft;
  const names = useSignerNames(people);
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
                label={words.signedHere(names.signer(asked), names.member(asked))}
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
