import type { Decision, Missing } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Opener } from "../../ui/opener.tsx";
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
  const first = missing.slice(0, atOnce);
  const rest = missing.slice(atOnce);
  return (
    <Block
      title={refused ? words.unmetTitle : words.title}
      hint={refused ? words.unmetHint : words.hint}
    >
      <MissingList items={first} />
      {rest.length === 0 ? null : (
        <Opener summary={words.more(rest.length)}>
          <MissingList items={rest} />
        </Opener>
      )}
    </Block>
  );
}

/** As many as a reader takes in at once. */
const atOnce = 6;

function MissingList({ items }: { readonly items: readonly Missing[] }) {
  return (
    <ul className="open-list">
      {items.map((item) => (
        <MissingItem key={item.fact} item={item} />
      ))}
    </ul>
  );
}

function MissingItem({ item }: { readonly item: Missing }) {
  const { m, say } = useSpeech();
  const { pack } = usePortal();
  const ask = useAsk();
  const words = m.answer.missing;
  const fact = pack.vocabulary.facts.find(({ name }) => name === item.fact);
  const askable = fact?.question !== undefined && fact.name !== "place.county";
  const action = item.state === "unmet" ? m.said.edit : words.answerNow;
  return (
    <li data-state={item.state}>
      <Icon name={item.state === "unmet" ? "no" : "ask"} />
      <div>
        <p>{say(item.label)}</p>
        {item.state === "unsure" ? <p className="soft">{words.unsure}</p> : null}
        {item.state === "unknown" || item.provedBy.length === 0 ? null : (
          <p className="soft">
            {words.proof(m.list(item.provedBy.map(({ label }) => say(label))))}
          </p>
        )}
      </div>
      {askable ? (
        <Button look="link" label={`${action}: ${say(item.label)}`} onPress={() => ask(item.fact)}>
          {action}
        </Button>
      ) : null}
    </li>
  );
}
