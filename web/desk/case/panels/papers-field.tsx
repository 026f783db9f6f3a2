import type { Explanation } from "../../../../src/policy/browser.ts";
import { Group } from "../../act/fields/group.tsx";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { usePaperWords } from "../course.tsx";

/** Papers of which a clerk says that they were seen: handed in, asked by the rules, or any of the register's list. */
export function PapersField({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (kinds: readonly string[]) => void;
}) {
  const { d, codes } = useDesk();
  const { seen } = useCaseWork();
  const paper = usePaperWords();
  const words = d.case.panel;
  const kinds = [...new Set([...papersOf(seen.documents, seen.advice), ...value])];
  const others = codes.choices("register-paper").filter(({ code }) => !kinds.includes(`${code}`));
  return (
    <Group legend={words.papersSeen} path="papers">
      <div className="choices">
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={value.includes(kind)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...value, kind] : value.filter((each) => each !== kind),
                )
              }
            />
            {paper(kind)}
          </label>
        ))}
      </div>
      <label className="field">
        <span className="field-label">{words.otherPaper}</span>
        <select value="" onChange={(event) => onChange([...value, event.target.value])}>
          <option value="">{words.addPaper}</option>
          {others.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </Group>
  );
}

/** Papers that are likely on the table. */
function papersOf(
  documents: readonly { readonly paper: string }[],
  advice: { readonly explanation: Readonly<Record<string, unknown>> } | null,
): readonly string[] {
  const decision = (advice?.explanation as unknown as Explanation | undefined)?.decision;
  return [
    ...documents.map(({ paper }) => paper),
    ...(decision?.papers ?? []).map(({ paper }) => paper),
    ...(decision?.missing ?? []).flatMap(({ provedBy }) => provedBy.map(({ paper }) => paper)),
  ];
}
