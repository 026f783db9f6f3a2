import { Button } from "antd";
import { useDesk } from "../../use-desk.tsx";
import { addPaper, type PaperDraft, type SharedDraft } from "../draft.ts";
import { Group } from "./group.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

type GroundFieldsProps<D extends SharedDraft> = {
  readonly draft: D;
  readonly onChange: (next: D) => void;
  /** Clauses that this act may rest on. */
  readonly clauses: readonly string[];
};

/** Why it is done: from which day, the clause, and the papers that the clerk has seen. */
export function GroundFields<D extends SharedDraft>(props: GroundFieldsProps<D>) {
  const { draft, onChange, clauses } = props;
  const { d, codes } = useDesk();
  const words = d.acts.form;
  const names: Readonly<Record<string, string>> = d.acts.clauses;
  const change = (place: number, part: Partial<PaperDraft>) =>
    onChange({
      ...draft,
      papers: draft.papers.map((paper, at) => (at === place ? { ...paper, ...part } : paper)),
    });
  const kinds = [...codes.choices("register-paper"), ...codes.choices("paper")];
  return (
    <Group legend={words.ground} path="ground">
      <datalist id="paper-kinds">
        {kinds.map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <TextField
        path="on"
        label={words.on}
        hint={words.dateHint}
        numeric
        value={draft.on}
        onChange={(on) => onChange({ ...draft, on })}
      />
      <div className="wide-field">
        <SelectField
          path="ground.clause"
          label={words.clause}
          value={draft.clause}
          choices={clauses.map((code) => ({ code, label: names[code] ?? code }))}
          onChange={(clause) => onChange({ ...draft, clause })}
        />
      </div>
      <Group legend={words.papers} path="ground.papers">
        {draft.papers.map((paper, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- papers have no other name than their place
          <div key={place} role="group" aria-label={words.paper(place + 1)} className="paper-line">
            <TextField
              path={`ground.papers.${place}.kind`}
              label={words.paperKind}
              list="paper-kinds"
              maxLength={80}
              value={paper.kind}
              onChange={(kind) => change(place, { kind })}
            />
            <TextField
              path={`ground.papers.${place}.number`}
              label={words.paperNumber}
              maxLength={80}
              value={paper.number}
              onChange={(number) => change(place, { number })}
            />
            <TextField
              path={`ground.papers.${place}.issuer`}
              label={words.paperIssuer}
              value={paper.issuer}
              onChange={(issuer) => change(place, { issuer })}
            />
            <TextField
              path={`ground.papers.${place}.issued`}
              label={words.paperIssued}
              numeric
              value={paper.issued}
              onChange={(issued) => change(place, { issued })}
            />
          </div>
        ))}
        <Button onClick={() => onChange({ ...draft, papers: addPaper(draft) })}>
          {words.addPaper}
        </Button>
      </Group>
      <TextField
        path="ground.note"
        label={words.note}
        maxLength={500}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </Group>
  );
}
