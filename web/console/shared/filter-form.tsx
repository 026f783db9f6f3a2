import { Button } from "antd";
import { useState } from "react";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { Filter } from "./filter.ts";

export type FilterChoice = {
  readonly name: string;
  readonly label: string;
  /** What leaves it open. */
  readonly any: string;
  readonly options: readonly (readonly [value: string, label: string])[];
};

type FilterFormProps = {
  readonly filter: Filter;
  /** Besides county and days, which every list has. */
  readonly choices?: readonly FilterChoice[];
  readonly onFilter: (filter: Filter) => void;
};

const days = ["from", "until"] as const;

/** Which lines of a list are wanted: county, what else there is to choose, days. */
export function FilterForm({ filter, choices = [], onFilter }: FilterFormProps) {
  const t = useTexts();
  const { filter: words } = t;
  const { session } = useStaff();
  const place = usePlace();
  const [draft, setDraft] = useState(filter);
  const { from = "", until = "" } = draft;
  const wrong = from !== "" && until !== "" && from > until;
  const set = (name: string, value: string) => setDraft({ ...draft, [name]: value });
  const counties: FilterChoice = {
    name: "county",
    label: words.county,
    any: words.allCounties,
    options: session.counties.map((county) => [String(county), place(county)]),
  };
  const open = Object.fromEntries(Object.keys(filter).map((name) => [name, ""]));
  const all = [...(session.counties.length > 1 ? [counties] : []), ...choices];
  const printed = [
    ...all.map(({ name, label, any, options }) => {
      const chosen = options.find(([code]) => code === filter[name]);
      return `${label} ${chosen?.[1] ?? any}`;
    }),
    ...days.flatMap((name) => (filter[name] ? [`${words[name]} ${t.day(filter[name])}`] : [])),
  ];
  return (
    <>
      <p className="print-only">{t.list(printed)}</p>
      <form
        className="filter-form"
        aria-label={words.title}
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) onFilter(draft);
        }}
      >
        {all.map((choice) => (
          <label key={choice.name} className="field">
            <span className="field-label">{choice.label}</span>
            <select
              value={draft[choice.name] ?? ""}
              onChange={(event) => set(choice.name, event.target.value)}
            >
              <option value="">{choice.any}</option>
              {choice.options.map(([code, text]) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        {days.map((name) => (
          <label key={name} className="field">
            <span className="field-label">{words[name]}</span>
            <input
              type="date"
              className="console-input"
              value={draft[name] ?? ""}
              aria-invalid={wrong}
              aria-describedby="wrong-days"
              onChange={(event) => set(name, event.target.value)}
            />
          </label>
        ))}
        <div className="filter-buttons">
          <Button type="primary" htmlType="submit">
            {words.apply}
          </Button>
          <Button
            onClick={() => {
              setDraft(open);
              onFilter(open);
            }}
          >
            {words.clear}
          </Button>
        </div>
        <p id="wrong-days" role="alert" className="console-error">
          {wrong ? words.wrongDays : ""}
        </p>
      </form>
    </>
  );
}
