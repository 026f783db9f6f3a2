import type { Reading } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Opener } from "../../ui/opener.tsx";

/** Where a text is open, the reading taken stands beside the others: nothing is hidden. */
export function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  const { m, say } = useSpeech();
  const words = m.answer.readings;
  return (
    <Opener look="link" summary={words.title}>
      {readings.map((reading) => (
        <dl key={reading.about["zh-CN"]} className="reading">
          <dt>{words.about}</dt>
          <dd>{say(reading.about)}</dd>
          <dt>{words.taken}</dt>
          <dd>{say(reading.taken)}</dd>
          {reading.alternatives.map((alternative) => (
            <div key={alternative["zh-CN"]}>
              <dt>{words.alternatives}</dt>
              <dd>{say(alternative)}</dd>
            </div>
          ))}
          <dt>{words.why}</dt>
          <dd>{say(reading.why)}</dd>
        </dl>
      ))}
    </Opener>
  );
}
