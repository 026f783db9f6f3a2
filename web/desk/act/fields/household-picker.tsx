import { Button, Input } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { found as foundShape } from "../../../../src/register/contract.ts";
import type { Problem } from "../../../staff/api.ts";
import { ProblemNotice } from "../../../staff/problem-notice.tsx";
import { countyPath, useDesk } from "../../use-desk.tsx";
import { Group } from "./group.tsx";

type Found = z.infer<typeof foundShape>;

type HouseholdPickerProps = {
  readonly path: string;
  readonly value: number | null;
  readonly onChange: (household: number | null) => void;
};

/** Finds a household of the county by one of its members. */
export function HouseholdPicker({ path, value, onChange }: HouseholdPickerProps) {
  const { d, call, county } = useDesk();
  const words = d.acts.form;
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const search = async () => {
    const by = /^\d{17}[\dXx]$/.test(text.trim()) ? "id-number" : "name";
    const answer = await call<Found>(countyPath(county, "/people/search"), {
      method: "POST",
      body: { by, text: text.trim() },
    });
    setFound(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  if (value !== null) {
    return (
      <Group legend={words.household} path={path}>
        <p>
          <a href={`#/households/${value}`}>{words.chosen(value)}</a>{" "}
          <Button onClick={() => onChange(null)}>{words.change}</Button>
        </p>
      </Group>
    );
  }
  const people = found?.people.filter((person) => person.county === county) ?? [];
  return (
    <Group legend={words.household} path={path}>
      <div className="search-line">
        <Input
          aria-label={words.findHousehold}
          placeholder={words.findHousehold}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            if (text.trim() !== "") void search();
          }}
        />
        <Button onClick={() => void search()} disabled={text.trim() === ""}>
          {words.find}
        </Button>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {found === null ? null : (
        <ul className="picks" aria-live="polite">
          {people.length === 0 ? <li>{words.nobody}</li> : null}
          {people.map(({ person, name, nameHan, household, address }) =>
            household === null ? null : (
              <li key={person}>
                <span>
                  {nameHan ?? name} · {address} · {words.chosen(household)}
                </span>
                <Button onClick={() => onChange(household)}>{words.choose}</Button>
              </li>
            ),
          )}
        </ul>
      )}
    </Group>
  );
}
