import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { readDate, splitDate, type DateParts, type DateRead } from "../../../ui/date-value.ts";
import { FieldError } from "../../../ui/field-error.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { useWords } from "../use-words.ts";
import { findStretch, type Stretch } from "./states.ts";

type DayChoiceProps = {
  readonly stretches: readonly Stretch[];
  readonly on: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
};

/** A slider that stops where something changed, and three fields for any day. */
export function DayChoice({ stretches, on, today, onDay }: DayChoiceProps) {
  const { day: words } = useWords().household;
  const at = findStretch(stretches, on);
  const last = stretches.length - 1;
  const turn = (index: number) => {
    const stretch = stretches[index];
    if (stretch !== undefined) onDay(index === last ? today : stretch.from);
  };
  const here = stretches[at];
  const said = here === undefined ? "" : words.state(here.from, here.until);
  return (
    <div className="day-choice">
      {last < 1 ? null : (
        <>
          <div className="day-slide">
            <Button look="link" label={words.before} onPress={() => turn(Math.max(0, at - 1))}>
              <Icon name="back" />
            </Button>
            <input
              type="range"
              min={0}
              max={last}
              step={1}
              value={Math.max(0, at)}
              aria-label={words.slider}
              aria-valuetext={said}
              onChange={(event) => turn(Number(event.target.value))}
            />
            <Button look="link" label={words.after} onPress={() => turn(Math.min(last, at + 1))}>
              <Icon name="turn" />
            </Button>
          </div>
          <p className="hint">{words.hint}</p>
        </>
      )}
      <OtherDay key={on} on={on} today={today} onDay={onDay} />
    </div>
  );
}

type OtherDayProps = Pick<DayChoiceProps, "on" | "today" | "onDay">;

function OtherDay({ on, today, onDay }: OtherDayProps) {
  const { day: words } = useWords().household;
  const { m } = useSpeech();
  const [parts, setParts] = useState<DateParts>(() => splitDate(on));
  const [read, setRead] = useState<DateRead | null>(null);
  const fault = read === null || read.ok ? null : read;
  const show = () => {
    const next = readDate(parts, today);
    setRead(next);
    if (next.ok) onDay(next.iso);
  };
  return (
    <Opener look="link" summary={words.other}>
      <form
        className="day-other"
        onSubmit={(event) => {
          event.preventDefault();
          show();
        }}
      >
        <span id="other-day" className="unseen">
          {words.other}
        </span>
        <DateField
          id="other-day"
          words={{ ...words.words, order: m.question.date.order }}
          labelledBy="other-day"
          describedBy="other-day-fault"
          parts={parts}
          wrongPart={fault?.part ?? null}
          onChange={setParts}
        />
        <FieldError
          id="other-day-fault"
          text={fault === null ? null : (words.faults[fault.fault] ?? fault.fault)}
        />
        <div className="actions">
          <Button look="quiet" type="submit">
            {words.show}
          </Button>
          {on === today ? null : (
            <Button look="link" onPress={() => onDay(today)}>
              {words.today}
            </Button>
          )}
        </div>
      </form>
    </Opener>
  );
}
