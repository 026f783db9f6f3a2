import { useId } from "react";
import type { PlainRecord } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { readName, readTogether, withName, withTogether } from "./family.ts";
import { TogetherChoice } from "./together-choice.tsx";

type MemberFieldsProps = {
  readonly member: PlainRecord;
  readonly label: string;
  readonly onChange: (member: PlainRecord) => void;
};

/** What is asked of one relative: whether they live together, and a name to call them by, in any script. */
export function MemberFields({ member, label, onChange }: MemberFieldsProps) {
  const { m } = useSpeech();
  const id = useId();
  const relation = String(member["relation"]);
  return (
    <div className="together">
      <TogetherChoice
        relation={relation}
        title={m.family.together(label)}
        value={readTogether(member)}
        onChange={(together) => onChange(withTogether(member, together))}
      />
      <div className="member-name">
        <label htmlFor={id}>{m.family.name}</label>
        <input
          id={id}
          className="input name"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={readName(member)}
          onChange={(event) => onChange(withName(member, event.target.value))}
        />
      </div>
    </div>
  );
}
