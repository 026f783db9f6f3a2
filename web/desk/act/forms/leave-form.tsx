import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps } from "../act-form.ts";
import { membersSign } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { SeatsFields } from "../fields/seats-fields.tsx";
import { TextField } from "../fields/text-field.tsx";
import { WhoFields } from "../fields/who-fields.tsx";
import { emptySeats, losesHead, seatsOf, type SeatsDraft } from "../seats-draft.ts";

type LeaveDraft = SharedDraft & {
  readonly leavers: readonly number[];
  readonly to: string;
  readonly stay: SeatsDraft;
};

/** Members move to a place whose register is not kept here. */
export const leaveForm: ActForm<LeaveDraft> = {
  act: "move-out",
  clauses: [regulations(10)],
  start: ({ person }) => ({
    leavers: person === null ? [] : [person.person],
    to: "",
    stay: emptySeats,
  }),
  declarants: ({ leavers }, { household }) =>
    membersSign(household?.members.filter(({ person }) => leavers.includes(person)) ?? []),
  toAct: ({ leavers, to, stay }, { household }) => {
    const members = household?.members ?? [];
    // In the order of the table, in which the signatures name places.
    const inOrder = members.filter(({ person }) => leavers.includes(person));
    const staying = members.filter(({ person }) => !leavers.includes(person));
    return {
      household: household?.household,
      leavers: inOrder.map(({ person }) => person),
      to: to.trim(),
      seats: seatsOf(stay, staying),
    };
  },
  signedBy: "own",
  Fields: LeaveFields,
};

function LeaveFields({ draft, onChange, context }: FieldsProps<LeaveDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  const members = context.household?.members ?? [];
  const isLeaving = (person: number) => draft.leavers.includes(person);
  return (
    <>
      <WhoFields
        path="leavers"
        legend={words.leavers}
        members={members}
        chosen={draft.leavers}
        onChange={(leavers) => onChange({ ...draft, leavers, stay: emptySeats })}
      />
      <TextField
        path="to"
        label={words.to}
        value={draft.to}
        onChange={(to) => onChange({ ...draft, to })}
      />
      {losesHead(members, isLeaving) ? (
        <SeatsFields
          path="seats"
          legend={words.stays}
          lead={words.staysLead}
          members={members}
          seated={members.filter(({ person }) => !isLeaving(person))}
          value={draft.stay}
          onChange={(stay) => onChange({ ...draft, stay })}
        />
      ) : null}
    </>
  );
}
