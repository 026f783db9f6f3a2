import { Button } from "antd";
import { useState, type FormEvent } from "react";
import { goTo } from "../../staff/route.ts";
import { FaultsContext } from "../act/faults.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { Field, TextField } from "../act/fields/text-field.tsx";
import { useDesk } from "../use-desk.tsx";
import type { Colleagues } from "./use-queue.ts";
import { hashOf, type QueuedCase, readReference, startView, turn, type View } from "./view.ts";

type FilterBarProps = {
  readonly view: View;
  readonly colleagues: Colleagues;
  readonly cases: readonly QueuedCase[];
};

/** Whose cases, which service, overdue ones, or one by its reference. */
export function FilterBar({ view, colleagues, cases }: FilterBarProps) {
  const { d, say, role } = useQueueWords();
  const words = d.queue;
  const show = (part: Partial<View>) =>
    goTo(hashOf(turn(view, { reference: null, ...part }), role));
  const services = new Map(cases.map(({ service, title }) => [service, say(title)]));
  const start = hashOf(startView(role), role);
  return (
    <div className="queue-filters">
      <Field path="queue.handler" label={words.handler}>
        {(control) => (
          <select
            {...control}
            value={view.handler ?? ""}
            onChange={({ target }) => show({ handler: target.value === "" ? null : target.value })}
          >
            <option value="">{words.handlers.all}</option>
            <option value="me">{words.handlers.me}</option>
            <option value="none">{words.handlers.none}</option>
            <optgroup label={words.colleagues}>
              {colleagues.map((each) => (
                <option key={each.account} value={each.account}>
                  {each.name} · {words.roles[each.role]}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {services.size > 1 || view.service !== null ? (
        <SelectField
          path="queue.service"
          label={words.service}
          value={view.service ?? ""}
          prompt={words.allServices}
          choices={[...services].map(([code, label]) => ({ code, label }))}
          onChange={(service) => show({ service: service === "" ? null : service })}
        />
      ) : null}
      <ReferenceForm
        key={view.reference}
        given={view.reference ?? ""}
        onFind={(reference) => goTo(hashOf({ ...startView(role), reference }, role))}
      />
      <div className="queue-last">
        <label className="check">
          <input
            type="checkbox"
            checked={view.overdue}
            onChange={({ target }) => show({ overdue: target.checked })}
          />
          {words.overdueOnly}
        </label>
        {hashOf({ ...view, pages: 1, at: null }, role) === start ? null : (
          <a href={start}>{words.clear}</a>
        )}
      </div>
    </div>
  );
}

type ReferenceFormProps = {
  readonly given: string;
  readonly onFind: (reference: string) => void;
};

function ReferenceForm({ given, onFind }: ReferenceFormProps) {
  const { d } = useDesk();
  const words = d.queue;
  const [text, setText] = useState(given);
  const [wrong, setWrong] = useState(false);
  const path = "queue.reference";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reference = readReference(text);
    setWrong(reference === undefined);
    if (reference !== undefined) onFind(reference);
  };
  return (
    <FaultsContext value={new Map(wrong ? [[path, words.referenceWrong]] : [])}>
      <form className="queue-reference" role="search" noValidate onSubmit={submit}>
        <TextField
          path={path}
          label={words.reference}
          hint={words.referenceHint}
          maxLength={20}
          value={text}
          onChange={setText}
        />
        <Button htmlType="submit">{words.find}</Button>
      </form>
    </FaultsContext>
  );
}

/** The desk, and as which of its two roles. */
export function useQueueWords() {
  const desk = useDesk();
  const role = desk.session.role === "approver" ? "approver" : "window-clerk";
  return { ...desk, role } as const;
}
