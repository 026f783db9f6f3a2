import { useSpeech } from "../../../i18n/use-messages.tsx";
import { TickChoice } from "../../../ui/choice.tsx";
import { relationWord } from "../../my/household/relation-word.ts";
import { useWords } from "../../my/use-words.ts";
import { usePortal } from "../../shell/use-portal.tsx";
import { type FamilyRecord, withoutPerson, withPerson } from "../draft/draft.ts";
import { type Kin, kinAdded, placeOf, tieIn } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";
import type { PeoplePartProps } from "./people-part.tsx";
import { PersonFields } from "./person-fields.tsx";

/** The household as the register shows it: who comes along is ticked, and nothing about them is typed. */
export function HouseholdTicks(props: PeoplePartProps) {
  const { draft, self, kin, onChange } = props;
  const { people: words } = useApplyWords();
  const myWords = useWords();
  const { m } = useSpeech();
  const { today, journey } = usePortal();
  const household = { self, kin, today };
  const others = kin.filter(({ person }) => person !== self);
  const add = (each: Kin) => {
    const { tie } = kinAdded(each, household).participant;
    const said = journey.family?.find(({ relation }) => relation === tie);
    return withPerson(draft, kinAdded(each, household, said as FamilyRecord | undefined));
  };
  return (
    <section className="apply-part" aria-labelledby="person-household">
      <h2 id="person-household">{words.household}</h2>
      <p className="soft">{others.length === 0 ? words.alone : words.householdNote}</p>
      {others.map((each) => {
        const member = placeOf(draft, each.person);
        const { relation, sure } = tieIn(each, household);
        const about = [
          ...(sure && relation !== undefined ? [relationWord(myWords, relation)] : []),
          words.bornOn(m.day(each.birthDate)),
        ];
        return (
          <div key={each.person} className="apply-member">
            <TickChoice
              title={each.name}
              note={about.join(" · ")}
              isName
              ticked={member > 0}
              onTick={(ticked) => onChange(ticked ? add(each) : withoutPerson(draft, member))}
            />
            {member > 0 ? <PersonFields {...props} member={member} /> : null}
          </div>
        );
      })}
    </section>
  );
}
