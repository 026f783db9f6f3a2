import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { type Guardian, type Participant, withParticipant } from "../draft/draft.ts";
import { personField } from "../draft/faults.ts";
import { isMinor } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";
import { AddGuardian } from "./add-guardian.tsx";
import type { PeoplePartProps } from "./people-part.tsx";

type GuardiansProps = PeoplePartProps & {
  readonly member: number;
  readonly participant: Participant;
};

type Outside = { readonly citizen: string; readonly name: string };

const most = 4;

/** Who signs for a child or a ward: grown-ups of the household by tick, anyone else by number and name. */
export function Guardians(props: GuardiansProps) {
  const { draft, kin, faults, member, participant, onChange } = props;
  const words = useApplyWords();
  const { today } = usePortal();
  const [adding, setAdding] = useState(false);
  const { guardians, who } = participant;
  const set = (next: readonly Guardian[]) =>
    onChange(withParticipant(draft, member, { ...participant, guardians: next.slice(0, most) }));
  const adults = kin.filter(
    ({ person, birthDate }) =>
      !isMinor(birthDate, today) && !("person" in who && who.person === person),
  );
  // Grown-ups of the application who are not of the household can sign as well.
  const others = draft.people.flatMap((each): readonly Outside[] =>
    "citizen" in each.who &&
    each.who.citizen !== null &&
    each.who !== who &&
    !isMinor(each.who.birthDate, today)
      ? [{ citizen: each.who.citizen, name: each.who.name }]
      : [],
  );
  const named = guardians.flatMap((each) => ("person" in each ? [] : [each]));
  const outside = [
    ...others,
    ...named.filter(({ citizen }) => others.every((each) => each.citizen !== citizen)),
  ];
  const id = personField(member, "guardians");
  const fault = faults.find(({ at }) => at === id);
  return (
    <fieldset className="apply-guardians" id={id} tabIndex={-1} aria-describedby={`${id}-error`}>
      <legend>{words.people.guardians}</legend>
      <p className="soft">{words.people.guardiansHint}</p>
      <FieldError id={`${id}-error`} text={fault === undefined ? null : words.faults[fault.code]} />
      {adults.map(({ person, name }) => (
        <label key={person} className="apply-pick">
          <input
            type="checkbox"
            checked={guardians.some((each) => "person" in each && each.person === person)}
            onChange={({ target }) =>
              set(
                target.checked
                  ? [...guardians, { person }]
                  : guardians.filter((each) => !("person" in each && each.person === person)),
              )
            }
          />
          <bdi className="name">{name}</bdi>
        </label>
      ))}
      {outside.map(({ citizen, name }) => (
        <label key={citizen} className="apply-pick">
          <input
            type="checkbox"
            checked={named.some((each) => each.citizen === citizen)}
            onChange={({ target }) =>
              set(
                target.checked
                  ? [...guardians, { citizen, name }]
                  : guardians.filter((each) => "person" in each || each.citizen !== citizen),
              )
            }
          />
          <bdi className="name">{name}</bdi>
        </label>
      ))}
      {adding ? (
        <AddGuardian
          id={`${id}-add`}
          onAdd={(guardian) => {
            setAdding(false);
            if (guardian !== null) set([...guardians, guardian]);
          }}
        />
      ) : guardians.length < most ? (
        <Button look="link" onPress={() => setAdding(true)}>
          {words.people.addGuardian}
        </Button>
      ) : null}
    </fieldset>
  );
}
