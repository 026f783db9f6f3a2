import { Button, Input } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { found as foundShape } from "../../../src/register/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import type { FoundPerson } from "../act/arriving.ts";
import { countyPath, useDesk } from "../use-desk.tsx";
import { type Entry, entryOf, unknownEntry } from "./entry.ts";

type Found = z.infer<typeof foundShape>;

type PersonFinderProps = {
  /** Who it is, and the household of this county that they live in. */
  readonly onFound: (entry: Entry, household: number | null) => void;
};

const isNumber = (text: string) => /^\d{17}[\dX]$/i.test(text.trim());

/** Finds somebody in the register, here by name, elsewhere by number; whoever is in none is typed from their papers. */
export function PersonFinder({ onFound }: PersonFinderProps) {
  const { d, call, county } = useDesk();
  const words = d.window;
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const search = async () => {
    const typed = text.trim();
    if (typed === "") return;
    const by = isNumber(typed) ? "id-number" : "name";
    const answer = await call<Found>(countyPath(county, "/people/search"), {
      method: "POST",
      body: { by, text: typed },
    });
    setAsked(typed);
    setFound(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  const choose = (entry: Entry, household: number | null) => {
    setText("");
    setFound(null);
    onFound(entry, household);
  };
  return (
    <div className="person-finder">
      <div className="search-line">
        <Input
          aria-label={words.find}
          placeholder={words.find}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            void search();
          }}
        />
        <Button onClick={() => void search()} disabled={text.trim() === ""}>
          {words.search}
        </Button>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <ul className="picks" aria-live="polite">
        {found?.people.map((person) => (
          <li key={person.person}>
            <FoundLine person={person} />
            <Button
              onClick={() =>
                choose(
                  entryOf(person, county, asked),
                  person.county === county ? person.household : null,
                )
              }
            >
              {words.choose}
            </Button>
          </li>
        ))}
        {found?.people.length === 0 ? (
          <li>
            <span>{words.nobody}</span>
            {isNumber(asked) ? (
              <Button onClick={() => choose(unknownEntry("elsewhere", asked.toUpperCase()), null)}>
                {words.notHere}
              </Button>
            ) : null}
          </li>
        ) : null}
      </ul>
      <Button type="link" onClick={() => choose(unknownEntry("unregistered"), null)}>
        {words.unregistered}
      </Button>
    </div>
  );
}

function FoundLine({ person }: { readonly person: FoundPerson }) {
  const { d, codes, county } = useDesk();
  const { name, nameHan, birthDate, idNumber, address } = person;
  return (
    <span>
      {nameHan ?? name} · {d.search.born(d.day(birthDate))}
      {idNumber === null ? "" : ` · ${idNumber}`} ·{" "}
      {person.county === county
        ? (address ?? d.unknown)
        : d.search.elsewhere(codes.place(person.county))}
    </span>
  );
}
