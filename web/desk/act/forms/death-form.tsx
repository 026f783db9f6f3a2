import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps } from "../act-form.ts";
import type { SharedDraft } from "../draft.ts";
import { SeatsFields } from "../fields/seats-fields.tsx";
import { TextField } from "../fields/text-field.tsx";
import { dayOf } from "../draft.ts";
import { emptySeats, losesHead, seatsOf, type SeatsDraft } from "../seats-draft.ts";

type DeathDraft = SharedDraft & { readonly died: string; readonly stay: SeatsDraft };

/** Declared by family or neighbours; if the head died, those who stay get a new one. */
export const deathForm: ActForm<DeathDraft> = {
  act: "register-death",
  clauses: [regulations(8)],
  start: () => ({ died: "", stay: emptySeats }),
  declarants: () => [],
  toAct: ({ died, stay }, { person, household }) => ({
    person: person?.person,
    died: dayOf(died),
    seats: seatsOf(
      stay,
      household?.members.filter((member) => member.person !== person?.person) ?? [],
    ),
  }),
  signedBy: "others",
  Fields: DeathFields,
};

function DeathFields({ draft, onChange, context }: FieldsProps<DeathDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  const members = context.household?.members ?? [];
  const dead = context.person?.person;
  const name = context.person?.particulars.nameHan ?? context.person?.particulars.name ?? "";
  return (
    <>
      <p className="about">{name}</p>
      <TextField
        path="died"
        label={words.died}
        hint={words.dateHint}
        numeric
        value={draft.died}
        onChange={(died) => onChange({ ...draft, died })}
      />
      {losesHead(members, (person) => person === dead) ? (
        <SeatsFields
          path="seats"
          legend={words.stays}
          lead={words.staysLead}
          members={members}
          seated={members.filter(({ person }) => person !== dead)}
          value={draft.stay}
          onChange={(stay) => onChange({ ...draft, stay })}
        />
      ) : null}
    </>
  );
}
