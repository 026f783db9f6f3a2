import { useDesk } from "../use-desk.tsx";

type ActLinksProps = {
  readonly acts: readonly string[];
  readonly household: number | null;
  readonly person: number | null;
};

/** What a window clerk can do here, each a form of its own. */
export function ActLinks({ acts, household, person }: ActLinksProps) {
  const { d, session } = useDesk();
  if (session.role !== "window-clerk") return null;
  const query = new URLSearchParams({
    ...(household === null ? {} : { household: String(household) }),
    ...(person === null ? {} : { person: String(person) }),
  });
  const place = person === null ? "household-acts" : "person-acts";
  return (
    <section aria-labelledby={place} className="act-links">
      <h2 id={place}>{d.household.actions}</h2>
      <ul>
        {acts.map((act) => (
          <li key={act}>
            <a href={`#/acts/${act}?${query}`}>{d.acts.titles[act] ?? act}</a>
          </li>
        ))}
        {person === null && household !== null ? (
          <li>
            <a href={`#/booklets/${household}`}>{d.household.booklet}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
