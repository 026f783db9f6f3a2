import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import type { Member } from "../seats-draft.ts";
import { Group } from "./group.tsx";

type WhoFieldsProps = {
  readonly path: string;
  readonly legend: string;
  readonly members: readonly Member[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
};

/** Which members it is about. */
export function WhoFields({ path, legend, members, chosen, onChange }: WhoFieldsProps) {
  const { d, codes } = useDesk();
  return (
    <Group legend={legend} path={path}>
      <div className="choices">
        {members.map((member) => (
          <label key={member.person}>
            <input
              type="checkbox"
              checked={chosen.includes(member.person)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, member.person]
                    : chosen.filter((person) => person !== member.person),
                )
              }
            />
            {nameOf(member) ?? d.unknown} · {codes.label("relation", member.relation)}
          </label>
        ))}
      </div>
    </Group>
  );
}
