import { Opener } from "../../../ui/opener.tsx";
import { useWords } from "../../my/use-words.ts";
import { usePortal } from "../../shell/use-portal.tsx";
import { chosenHome, relationIn, withParticipant, withRelation } from "../draft/draft.ts";
import { headOf, personField } from "../draft/faults.ts";
import { isMinor, nameIn, otherTies, relationFor, tieIn } from "../draft/kin.ts";
import { SelectField } from "../fields/select-field.tsx";
import { useApplyWords } from "../use-words.ts";
import { Guardians } from "./guardians.tsx";
import type { PeoplePartProps } from "./people-part.tsx";

/** What the register cannot know of somebody: their place in the new household, and who signs for them. */
export function PersonFields(props: PeoplePartProps & { readonly member: number }) {
  const { draft, self, kin, faults, member, onChange } = props;
  const words = useApplyWords();
  const { household } = useWords();
  const { today } = usePortal();
  const participant = draft.people[member];
  if (participant === undefined) return null;
  const head = headOf(chosenHome(draft));
  const id = personField(member, "relation");
  const fault = faults.find(({ at }) => at === id);
  const { birthDate } = nameIn(participant, kin);
  const minor = isMinor(birthDate, today);
  const asksRelation = head === "host" || (head === "self" && member > 0);
  const known = kin.find(
    ({ person }) => "person" in participant.who && person === participant.who.person,
  );
  const asksTie = known !== undefined && member > 0 && !tieIn(known, { self, kin }).sure;
  return (
    <div className="apply-fields">
      {asksTie ? (
        <SelectField
          id={personField(member, "tie")}
          label={words.people.add.tie}
          empty={words.people.choose}
          options={otherTies.map((tie) => [tie, words.people.ties[tie]])}
          value={participant.tie}
          fault={null}
          onChange={(value) => {
            const tie = otherTies.find((each) => each === value) ?? "other-relative";
            const changed = withParticipant(draft, member, { ...participant, tie });
            onChange(withRelation(changed, member, relationFor(tie, known.sex)));
          }}
        />
      ) : null}
      {head !== "nobody" && asksRelation ? (
        <SelectField
          id={id}
          label={words.people.relation[head]}
          empty={words.people.choose}
          options={Object.entries(household.relations).filter(([code]) => Number(code) > 2)}
          value={String(relationIn(draft, member) ?? "")}
          fault={fault === undefined ? null : words.faults[fault.code]}
          onChange={(value) =>
            onChange(withRelation(draft, member, value === "" ? undefined : Number(value)))
          }
        />
      ) : null}
      {minor || member === 0 ? null : (
        <Opener look="link" summary={words.people.wardAsk} open={participant.ward}>
          <label className="apply-pick">
            <input
              type="checkbox"
              checked={participant.ward}
              onChange={({ target }) =>
                onChange(
                  withParticipant(draft, member, {
                    ...participant,
                    ward: target.checked,
                    guardians: [],
                  }),
                )
              }
            />
            {words.people.ward}
          </label>
        </Opener>
      )}
      {minor || participant.ward ? <Guardians {...props} participant={participant} /> : null}
    </div>
  );
}
