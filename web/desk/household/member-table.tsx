import { useDesk } from "../use-desk.tsx";
import type { Household } from "./household-page.tsx";

type MemberTableProps = {
  readonly members: Household["members"];
  readonly caption: string;
  /** Whether names lead to the people's pages. */
  readonly linked?: boolean;
};

/** The members as a table; on a phone each row becomes a card. */
export function MemberTable({ members, caption, linked = true }: MemberTableProps) {
  const { d, codes } = useDesk();
  const words = d.household;
  return (
    <table className="members">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.member}</th>
          <th scope="col">{words.relation}</th>
          <th scope="col">{words.sex}</th>
          <th scope="col">{words.birth}</th>
          <th scope="col">{words.idNumber}</th>
          <th scope="col">{words.since}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.person}>
            <th scope="row">
              {linked ? (
                <a href={`#/people/${member.person}`}>{nameOf(member) ?? d.unknown}</a>
              ) : (
                (nameOf(member) ?? d.unknown)
              )}
            </th>
            <td data-label={words.relation}>{codes.label("relation", member.relation)}</td>
            <td data-label={words.sex}>{codes.label("sex", member.sex)}</td>
            <td data-label={words.birth}>{member.birthDate ?? d.unknown}</td>
            <td data-label={words.idNumber}>{member.idNumber ?? d.unknown}</td>
            <td data-label={words.since}>{member.since}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The Chinese-character form where there is one, as papers and offices write it. */
export const nameOf = (person: {
  readonly name: string | null;
  readonly nameHan: string | null;
}): string | null => person.nameHan ?? person.name;
