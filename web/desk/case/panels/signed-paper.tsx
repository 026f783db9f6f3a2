import { SelectField } from "../../act/fields/select-field.tsx";
import { TextField } from "../../act/fields/text-field.tsx";
import { readDay, readOfficeToday } from "../../shared/day.ts";
import { useDesk } from "../../use-desk.tsx";

/** A paper that somebody signed at the window, as it is typed in. */
export type PaperDraft = {
  readonly kind: string;
  readonly number: string;
  readonly issued: string;
};

export const startPaper = (): PaperDraft => ({
  kind: "written-will",
  number: "",
  issued: readOfficeToday(),
});

export const readPaper = ({ kind, number, issued }: PaperDraft) => {
  const day = readDay(issued);
  return day === undefined
    ? undefined
    : { kind, issued: day, ...(number.trim() === "" ? {} : { number: number.trim() }) };
};

type PaperFieldsProps = {
  readonly value: PaperDraft;
  readonly onChange: (next: PaperDraft) => void;
};

export function PaperFields({ value, onChange }: PaperFieldsProps) {
  const { d, codes } = useDesk();
  const words = d.case.panel;
  return (
    <div className="fields">
      <SelectField
        path="paper"
        label={words.paper}
        value={value.kind}
        choices={codes.choices("register-paper")}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <TextField
        path="issued"
        label={words.paperIssued}
        maxLength={20}
        value={value.issued}
        onChange={(issued) => onChange({ ...value, issued })}
      />
      <TextField
        path="number"
        label={words.paperNumber}
        maxLength={80}
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
      />
    </div>
  );
}
