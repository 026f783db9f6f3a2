import { Button } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import type { z } from "zod";
import type { found as foundShape } from "../../../../src/register/contract.ts";
import type { Problem } from "../../../staff/api.ts";
import { ProblemNotice } from "../../../staff/problem-notice.tsx";
import { countyPath, useDesk } from "../../use-desk.tsx";
import { knownFrom, type KnownArrival } from "../arrival-draft.ts";
import { TextField } from "./text-field.tsx";

type Found = z.infer<typeof foundShape>;

type PersonLookUpProps = {
  readonly path: string;
  readonly value: KnownArrival | null;
  readonly onChange: (known: KnownArrival | null) => void;
};

/** Finds somebody by their exact ID number, in whatever county they are registered. */
export function PersonLookUp({ path, value, onChange }: PersonLookUpProps) {
  const { d, codes, call, county } = useDesk();
  const words = d.acts.form;
  const [text, setText] = useState("");
  const [state, setState] = useState<"idle" | "none">("idle");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<KnownArrival | null>(null);
  // The form went on while the server was asked: who was found goes into it as it is now.
  const choose = useEffectEvent(onChange);
  useEffect(() => {
    if (found !== null) choose(found);
  }, [found]);
  const search = async () => {
    const answer = await call<Found>(countyPath(county, "/people/search"), {
      method: "POST",
      body: { by: "id-number", text: text.trim() },
    });
    setProblem(answer.ok ? null : answer.problem);
    const person = answer.ok ? answer.value.people[0] : undefined;
    setState(answer.ok && person === undefined ? "none" : "idle");
    if (person === undefined) return;
    setFound(knownFrom(person));
  };
  if (value !== null) {
    return (
      <p className="about">
        {value.name} · {d.day(value.birthDate)} ·{" "}
        {value.registered ? d.search.elsewhere(codes.place(value.county)) : d.search.notRegistered}{" "}
        <Button onClick={() => onChange(null)}>{words.remove}</Button>
      </p>
    );
  }
  return (
    <div className="look-up">
      <TextField
        path={path}
        label={d.person.fields.idNumber}
        maxLength={18}
        value={text}
        onChange={setText}
      />
      <Button onClick={() => void search()} disabled={text.trim().length !== 18}>
        {words.lookUp}
      </Button>
      <p role="status">{state === "none" ? words.nobody : ""}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
