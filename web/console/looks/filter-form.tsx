import { Button } from "antd";
import { useState } from "react";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import { openFilter, type LookUpFilter } from "./shapes.ts";

type FilterFormProps = {
  readonly filter: LookUpFilter;
  readonly onFilter: (filter: LookUpFilter) => void;
};

/** Which look-ups are wanted: place, time, purpose, role. */
export function FilterForm({ filter, onFilter }: FilterFormProps) {
  const { looks: words } = useTexts();
  const { session, t } = useStaff();
  const place = usePlace();
  const [draft, setDraft] = useState(filter);
  const wrong = draft.from !== "" && draft.until !== "" && draft.from > draft.until;
  const set = (change: Partial<LookUpFilter>) => setDraft({ ...draft, ...change });
  const roles = ["window-clerk", "approver", "data-protection-officer"] as const;
  return (
    <form
      className="filter-form"
      aria-label={words.filter}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onFilter(draft);
      }}
    >
      <Choice
        label={words.county}
        any={words.allCounties}
        value={draft.county}
        options={session.counties.map((county) => [String(county), place(county)])}
        onChoose={(county) => set({ county })}
      />
      <Choice
        label={words.purpose}
        any={words.allPurposes}
        value={draft.purpose}
        options={Object.entries(words.purposes)}
        onChoose={(purpose) => set({ purpose })}
      />
      <Choice
        label={words.role}
        any={words.allRoles}
        value={draft.role}
        options={roles.map((role) => [role, t.roles[role] ?? role])}
        onChoose={(role) => set({ role })}
      />
      <Day label={words.from} value={draft.from} wrong={wrong} onDay={(from) => set({ from })} />
      <Day
        label={words.until}
        value={draft.until}
        wrong={wrong}
        onDay={(until) => set({ until })}
      />
      <div className="filter-buttons">
        <Button type="primary" htmlType="submit">
          {words.apply}
        </Button>
        <Button
          onClick={() => {
            setDraft(openFilter);
            onFilter(openFilter);
          }}
        >
          {words.clear}
        </Button>
      </div>
      <p id="wrong-days" role="alert" className="console-error">
        {wrong ? words.wrongDays : ""}
      </p>
    </form>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onDay: (day: string) => void;
};

function Day({ label, value, wrong, onDay }: DayProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="date"
        className="console-input"
        value={value}
        aria-invalid={wrong}
        aria-describedby="wrong-days"
        onChange={(event) => onDay(event.target.value)}
      />
    </label>
  );
}
