import { Group } from "../../act/fields/group.tsx";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { papersOf } from "../papers.ts";
import { usePaperWords } from "../use-words.ts";

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
  const kinds = [...new Set([...papersOf(seen), ...value])];
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
