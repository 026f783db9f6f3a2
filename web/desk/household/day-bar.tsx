import { Button, Input } from "antd";
import { useState, type FormEvent } from "react";
import { readDay, readOfficeToday } from "../shared/day.ts";
import { useDesk } from "../use-desk.tsx";
import type { Household } from "./household-page.tsx";

type DayBarProps = {
  readonly household: Household;
  /** The day that is shown; null for today. */
  readonly on: string | null;
  readonly onDay: (on: string | null) => void;
};

/**
 * The days on which the household changed, as the stops of a slider: between two of them nothing changed, so left and
 * right go from one to the next. Any other day is typed beside it.
 */
export function DayBar({ household, on, onDay }: DayBarProps) {
  const { d } = useDesk();
  const words = d.household;
  const { days, founded } = household;
  const last = days.length - 1;
  const shown = household.on;
  const at =
    on === null
      ? last
      : Math.max(
          0,
          days.findLastIndex((day) => day <= shown),
        );
  const [typing, setTyping] = useState({ on, text: on ?? "" });
  // Another day was chosen by the slider: the field follows it.
  const typed = typing.on === on ? typing.text : (on ?? "");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDay(typed);
    const fits = day !== undefined && day >= founded && day <= readOfficeToday();
    setWrong(!fits);
    if (fits) onDay(day);
  };
  return (
    <section className="day-bar" aria-label={words.time}>
      <p className="day-shown" role="status">
        {on === null ? words.now : words.asOn(d.day(shown))}
      </p>
      <div className="day-slider" hidden={last < 1}>
        <input
          type="range"
          aria-label={words.slider}
          aria-valuetext={d.day(days[at] ?? founded)}
          min={0}
          max={Math.max(last, 0)}
          step={1}
          value={at}
          onChange={(event) => {
            const place = Number(event.target.value);
            onDay(place === last ? null : (days[place] ?? null));
          }}
        />
        <ol className="day-marks" aria-hidden="true">
          {days.map((day, place) => (
            <li key={day} data-here={place === at}>
              {place === 0 || place === last || place === at ? day : ""}
            </li>
          ))}
        </ol>
        <p className="hint">{words.keys}</p>
      </div>
      <form className="day-typed" onSubmit={submit}>
        <label className="field">
          <span className="field-label">{words.date}</span>
          <Input
            value={typed}
            inputMode="numeric"
            placeholder={readOfficeToday()}
            status={wrong ? "error" : ""}
            aria-invalid={wrong}
            aria-describedby={wrong ? "day-wrong" : undefined}
            onChange={(event) => setTyping({ on, text: event.target.value })}
          />
        </label>
        <Button htmlType="submit">→</Button>
        <Button onClick={() => onDay(null)}>{words.today}</Button>
        {wrong ? (
          <p id="day-wrong" role="alert" className="field-error">
            {words.wrongDate}
          </p>
        ) : null}
      </form>
    </section>
  );
}
