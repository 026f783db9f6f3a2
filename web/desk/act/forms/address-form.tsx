import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps } from "../act-form.ts";
import { membersSign } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { Group } from "../fields/group.tsx";
import { HomeFields } from "../fields/into-fields.tsx";
import { emptyInto, homeOf, type IntoDraft } from "../into-draft.ts";

type AddressDraft = SharedDraft & { readonly home: IntoDraft };

/** The whole household moves, so every member signs, in the order of their keys (K1). */
export const addressForm: ActForm<AddressDraft> = {
  act: "change-address",
  clauses: [regulations(13), regulations(17)],
  start: () => ({ home: emptyInto("new", null) }),
  declarants: (_draft, { household }) =>
    membersSign(household?.members.toSorted((a, b) => a.person - b.person) ?? []),
  toAct: ({ home }, { household }) => ({ household: household?.household, home: homeOf(home) }),
  signedBy: "own",
  Fields: AddressFields,
};

function AddressFields({ draft, onChange }: FieldsProps<AddressDraft>) {
  const { d } = useDesk();
  return (
    <Group legend={d.acts.form.newHome} path="home">
      <HomeFields
        path="home"
        value={draft.home}
        onChange={(part) => onChange({ ...draft, home: { ...draft.home, ...part } })}
      />
    </Group>
  );
}
