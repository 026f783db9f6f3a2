import { Timeline } from "antd";
import { useDesk } from "../use-desk.tsx";
import type { Person } from "./person-page.tsx";

/** Where somebody was registered and in which households, latest first. */
export function Stretches({ person }: { readonly person: Person }) {
  const { d, codes } = useDesk();
  const words = d.person;
  return (
    <>
      <section aria-labelledby="registrations">
        <h2 id="registrations">{words.registrations}</h2>
        <Timeline
          items={person.registrations.toReversed().map(({ county, from, until }) => ({
            key: `${county}-${from}`,
            color: until === null ? "green" : "gray",
            content: words.registeredIn(
              codes.place(county),
              d.day(from),
              until === null ? null : d.day(until),
            ),
          }))}
        />
      </section>
      <section aria-labelledby="seats">
        <h2 id="seats">{words.seats}</h2>
        <Timeline
          items={person.seats.toReversed().map(({ household, relation, from, until }) => ({
            key: `${household}-${from}`,
            color: until === null ? "green" : "gray",
            content: (
              <>
                <a href={`#/households/${household}?on=${from}`}>{words.household(household)}</a>
                {" · "}
                {codes.label("relation", relation)}
                {" · "}
                {words.since(d.day(from), until === null ? null : d.day(until))}
              </>
            ),
          }))}
        />
      </section>
    </>
  );
}
