import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import type { LookUp } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useMy, useOwn } from "../use-my.tsx";
import { useWords } from "../use-words.ts";

const step = 20;

/** Who looked at the person's data, when and why, and what to do about a look that should not have been. */
export function LookUpsPage() {
  const { looks: words, record, waiting } = useWords();
  const { onSignedOut } = useMy();
  const { loaded, reload } = useOwn<readonly LookUp[]>("/api/me/look-ups", onSignedOut);
  const [most, setMost] = useState(step);
  if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  const looks =
    loaded.state === "here"
      ? loaded.value.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
      : null;
  return (
    <div className="page my-looks">
      <PageHeading>{words.title}</PageHeading>
      <p className="hint">{words.lead}</p>
      {looks === null ? <p role="status">{waiting}</p> : null}
      {looks?.length === 0 ? (
        <Notice icon="yes">
          <p>
            <strong>{words.empty.title}</strong>
          </p>
          <p>{words.empty.note}</p>
        </Notice>
      ) : null}
      {looks === null || looks.length === 0 ? null : (
        <>
          <div className="my-looks-head">
            <p>{words.count(looks.length)}</p>
            <Button look="link" onPress={() => window.print()}>
              <Icon name="print" size={1} />
              {record.print}
            </Button>
          </div>
          <ol className="looks">
            {looks.slice(0, most).map((look) => (
              <Look key={`${look.at} ${look.by} ${look.kind}`} look={look} />
            ))}
          </ol>
          {looks.length > most ? (
            <div className="actions">
              <Button look="quiet" onPress={() => setMost(most + step)}>
                {words.more(Math.min(step, looks.length - most))}
              </Button>
            </div>
          ) : null}
        </>
      )}
      <Block title={words.object.title}>
        <p>{words.object.lead}</p>
        <ol className="my-steps">
          {words.object.steps.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p>{words.object.later}</p>
        <p className="hint">{words.object.clause}</p>
      </Block>
    </div>
  );
}

function Look({ look }: { readonly look: LookUp }) {
  const words = useWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const { looks } = words;
  const purpose = wordOf(looks.purposes, look.purpose);
  const kind = wordOf(looks.kinds, look.kind);
  const fields = look.fields.map((field) => wordOf(looks.fields, field));
  const reference = look.reference === null ? [] : [looks.reference(look.reference)];
  return (
    <li>
      <p className="soft">
        <time dateTime={look.at}>{words.moment(look.at)}</time> · {labels.county(look.county)}
      </p>
      <h2>{looks.who(look.by, wordOf(words.roles, look.role))}</h2>
      <dl className="look-facts">
        <div>
          <dt>{looks.why}</dt>
          <dd>{m.list([purpose, ...reference])}</dd>
        </div>
        <div>
          <dt>{looks.saw}</dt>
          <dd>{look.fields.length === 0 ? kind : m.labelled(kind, m.list(fields))}</dd>
        </div>
      </dl>
    </li>
  );
}

/** A code in words; the bare code where a newer server has one that this page does not know. */
const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
