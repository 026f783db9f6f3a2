import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps } from "../act-form.ts";
import { membersSign } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { SeatsFields } from "../fields/seats-fields.tsx";
import { emptySeats, seatsOf, type Member, type SeatsDraft } from "../seats-draft.ts";

type HeadDraft = SharedDraft & { readonly next: SeatsDraft };

/** Whose relation the form states, in the order of the table: signatures name places in this list. */
const stated = ({ next }: HeadDraft, members: readonly Member[]): readonly Member[] =>
  members.filter(({ person }) => seatsOf(next, [{ person }]).length > 0);

/** Another member becomes head; whoever becomes head and whoever was agree (Regulations of 1958 art. 5). */
export const headForm: ActForm<HeadDraft> = {
  act: "change-head",
  clauses: [regulations(5), regulations(17)],
  start: () => ({ next: emptySeats }),
  declarants: (draft, { household }) =>
    membersSign(stated(draft, household?.members ?? []), false).map((declarant) => {
      const before = household?.members.find(({ relation }) => relation === 2)?.person;
      const agrees = [draft.next.head, before].some((person) => declarant.key === String(person));
      return { ...declarant, required: agrees };
    }),
  toAct: (draft, { household }) => ({
    household: household?.household,
    seats: seatsOf(draft.next, stated(draft, household?.members ?? [])),
  }),
  signedBy: "own",
  Fields: HeadFields,
};

function HeadFields({ draft, onChange, context }: FieldsProps<HeadDraft>) {
  const { d } = useDesk();
  const members = context.household?.members ?? [];
  return (
    <SeatsFields
      path="seats"
      legend={d.acts.form.newHead}
      members={members}
      seated={members}
      value={draft.next}
      onChange={(next) => onChange({ ...draft, next })}
    />
  );
}
