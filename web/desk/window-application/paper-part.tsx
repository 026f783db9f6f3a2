import { Button } from "antd";
import { useId } from "react";
import type { Pack } from "../../../src/policy/browser.ts";
import { paperLimits } from "../../../src/casework/documents/contract.ts";
import { Group } from "../act/fields/group.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { useDesk } from "../use-desk.tsx";

/** A paper that was scanned; the file itself stays in memory. */
export type PaperFile = {
  readonly key: string;
  readonly paper: string;
  readonly file: File | null;
  readonly kept: boolean;
};

type PaperPartProps = {
  readonly pack: Pack;
  readonly papers: readonly PaperFile[];
  readonly onChange: (papers: readonly PaperFile[]) => void;
};

/** Papers of the rulebook that go along with the application. */
export function PaperPart({ pack, papers, onChange }: PaperPartProps) {
  const { d, say } = useDesk();
  const words = d.window;
  const change = (key: string, part: Partial<PaperFile>) =>
    onChange(papers.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const choices = pack.vocabulary.papers.map(({ id, label }) => ({ code: id, label: say(label) }));
  return (
    <Group legend={words.papers} lead={words.papersLead}>
      {papers.map(({ key, paper }, place) => (
        <div key={key} className="paper-line">
          <SelectField
            path={`papers.${place}.paper`}
            label={words.paper}
            value={paper}
            choices={choices}
            onChange={(next) => change(key, { paper: next })}
          />
          <FileField label={words.file} onChange={(file) => change(key, { file })} />
          <Button onClick={() => onChange(papers.filter((each) => each.key !== key))}>
            {words.remove}
          </Button>
        </div>
      ))}
      {papers.length >= paperLimits.most ? null : (
        <Button
          onClick={() =>
            onChange([
              ...papers,
              {
                key: crypto.randomUUID(),
                paper: choices[0]?.code ?? "",
                file: null,
                kept: false,
              },
            ])
          }
        >
          {words.addPaper}
        </Button>
      )}
    </Group>
  );
}

type FileFieldProps = { readonly label: string; readonly onChange: (file: File | null) => void };

function FileField({ label, onChange }: FileFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={paperLimits.types.join(",")}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
