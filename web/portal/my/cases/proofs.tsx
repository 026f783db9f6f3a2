import type { PlainValue, RecordField } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { Block } from "../../answer/block.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useLabels } from "../use-labels.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** What departments stated about the applicant, each with its source and day, and who has said nothing yet. */
export function Proofs() {
  const { proofs: words } = useCaseWords();
  const { m, say } = useSpeech();
  const { seen } = useCase();
  const { go, pack } = usePortal();
  const { proofs } = seen;
  if (proofs === null || seen.stage === "draft") return null;
  const kinds = pack.vocabulary.records.flatMap((kind) => {
    const entries = proofs.records[kind.name];
    return Array.isArray(entries) ? [{ kind, entries: entries as readonly Entry[] }] : [];
  });
  const { departments } = proofs;
  const [known, empty] = [
    kinds.filter(({ entries }) => entries.length > 0),
    kinds.filter(({ entries }) => entries.length === 0),
  ];
  return (
    <Block title={words.title} hint={words.lead}>
      {kinds.length === 0 && departments.length === 0 ? <p>{words.none}</p> : null}
      {kinds.length === 0 ? null : (
        <ul className="proofs">
          {known.map(({ kind, entries }) => (
            <li key={kind.name}>
              <h3>{say(kind.label)}</h3>
              {entries.map((entry) => (
                <ProofEntry key={JSON.stringify(entry)} fields={kind.fields} entry={entry} />
              ))}
            </li>
          ))}
          {empty.length === 0 ? null : (
            <li>
              <h3>{words.empty}</h3>
              <p className="soft">{m.list(empty.map(({ kind }) => say(kind.label)))}</p>
            </li>
          )}
        </ul>
      )}
      {departments.length === 0 ? null : (
        <>
          <h3 className="block-title">{words.out}</h3>
          <ul className="proofs">
            {departments.map(({ department, label, state, kinds: asked }) => (
              <li key={department}>
                <p>
                  <strong>{say(label)}</strong> {words.states[state] ?? state}
                </p>
                <p className="soft">{asked.map((each) => say(each.label)).join(" · ")}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="link" onPress={() => go({ page: "my", part: "look-ups" })}>
        {words.looks}
      </Button>
    </Block>
  );
}

type Entry = Readonly<Record<string, PlainValue>>;

type ProofEntryProps = { readonly fields: readonly RecordField[]; readonly entry: Entry };

function ProofEntry({ fields, entry }: ProofEntryProps) {
  const { proofs: words } = useCaseWords();
  const { m, say } = useSpeech();
  const { pack } = usePortal();
  const describe = useFieldWords();
  const { source, stated } = entry;
  const department = pack.vocabulary.departments.find(({ id }) => id === source);
  const from = department === undefined ? words.own : say(department.label);
  const told = fields.flatMap((field) => {
    const value = entry[field.name];
    return value === undefined ? [] : [m.labelled(say(field.label), describe(field, value))];
  });
  return (
    <div className="proof">
      {told.length > 3 ? (
        <Opener look="link" summary={told.slice(0, 2).join(" · ")}>
          {told.slice(2).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Opener>
      ) : (
        <p>{told.join(" · ")}</p>
      )}
      <p className="soft">
        {words.source(from, typeof stated === "string" ? m.day(stated) : null)}
      </p>
    </div>
  );
}

/** A value of a record in words. */
function useFieldWords(): (field: RecordField, value: PlainValue) => string {
  const { proofs: words } = useCaseWords();
  const { m, say } = useSpeech();
  const labels = useLabels();
  return ({ type }, value) => {
    switch (type.kind) {
      case "boolean":
        return value === true ? words.yes : words.no;
      case "date":
        return m.day(String(value));
      case "number":
        return `${value} ${m.unit(type.unit, Number(value))}`;
      case "enum": {
        const known = type.values.find(({ id }) => id === value);
        return known === undefined ? String(value) : say(known.label);
      }
      case "code":
        return labels.county(Number(value));
      case "month":
      case "text":
        return String(value);
    }
  };
}
