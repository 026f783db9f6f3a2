import { useId, useRef, useState } from "react";
import type { NamedPlace } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { groupPlaces } from "../place/place-search.ts";

type CodeFormProps = {
  readonly system: "division" | "prefecture";
  readonly places: readonly NamedPlace[];
  readonly given: string | undefined;
  readonly labelledBy: string;
  readonly onAnswer: (code: string) => void;
};

/** A place as an answer: the platform's own list, grouped by prefecture. */
export function CodeForm({ system, places, given, labelledBy, onAnswer }: CodeFormProps) {
  const { m, say } = useSpeech();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const [code, setCode] = useState(given ?? "");
  const [missing, setMissing] = useState(false);
  const groups = groupPlaces(places);
  const nameOf = (prefecture: NamedPlace | undefined) =>
    prefecture === undefined ? m.place.direct : say(prefecture.name);
  const submit = () => {
    if (code !== "") {
      onAnswer(code);
      return;
    }
    setMissing(true);
    select.current?.focus();
  };
  return (
    <form
      noValidate
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FieldError id={`${id}-error`} text={missing ? m.question.chooseFault : null} />
      <select
        ref={select}
        className="input"
        value={code}
        aria-labelledby={labelledBy}
        aria-invalid={missing}
        aria-describedby={`${id}-error`}
        onChange={(event) => setCode(event.target.value)}
      >
        <option value="">
          {system === "division" ? m.question.chooseCounty : m.question.choosePrefecture}
        </option>
        {system === "prefecture"
          ? groups.map((group) => (
              <option key={group.code} value={group.code}>
                {nameOf(group.prefecture)}
              </option>
            ))
          : groups.map((group) => (
              <optgroup key={group.code} label={nameOf(group.prefecture)}>
                {group.counties.map((place) => (
                  <option key={place.code} value={place.code}>
                    {say(place.name)}
                  </option>
                ))}
              </optgroup>
            ))}
      </select>
      <div className="actions">
        <Button type="submit">{m.goOn}</Button>
      </div>
    </form>
  );
}
