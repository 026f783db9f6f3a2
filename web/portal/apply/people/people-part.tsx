import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { listRelations } from "../../family/family.ts";
import { PersonName } from "../../my/person-name.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { chosenHome, type Draft, withPerson } from "../draft/draft.ts";
import { type Fault, headOf } from "../draft/faults.ts";
import type { Kin } from "../draft/kin.ts";
import { unnamed } from "../draft/new-draft.ts";
import { useApplyWords } from "../use-words.ts";
import { AddPerson } from "./add-person.tsx";
import { HouseholdTicks } from "./household-ticks.tsx";
import { Outsider } from "./outsider.tsx";
import { PersonFields } from "./person-fields.tsx";

export type PeoplePartProps = {
  readonly draft: Draft;
  readonly self: number;
  readonly kin: readonly Kin[];
  readonly faults: readonly Fault[];
  readonly onChange: (draft: Draft) => void;
};

/** The applicant, those of the household who come along, and those who are not of it. */
export function PeoplePart(props: PeoplePartProps) {
  const { draft, self, kin, onChange } = props;
  const { people: words } = useApplyWords();
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const [adding, setAdding] = useState(false);
  const own = kin.find(({ person }) => person === self);
  const outside = draft.people.flatMap(({ who }, member) => ("person" in who ? [] : [member]));
  const relatives = listRelations(pack.vocabulary);
  const missing = unnamed(journey.family ?? [], draft).map((relation) => {
    const found = relatives.find(({ id }) => id === relation);
    return found === undefined ? relation : say(found.label);
  });
  return (
    <div className="apply-part">
      <section className="apply-card" aria-labelledby="person-self">
        <h2 id="person-self">{words.you}</h2>
        <p>
          <PersonName name={own?.name ?? null} nameHan={own?.nameHan ?? null} />{" "}
          {own === undefined ? null : (
            <span className="soft">{words.bornOn(m.day(own.birthDate))}</span>
          )}
        </p>
        {headOf(chosenHome(draft)) === "self" ? <p className="soft">{words.head}</p> : null}
        <PersonFields {...props} member={0} />
      </section>
      <HouseholdTicks {...props} />
      <section className="apply-part" aria-labelledby="person-others">
        <h2 id="person-others">{words.others}</h2>
        {missing.length === 0 ? null : (
          <Notice tone="unknown" icon="ask">
            <p>{words.unnamed(m.list(missing))}</p>
          </Notice>
        )}
        {outside.map((member) => (
          <Outsider key={member} {...props} member={member} />
        ))}
        <AddPerson
          {...props}
          open={adding}
          onOpen={setAdding}
          onAdd={(added) => {
            setAdding(false);
            onChange(withPerson(draft, added));
          }}
        />
      </section>
      <Notice icon="hands">
        <p>
          <strong>{words.consent.title}</strong>
        </p>
        <p>{words.consent.note}</p>
      </Notice>
    </div>
  );
}
