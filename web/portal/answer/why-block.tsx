import type { Explanation, GroundReasons, Outcome } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Opener } from "../../ui/opener.tsx";
import { Block } from "./block.tsx";
import { Ground } from "./ground.tsx";

/** Grounds that hold, then those for an authority; those that made no difference are folded away. */
export function WhyBlock({ explanation }: { readonly explanation: Explanation }) {
  const { m } = useSpeech();
  const words = m.answer.why;
  const { grounds, decision } = explanation;
  const by = (outcome: Outcome) => grounds.filter((ground) => ground.outcome === outcome);
  const unknown = by("unknown");
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
      <MaybeFolded
        title={words.unknown(unknown.length)}
        grounds={unknown}
        folded={decision.outcome !== "unknown"}
      />
      <MaybeFolded
        title={words.refused(refused.length)}
        grounds={refused}
        folded={decision.outcome !== "refused"}
      />
    </Block>
  );
}

type MaybeFoldedProps = {
  readonly title: string;
  readonly grounds: readonly GroundReasons[];
  readonly folded: boolean;
};

function MaybeFolded({ title, grounds, folded }: MaybeFoldedProps) {
  if (grounds.length === 0) return null;
  if (!folded) return <GroundList title={title} grounds={grounds} />;
  return (
    <Opener summary={<h3 className="grounds-title">{title}</h3>}>
      <GroundList grounds={grounds} />
    </Opener>
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
