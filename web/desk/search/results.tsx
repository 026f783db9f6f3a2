import { useEffect, useRef } from "react";
import type { z } from "zod";
import type { found } from "../../../src/register/contract.ts";
import { keepArriving, type FoundPerson } from "../act/arriving.ts";
import { useDesk } from "../use-desk.tsx";

type Found = z.infer<typeof found>;

/** Who was found; the heading takes the focus, so that Tab goes on to the first of them. */
export function Results({ found }: { readonly found: Found }) {
  const { d } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (found.people.length >= 0) heading.current?.focus();
  }, [found]);
  return (
    <section aria-labelledby="results">
      <h2 id="results" ref={heading} tabIndex={-1}>
        {d.search.result(found.people.length, found.more)}
      </h2>
      {found.people.length === 0 ? <p className="lead">{d.search.empty}</p> : null}
      <ul className="results">
        {found.people.map((person) => (
          <Result key={person.person} person={person} />
        ))}
      </ul>
    </section>
  );
}

function Result({ person }: { readonly person: FoundPerson }) {
  const { d, county, codes, session } = useDesk();
  const here = person.county === county;
  const name = person.nameHan === null ? person.name : `${person.nameHan} · ${person.name}`;
  const settle = `#/acts/settle?arriving=${person.person}`;
  return (
    <li className="result" data-here={here}>
      <div>
        {here ? (
          <a className="result-name" href={`#/people/${person.person}`}>
            {name}
          </a>
        ) : (
          <span className="result-name">{name}</span>
        )}
        <p>
          {codes.label("sex", person.sex)} · {d.search.born(d.day(person.birthDate))}
          {person.idNumber === null ? "" : ` · ${person.idNumber}`}
        </p>
        <p>{person.address ?? ""}</p>
        {here ? null : (
          <p className="result-elsewhere">{d.search.elsewhere(codes.place(person.county))}</p>
        )}
        {person.registered ? null : <p className="result-elsewhere">{d.search.notRegistered}</p>}
      </div>
      <div className="result-doors">
        {here && person.household !== null ? (
          <a href={`#/households/${person.household}`}>{d.person.household(person.household)}</a>
        ) : null}
        {!here && person.registered && session.role === "window-clerk" ? (
          <a href={settle} onClick={() => keepArriving(person)}>
            {d.search.from}
          </a>
        ) : null}
      </div>
    </li>
  );
}
