import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { PersonName } from "../person-name.tsx";
import type { Member } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useWords } from "../use-words.ts";
import { relationWord } from "./relation-word.ts";

type MembersTableProps = {
  readonly members: readonly Member[];
  readonly self: number;
  readonly family: boolean;
};

/** Who is in the household. On a phone each row is a small card; the head of the table is read all the same. */
export function MembersTable({ members, self, family }: MembersTableProps) {
  const words = useWords();
  const { columns } = words.household;
  const { m } = useSpeech();
  return (
    <>
      <table className="members">
        <caption className="unseen">{words.household.members(members.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            {family ? <th scope="col">{columns.relation}</th> : null}
            <th scope="col">{columns.birthDate}</th>
            <th scope="col">{columns.since}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ person, name, nameHan, relation, birthDate, since }) => (
            <tr key={person} data-self={person === self}>
              <th scope="row">
                <PersonName name={name} nameHan={nameHan} />
                {person === self ? <span className="you">{words.household.you}</span> : null}
              </th>
              {family ? (
                <td data-label={columns.relation}>{relationWord(words, relation)} </td>
              ) : null}
              <td data-label={columns.birthDate}>
                {birthDate === null ? words.record.erasedName : m.day(birthDate)}
              </td>
              <td data-label={columns.since}>{m.day(since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {family ? <BookletWords members={members} /> : null}
    </>
  );
}

/** What the statutory booklet calls each relation. */
function BookletWords({ members }: { readonly members: readonly Member[] }) {
  const words = useWords();
  const labels = useLabels();
  return (
    <Opener look="link" summary={words.household.code}>
      <p>{words.household.codeHint}</p>
      <ul className="booklet-words">
        {members.map(({ person, name, relation }) => (
          <li key={person}>
            <PersonName name={name} />{" "}
            {words.household.codeText(
              labels.code("relation", relation),
              String(relation).padStart(2, "0"),
            )}
          </li>
        ))}
      </ul>
    </Opener>
  );
}
