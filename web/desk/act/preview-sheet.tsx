import { Tag } from "antd";
import type { Household } from "../household/household-page.tsx";
import { nameOf } from "../household/member-table.tsx";
import { particularFields, useShowField } from "../person/particulars-list.tsx";
import { useDesk } from "../use-desk.tsx";
import type { Preview } from "./act-form.ts";

/** Each household before and after, side by side, and each person whose own particulars change. */
export function PreviewSheet({ preview }: { readonly preview: Preview }) {
  return (
    <>
      {preview.households.map((pair, place) => (
        <HouseholdPair key={pair.before?.household ?? pair.after?.household ?? place} pair={pair} />
      ))}
      {preview.people.map((person, place) => (
        <PersonPair key={person.person ?? `new-${place}`} pair={person} />
      ))}
    </>
  );
}

type Pair = Preview["households"][number];

function HouseholdPair({ pair: { before, after } }: { readonly pair: Pair }) {
  const { d, codes, county } = useDesk();
  const words = d.acts.preview;
  const known = before ?? after;
  if (known === null) return null;
  const begins = before === null;
  const ends = after === null || (after.ended !== null && before?.ended === null);
  return (
    <section className="pair" aria-label={d.household.title(known.household)}>
      <h3>
        {known.county === county ? "" : `${codes.place(known.county)} · `}
        {begins ? d.household.kinds[known.kind] : d.household.title(known.household)}{" "}
        {begins ? <Tag color="success">+ {words.begins}</Tag> : null}
        {ends ? <Tag color="error">− {words.ends}</Tag> : null}
      </h3>
      {isSame(before, after) ? (
        <p className="hint">{words.unchanged}</p>
      ) : (
        <div className="two-columns">
          <Side title={words.before} household={before} other={after} />
          <Side title={words.after} household={after} other={before} />
        </div>
      )}
    </section>
  );
}

/** Some acts leave the household as it is: a booklet is issued, particulars are corrected. */
function isSame(before: Household | null, after: Household | null): boolean {
  const shown = (household: Household | null) =>
    JSON.stringify([
      household?.members.map(({ person, relation }) => [person, relation]),
      household?.dwelling,
      household?.ended,
      household?.withheld,
    ]);
  return shown(before) === shown(after);
}

type SideProps = {
  readonly title: string;
  readonly household: Household | null;
  readonly other: Household | null;
};

/** One side; members that differ from the other side are marked, not by colour alone. */
function Side({ title, household, other }: SideProps) {
  const { d, codes } = useDesk();
  const steps: Readonly<Record<string, string>> = d.household.steps;
  return (
    <div className="side">
      <h4>{title}</h4>
      {household === null || household.members.length === 0 ? (
        <p className="hint">{d.acts.preview.nothing}</p>
      ) : (
        <ul>
          {household.members.map((member) => {
            const same = other?.members.find(({ person }) => person === member.person);
            const changed = same === undefined || same.relation !== member.relation;
            return (
              <li key={member.person} data-changed={changed}>
                <span>{nameOf(member) ?? d.unknown}</span>
                <span>{codes.label("relation", member.relation)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {household?.withheld.map(({ person, step }) => {
        const member = household.members.find((each) => each.person === person);
        const same = other?.withheld.some((each) => each.person === person && each.step === step);
        return (
          <p key={person} data-changed={same !== true}>
            {d.household.withheld}: {member === undefined ? "" : nameOf(member)} ·{" "}
            {steps[step] ?? step}
          </p>
        );
      })}
      {household?.dwelling ? (
        <p data-changed={household.dwelling.address !== other?.dwelling?.address}>
          {household.dwelling.address}
        </p>
      ) : null}
    </div>
  );
}

function PersonPair({ pair }: { readonly pair: Preview["people"][number] }) {
  const { d } = useDesk();
  const show = useShowField();
  const words = d.acts.preview;
  const fields = particularFields.filter((field) => field in pair.after || field in pair.before);
  return (
    <table className="members">
      <caption>{words.personChanges}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{d.person.fields[field]}</th>
            <td data-label={words.before}>
              {field in pair.before ? show(field, pair.before[field]) : words.nothing}
            </td>
            <td data-label={words.after} data-changed="true">
              {show(field, pair.after[field])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
