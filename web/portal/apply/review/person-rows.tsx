import { useSpeech } from "../../../i18n/use-messages.tsx";
import { useLabels } from "../../my/use-labels.ts";
import { chosenHome, type Draft, relationIn } from "../draft/draft.ts";
import { headOf } from "../draft/faults.ts";
import { guardianName, type Kin, nameIn } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";

type PersonRowsProps = {
  readonly draft: Draft;
  readonly member: number;
  readonly kin: readonly Kin[];
};

/** One of the people, as a form on paper has them. */
export function PersonRows({ draft, member, kin }: PersonRowsProps) {
  const { review: words, people } = useApplyWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const participant = draft.people[member];
  if (participant === undefined) return null;
  const { who, tie, guardians } = participant;
  const { name, birthDate } = nameIn(participant, kin);
  const known = "person" in who ? kin.find(({ person }) => person === who.person) : undefined;
  const number =
    "person" in who ? (known?.idNumber ?? words.numberKnown) : (who.citizen ?? words.numberNone);
  const founds = headOf(chosenHome(draft)) === "self" && member === 0;
  const relation = founds ? 2 : relationIn(draft, member);
  return (
    <dl>
      <div>
        <dt>{words.name}</dt>
        <dd>
          <bdi className="name">{name}</bdi>
        </dd>
      </div>
      <div>
        <dt>{words.born}</dt>
        <dd>{m.day(birthDate)}</dd>
      </div>
      <div>
        <dt>{words.number}</dt>
        <dd>{number}</dd>
      </div>
      <div>
        <dt>{words.tie}</dt>
        <dd>{tie === "self" ? words.self : people.ties[tie]}</dd>
      </div>
      {relation === undefined ? null : (
        <div>
          <dt>{words.relation}</dt>
          <dd>{labels.code("relation", relation)}</dd>
        </div>
      )}
      {guardians.length === 0 ? null : (
        <div>
          <dt>{words.guardians}</dt>
          <dd>{m.list(guardians.map((each) => guardianName(each, kin)))}</dd>
        </div>
      )}
    </dl>
  );
}
