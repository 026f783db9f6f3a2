import { Button } from "../../ui/button.tsx";
import type { Problem } from "../../staff/api.ts";
import { PageHeading } from "../shell/heading.tsx";
import type { MyMessages } from "./messages.ts";
import { useWords } from "./use-words.ts";

type MyTroubleProps = { readonly problem: Problem; readonly onAgain: () => void };

/** Why there is nothing to show, and that nothing is lost. */
export function MyTrouble({ problem, onAgain }: MyTroubleProps) {
  const { trouble } = useWords();
  const { title, note } = trouble[troubleOf(problem.status)];
  return (
    <div className="page" data-status={problem.status}>
      <PageHeading>{title}</PageHeading>
      <p>{note}</p>
      <div className="actions">
        <Button onPress={onAgain}>{trouble.again}</Button>
      </div>
    </div>
  );
}

function troubleOf(status: number): Exclude<keyof MyMessages["trouble"], "again"> {
  if (status === 0) return "offline";
  if (status === 429) return "slow";
  return [502, 503, 504].includes(status) ? "busy" : "other";
}
