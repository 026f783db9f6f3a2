import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { readTogether, withTogether } from "../../family/family.ts";
import { TogetherChoice } from "../../family/together-choice.tsx";
import { type FamilyRecord, familyOf, withFamilyRecord, withoutPerson } from "../draft/draft.ts";
import { nameIn } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";
import type { PeoplePartProps } from "./people-part.tsx";
import { PersonFields } from "./person-fields.tsx";

/** Someone who is not of the household. */
export function Outsider(props: PeoplePartProps & { readonly member: number }) {
  const { draft, kin, member, onChange } = props;
  const { people: words } = useApplyWords();
  const { m } = useSpeech();
  const participant = draft.people[member];
  const record = familyOf(draft)[member - 1];
  if (participant === undefined || participant.tie === "self") return null;
  const { name, birthDate } = nameIn(participant, kin);
  return (
    <section className="apply-card" aria-labelledby={`person-${member}`}>
      <h3 id={`person-${member}`}>
        <bdi className="name">{name}</bdi>
      </h3>
      <p className="soft">
        {words.ties[participant.tie]} · {words.bornOn(m.day(birthDate))}
      </p>
      {record === undefined ? null : (
        <TogetherChoice
          relation={String(member)}
          title={words.together(name)}
          value={readTogether(record)}
          onChange={(together) =>
            onChange(
              withFamilyRecord(draft, member, withTogether(record, together) as FamilyRecord),
            )
          }
        />
      )}
      <PersonFields {...props} />
      <Button
        look="link"
        onPress={() => {
          onChange(withoutPerson(draft, member));
          document.getElementById("person-others")?.focus();
        }}
      >
        {words.remove(name)}
      </Button>
    </section>
  );
}
