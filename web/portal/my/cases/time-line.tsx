import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { Block } from "../../answer/block.tsx";
import type { Happening } from "./shapes.ts";
import { storyOf } from "./standing.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { useWho } from "./use-line-words.ts";

const signs = {
  you: "card",
  another: "card",
  office: "clerk",
  clock: "clock",
} as const satisfies Record<Happening["by"], IconName>;

/** What happened on which day, and who did it; the latest first. */
export function TimeLine() {
  const { line: words } = useCaseWords();
  const { seen } = useCase();
  const { m } = useSpeech();
  const who = useWho();
  const story = storyOf(seen.timeline, seen.stage).toReversed();
  return (
    <Block title={words.title}>
      <ol className="my-line">
        {story.map((line, place) => (
          <li key={line.key} data-now={place === 0}>
            <span className="my-line-mark" aria-hidden="true">
              <Icon name={signs[line.by]} size={1.1} />
            </span>
            <div>
              <p className="my-line-days">{m.day(line.on)}</p>
              <h3>{words.done[line.do] ?? line.do}</h3>
              <p className="soft">{who(line)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Block>
  );
}
