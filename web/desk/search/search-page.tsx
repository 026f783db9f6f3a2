import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { z } from "zod";
import type { found, search } from "../../../src/register/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { QueueDoor } from "../queue/queue-door.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { Results } from "./results.tsx";

type By = z.infer<typeof search>["by"];
type Found = z.infer<typeof found>;

type State =
  | { readonly state: "idle" }
  | { readonly state: "asking" }
  | { readonly state: "found"; readonly found: Found }
  | { readonly state: "failed"; readonly problem: Problem };

const ways: readonly By[] = ["name", "id-number", "address"];

/** Eighteen signs that are an ID number need no choosing. */
const guess = (text: string, by: By): By => (/^\d{17}[\dXx]$/.test(text.trim()) ? "id-number" : by);

export function SearchPage() {
  const { d, call, county } = useDesk();
  const [by, setBy] = useState<By>("name");
  const [text, setText] = useState("");
  const [state, setState] = useState<State>({ state: "idle" });
  const words = d.search;
  const box = useRef<InputRef>(null);
  useEffect(() => box.current?.focus(), []);
  const ask = async () => {
    setState({ state: "asking" });
    const body = { by: guess(text, by), text: text.trim() };
    const answer = await call<Found>(countyPath(county, "/people/search"), {
      method: "POST",
      body,
    });
    setState(
      answer.ok
        ? { state: "found", found: answer.value }
        : { state: "failed", problem: answer.problem },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") void ask();
  };
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <QueueDoor />
      <form className="search-form" role="search" onSubmit={submit}>
        <fieldset className="search-ways">
          <legend>{words.by}</legend>
          {ways.map((way) => (
            <label key={way}>
              <input type="radio" name="by" checked={by === way} onChange={() => setBy(way)} />
              {words.kinds[way]}
            </label>
          ))}
        </fieldset>
        <div className="search-line">
          <Input
            ref={box}
            size="large"
            aria-label={words.kinds[by]}
            placeholder={words.hints[by]}
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" size="large" htmlType="submit">
            {words.go}
          </Button>
        </div>
        <p className="hint">{words.hints[by]}</p>
      </form>
      {state.state === "asking" ? <Waiting slow rows={3} /> : null}
      {state.state === "failed" ? (
        <ProblemNotice problem={state.problem} onAgain={() => void ask()} />
      ) : null}
      {state.state === "found" ? <Results found={state.found} /> : null}
    </>
  );
}
