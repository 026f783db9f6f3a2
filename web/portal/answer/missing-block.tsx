import type { Decision, Missing } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { useAsk } from "./use-ask.ts";

/** What is open, each with a way to settle it; or what was said and is not enough. */
export function MissingBlock({ decision }: { readonly decision: Decision }) {
  const { m } = useSpeech();
  const words = m.answer.missing;
  const { missing, outcome } = decision;
  if (missing.length === 0) return null;
  const refused = outcome === "refused";
  return (
    <Block
      title={refused ? words.unmetTitle : words.title}
      hint={refused ? words.unmetHint : words.hint}
    >
      <ul className="open-list">
        {missing.map((item) => (
          <MissingItem key={item.fact} item={item} />
        ))}
      </ul>
    </Block>
  );
}

function MissingItem({ item }: { readonly item: Missing }) {
  const { m, say } = useSpeech();
  const { pack } = usePortal();
  const ask = useAsk();
  const words = m.answer.missing;
  const fact = pack.vocabulary.facts.find(({ name }) => name === item.fact);
  const askable = fact?.question !== undefined && fact.topic !== "place";
  return (
    <li data-state={item.state}>
      <Icon name={item.state === "unmet" ? "no" : "ask"} />
      <div>
        <p>
          {say(item.label)}
          {item.state === "unsure" ? <span className="soft"> · {words.unsure}</span> : null}
        </p>
        {item.provedBy.length === 0 ? null : (
          <p className="soft">
            {words.proof(m.list(item.provedBy.map(({ label }) => say(label))))}
          </p>
        )}
        {askable ? (
          <Button
            look="link"
            label={`${item.state === "unmet" ? m.said.edit : words.answerNow}: ${say(item.label)}`}
            onPress={() => ask(item.fact)}
          >
            {item.state === "unmet" ? m.said.edit : words.answerNow}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
