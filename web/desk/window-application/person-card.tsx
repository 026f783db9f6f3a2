import { Button } from "antd";
import { Group } from "../act/fields/group.tsx";
import { PersonFields } from "../act/fields/person-fields.tsx";
import { RelationField, SelectField } from "../act/fields/select-field.tsx";
import { TextField } from "../act/fields/text-field.tsx";
import { headOf } from "../../portal/apply/draft/faults.ts";
import { ageOn } from "../act/draft.ts";
import { useDesk } from "../use-desk.tsx";
import { asksRelation, type WindowDraft } from "./draft.ts";
import {
  birthOfEntry,
  type Entry,
  isOfAge,
  isTyped,
  nameOfEntry,
  type Tie,
  withTie,
} from "./entry.ts";

type PersonCardProps = {
  readonly legend: string;
  readonly member: number;
  readonly draft: WindowDraft;
  readonly today: string;
  readonly onChange: (entry: Entry) => void;
  /** Null for somebody whose tick takes them out again. */
  readonly onRemove: (() => void) | null;
};

/** One of the people: what they are to the applicant and to the head, and who signs for a child or ward. */
export function PersonCard(props: PersonCardProps) {
  const { legend, member, draft, today, onChange, onRemove } = props;
  const { d } = useDesk();
  const words = d.window;
  const entry = draft.people[member];
  if (entry === undefined) return null;
  const path = `people.${member}`;
  const head = headOf(draft.homes[draft.chosen]);
  const others = draft.people.filter((each) => each.key !== entry.key);
  const change = (part: Partial<Entry>) => onChange({ ...entry, ...part });
  const ties = (["spouse", "child", "parent", "other-relative"] as const).map((code) => ({
    code,
    label: words.ties[code],
  }));
  return (
    <Group legend={legend} path={path}>
      <p className="about">
        <About entry={entry} />{" "}
        {onRemove === null ? null : <Button onClick={onRemove}>{words.remove}</Button>}
      </p>
      {entry.who.kind === "elsewhere" ? (
        <TextField
          path={`${path}.place`}
          label={words.place}
          value={entry.place}
          onChange={(place) => change({ place })}
        />
      ) : null}
      {isTyped(entry) ? (
        <PersonFields
          path={`${path}.particulars`}
          value={entry.particulars}
          parents={[]}
          newborn={entry.who.kind === "unregistered"}
          onChange={(particulars) => change({ particulars })}
        />
      ) : null}
      {member === 0 ? null : (
        <SelectField
          path={`${path}.tie`}
          label={words.tie}
          value={entry.tie}
          choices={ties}
          onChange={(tie) => onChange(withTie(entry, tie as Tie, others, today))}
        />
      )}
      {asksRelation(head, member) ? (
        <RelationField
          path={`${path}.relation`}
          label={words.relation[head === "host" ? "host" : "self"]}
          value={entry.relation}
          noHead={member > 0 || head === "host"}
          onChange={(relation) => change({ relation })}
        />
      ) : null}
      <div className="choices">
        {member === 0 ? null : (
          <Tick
            label={words.together}
            value={entry.together}
            onChange={(together) => change({ together })}
          />
        )}
        {entry.tie === "child" && ageOn(birthOfEntry(entry), today) >= 18 ? (
          <Tick
            label={words.unmarried}
            value={entry.unmarried}
            onChange={(unmarried) => change({ unmarried })}
          />
        ) : null}
        {ageOn(birthOfEntry(entry), today) >= 18 ? (
          <Tick label={words.ward} value={entry.ward} onChange={(ward) => change({ ward })} />
        ) : null}
      </div>
      {isOfAge(entry, today) ? null : (
        <Guardians path={path} entry={entry} draft={draft} today={today} onChange={onChange} />
      )}
    </Group>
  );
}

function About({ entry }: { readonly entry: Entry }) {
  const { d, codes } = useDesk();
  const words = d.window;
  const { who } = entry;
  if (who.kind === "elsewhere") return words.elsewhere;
  if (who.kind === "unregistered") return words.neverRegistered;
  return (
    <>
      {entry.name} · {d.search.born(d.day(entry.birthDate))}
      {who.kind === "county" ? ` · ${d.search.elsewhere(codes.place(who.county))}` : ""}
    </>
  );
}

type TickProps = {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

export function Tick({ label, value, onChange }: TickProps) {
  return (
    <label>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

type GuardiansProps = {
  readonly path: string;
  readonly entry: Entry;
  readonly draft: WindowDraft;
  readonly today: string;
  readonly onChange: (entry: Entry) => void;
};

function Guardians({ path, entry, draft, today, onChange }: GuardiansProps) {
  const { d } = useDesk();
  const words = d.window;
  const adults = draft.people.filter((each) => each.key !== entry.key && isOfAge(each, today));
  const { outside, guardians } = entry;
  return (
    <Group legend={words.guardians} path={`${path}.guardians`} lead={words.guardiansLead}>
      <div className="choices">
        {adults.map((each) => (
          <Tick
            key={each.key}
            label={nameOfEntry(each)}
            value={guardians.includes(each.key)}
            onChange={(signs) =>
              onChange({
                ...entry,
                guardians: signs
                  ? [...guardians, each.key]
                  : guardians.filter((key) => key !== each.key),
              })
            }
          />
        ))}
      </div>
      <Group legend={words.outside}>
        <TextField
          path={`${path}.outside.name`}
          label={words.outsideName}
          maxLength={100}
          value={outside.name}
          onChange={(name) => onChange({ ...entry, outside: { ...outside, name } })}
        />
        <TextField
          path={`${path}.outside.citizen`}
          label={words.outsideNumber}
          maxLength={18}
          value={outside.citizen}
          onChange={(citizen) => onChange({ ...entry, outside: { ...outside, citizen } })}
        />
      </Group>
    </Group>
  );
}
