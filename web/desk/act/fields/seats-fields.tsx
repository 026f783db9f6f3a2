import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import { suggestSeats, type Member, type SeatsDraft } from "../seats-draft.ts";
import { Group } from "./group.tsx";
import { RelationField, SelectField } from "./select-field.tsx";

type SeatsFieldsProps = {
  readonly path: string;
  readonly legend: string;
  readonly lead?: string | undefined;
  /** Everyone of the household as it is, the old head included: relations follow from theirs. */
  readonly members: readonly Member[];
  /** Those who are to have a seat under the new head. */
  readonly seated: readonly Member[];
  readonly value: SeatsDraft;
  readonly onChange: (next: SeatsDraft) => void;
};

/** Chooses a head; everyone's relation to them is worked out, and the clerk confirms or states it. */
export function SeatsFields(props: SeatsFieldsProps) {
  const { path, legend, lead, members, seated, value, onChange } = props;
  const { d } = useDesk();
  const words = d.acts.form;
  const suggested = value.head === null ? null : suggestSeats(members, value.head).relations;
  const hintOf = (person: number) => {
    const known = suggested?.[person] ?? null;
    if (known === null) return words.uncertain;
    return known === value.relations[person] ? words.suggested : undefined;
  };
  return (
    <Group legend={legend} path={path} lead={lead}>
      <SelectField
        path={`${path}.head`}
        label={words.newHead}
        prompt="—"
        value={String(value.head ?? "")}
        choices={seated.map((member) => ({
          code: member.person,
          label: nameOf(member) ?? d.unknown,
        }))}
        onChange={(head) => {
          if (head === "") onChange({ head: null, relations: {} });
          else onChange(suggestSeats(members, Number(head)));
        }}
      />
      {value.head === null
        ? null
        : seated
            .filter(({ person }) => person !== value.head)
            .map((member) => (
              <RelationField
                key={member.person}
                path={`${path}.${member.person}`}
                label={`${nameOf(member) ?? d.unknown} · ${words.relation}`}
                hint={hintOf(member.person)}
                noHead
                value={value.relations[member.person] ?? null}
                onChange={(relation) =>
                  onChange({
                    ...value,
                    relations: { ...value.relations, [member.person]: relation },
                  })
                }
              />
            ))}
    </Group>
  );
}
