import { nameOf } from "../household/member-table.tsx";
import { useShowField } from "../person/particulars-list.tsx";
import { useDesk } from "../use-desk.tsx";
import type { Booklet } from "./booklet-page.tsx";

const printed = [
  "formerNames",
  "sex",
  "birthDate",
  "birthCounty",
  "idNumber",
  "marital",
  "education",
] as const;

/** A resident's card. The statutory form's ethnicity, religion, blood type and height are not in the register. */
export function PersonCard({ card }: { readonly card: Booklet["cards"][number] }) {
  const { d, codes } = useDesk();
  const show = useShowField();
  const { member, particulars, arrivals } = card;
  const name = nameOf(member) ?? d.unknown;
  return (
    <section className="sheet" aria-label={`${d.booklet.card} ${name}`}>
      <h2>{d.booklet.card}</h2>
      <dl className="sheet-facts">
        <div>
          <dt>{d.person.fields.name}</dt>
          <dd>
            {name}
            {particulars.nameHan === null ? null : (
              <span className="own-script" dir="auto">
                {particulars.name}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{d.household.relation}</dt>
          <dd>{codes.label("relation", member.relation)}</dd>
        </div>
        {printed.map((field) => (
          <div key={field}>
            <dt>{d.person.fields[field]}</dt>
            <dd>{show(field, particulars[field])}</dd>
          </div>
        ))}
        <div>
          <dt>{d.booklet.arrivals}</dt>
          <dd>
            {arrivals.length === 0
              ? d.booklet.noArrivals
              : arrivals
                  .map(({ on, type }) => `${d.day(on)} ${d.acts.events[type] ?? type}`)
                  .join("；")}
          </dd>
        </div>
      </dl>
    </section>
  );
}
