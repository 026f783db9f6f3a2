import { Tag } from "antd";
import { useDesk } from "../use-desk.tsx";
import { type Person, useCaseWork } from "./case-work.ts";

/** Whom the case is about, and whose will is there; never who said no. */
export function PeopleList() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  return (
    <section aria-labelledby="case-people" className="case-block">
      <h2 id="case-people">{d.case.people.title}</h2>
      <ul className="plain people">
        {seen.people.map((person) => (
          <PersonLine key={person.member} person={person} />
        ))}
      </ul>
    </section>
  );
}

const ties: Readonly<Record<string, "self" | "spouse" | "child" | "parent" | "other-relative">> = {
  self: "self",
  spouse: "spouse",
  child: "child",
  parent: "parent",
};

function PersonLine({ person: each }: { readonly person: Person }) {
  const { d, codes, county } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.people;
  const { member, person, personCounty, citizen, guardians } = each;
  const covered = seen.advice?.covered.find((one) => one.member === member)?.state;
  const registered = seen.registered.includes(member);
  const will = registered ? "registered" : each.willing ? "willing" : "notYet";
  return (
    <li>
      <p className="person-name">
        <bdi>{each.name}</bdi> <span>{words.ties[ties[each.tie] ?? "other-relative"]}</span>
      </p>
      <p>
        {words.born(d.day(each.birthDate))}
        {each.ward ? ` · ${words.ward}` : ""}
      </p>
      <p className="number">{citizen === null ? words.noNumber : citizen}</p>
      <p className="tags">
        <Tag color={will === "notYet" ? "default" : "success"}>{words[will]}</Tag>
        {covered === undefined ? null : (
          <Tag color={covered === "covered" ? "success" : "warning"}>{words.covered[covered]}</Tag>
        )}
      </p>
      {guardians.length === 0 ? null : (
        <p className="soft">{words.guardians(d.case.list(guardians))}</p>
      )}
      <p>
        {person === null ? (
          <span className="soft">{words.unknown}</span>
        ) : personCounty === county ? (
          <a href={`#/people/${person}`}>{words.record}</a>
        ) : (
          <span className="soft">
            {words.elsewhere(personCounty === null ? d.none : codes.place(personCounty))}
          </span>
        )}
      </p>
    </li>
  );
}
