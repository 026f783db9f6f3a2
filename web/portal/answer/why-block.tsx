import type { Explanation, GroundReasons, Outcome } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Opener } from "../../ui/opener.tsx";
import { Block } from "./block.tsx";
import { Ground } from "./ground.tsx";

/** Grounds that hold, then those for an authority, then open ones; those that do not apply folded away. */
export function WhyBlock({ explanation }: { readonly explanation: Explanation }) {
  const { m } = useSpeech();
  const words = m.answer.why;
  const { grounds, decision } = explanation;
  const by = (outcome: Outcome) => grounds.filter((ground) => ground.outcome === outcome);
  const refused = by("refused");
  if (grounds.length === 0) {
    return (
      <Block title={words.title}>
        <p>{words.noGround}</p>
      </Block>
    );
  }
  return (
    <Block title={words.title} hint={words.hint}>
      <GroundList title={words.granted} grounds={by("granted")} open />
      <GroundList title={words.refer} grounds={by("refer")} open={decision.outcome === "refer"} />
      <GroundList title={words.unknown} grounds={by("unknown")} />
      {refused.length === 0 ? null : decision.outcome === "refused" ? (
        <GroundList title={words.refused(refused.length)} grounds={refused} />
      ) : (
        <Opener summary={<h3 className="grounds-title">{words.refused(refused.length)}</h3>}>
          <GroundList grounds={refused} />
        </Opener>
      )}
    </Block>
  );
}

type GroundListProps = {
  readonly title?: string;
  readonly grounds: readonly GroundReasons[];
  readonly open?: boolean;
};

function GroundList({ title, grounds, open = false }: GroundListProps) {
  if (grounds.length === 0) return null;
  return (
    <div className="grounds">
      {title === undefined ? null : <h3 className="grounds-title">{title}</h3>}
      {grounds.map((ground, index) => (
        <Ground key={ground.rule} ground={ground} open={open && index === 0} />
      ))}
    </div>
  );
}
