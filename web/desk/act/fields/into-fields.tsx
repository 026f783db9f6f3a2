import { useDesk } from "../../use-desk.tsx";
import type { IntoDraft } from "../into-draft.ts";
import { Group } from "./group.tsx";
import { HouseholdPicker } from "./household-picker.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

type IntoFieldsProps = {
  readonly value: IntoDraft;
  readonly onChange: (next: IntoDraft) => void;
  /** What may be chosen: a split founds a household, a merger joins one. */
  readonly kinds: readonly IntoDraft["kind"][];
};

/** The household that people join: one that is there, or one that begins. */
export function IntoFields({ value, onChange, kinds }: IntoFieldsProps) {
  const { d } = useDesk();
  const words = d.acts.form;
  const change = (part: Partial<IntoDraft>) => onChange({ ...value, ...part });
  return (
    <Group legend={words.into} path="into">
      {kinds.length < 2 ? null : (
        <div className="choices">
          {kinds.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="into"
                checked={value.kind === kind}
                onChange={() => change({ kind })}
              />
              {kind === "known" ? words.intoKnown : words.intoNew}
            </label>
          ))}
        </div>
      )}
      {value.kind === "known" ? (
        <HouseholdPicker
          path="into.household"
          value={value.household}
          onChange={(household) => change({ household })}
        />
      ) : (
        <>
          <SelectField
            path="into.type"
            label={words.newKind}
            value={value.type}
            choices={Object.entries(d.household.kinds).map(([code, label]) => ({ code, label }))}
            onChange={(type) => change({ type })}
          />
          {value.type === "family" ? null : (
            <TextField
              path="into.name"
              label={words.newName}
              value={value.name}
              onChange={(name) => change({ name })}
            />
          )}
          <HomeFields path="into.home" value={value} onChange={change} />
        </>
      )}
    </Group>
  );
}

type HomeFieldsProps = {
  readonly path: string;
  readonly value: IntoDraft;
  readonly onChange: (part: Partial<IntoDraft>) => void;
};

export function HomeFields({ path, value, onChange }: HomeFieldsProps) {
  const { d } = useDesk();
  const words = d.acts.form;
  return (
    <>
      <TextField
        path={`${path}.address`}
        label={words.address}
        maxLength={200}
        value={value.address}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        path={`${path}.community`}
        label={words.community}
        maxLength={100}
        value={value.community}
        onChange={(community) => onChange({ community })}
      />
    </>
  );
}
