import { Button } from "antd";
import { useDesk } from "../../use-desk.tsx";
import { isKnown, type ArrivalDraft } from "../arrival-draft.ts";
import { Group } from "./group.tsx";
import { PersonFields } from "./person-fields.tsx";
import { PersonLookUp } from "./person-look-up.tsx";
import { RelationField, SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

type ArrivalFieldsProps = {
  readonly place: number;
  readonly value: ArrivalDraft;
  readonly onChange: (next: ArrivalDraft) => void;
  readonly onRemove: (() => void) | null;
};

/** One who arrives: from where, who, and how they stand to the head of the household joined. */
export function ArrivalFields({ place, value, onChange, onRemove }: ArrivalFieldsProps) {
  const { d } = useDesk();
  const words = d.acts.form;
  const path = `arrivals.${place}`;
  const hasPlace = value.from === "elsewhere" || value.from === "returning";
  return (
    <Group legend={words.arrival(place + 1)} path={path}>
      <SelectField
        path={`${path}.from`}
        label={words.from}
        value={value.from}
        choices={Object.entries(words.fromKinds).map(([code, label]) => ({ code, label }))}
        onChange={(from) => onChange({ ...value, from: from as ArrivalDraft["from"], known: null })}
      />
      {hasPlace ? (
        <TextField
          path={`${path}.place`}
          label={words.place}
          value={value.place}
          onChange={(at) => onChange({ ...value, place: at })}
        />
      ) : null}
      {isKnown(value) ? (
        <PersonLookUp
          path={`${path}.person`}
          value={value.known}
          onChange={(known) => onChange({ ...value, known })}
        />
      ) : (
        <PersonFields
          path={`${path}.particulars`}
          value={value.particulars}
          parents={[]}
          onChange={(particulars) => onChange({ ...value, particulars })}
        />
      )}
      <RelationField
        path={`${path}.relation`}
        label={words.relation}
        value={value.relation}
        onChange={(relation) => onChange({ ...value, relation })}
      />
      {onRemove === null ? null : <Button onClick={onRemove}>{words.remove}</Button>}
    </Group>
  );
}
