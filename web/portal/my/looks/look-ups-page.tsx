import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { Loaded } from "../../../staff/use-load.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import type { Challenge, LookUp, OwnExchange } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useMy, useOwn } from "../use-my.tsx";
import { useWords } from "../use-words.ts";
import { AskedDepartments } from "./asked-departments.tsx";
import { Objection } from "./objection.tsx";

const step = 20;

/** Who looked at the person's data, when and why, and what to do about a look that should not have been. */
export function LookUpsPage() {
  const { looks: words, record, waiting } = useWords();
  const { onSignedOut } = useMy();
  const { loaded, reload } = useOwn<readonly LookUp[]>("/api/me/look-ups", onSignedOut);
  const exchanges = useOwn<readonly OwnExchange[]>("/api/me/exchanges", onSignedOut);
  const challenges = useOwn<readonly Challenge[]>("/api/me/challenges", onSignedOut);
  const [most, setMost] = useState(step);
  if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  const made = lastOf(challenges.loaded) ?? [];
  const challengeOf = (about: Challenge["about"], id: string) =>
    made.find((each) => each.about === about && each.aboutId === id);
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
              <Look
                key={look.id}
                look={look}
                made={challengeOf("look-up", look.id)}
                onMade={challenges.reload}
              />
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
      {exchanges.loaded.state === "here" ? (
        <AskedDepartments
          exchanges={exchanges.loaded.value}
          challengeOf={challengeOf}
          onMade={challenges.reload}
        />
      ) : null}
      <Block title={words.object.title}>
        <p>{words.object.lead}</p>
        <ol className="my-steps">
          {words.object.steps.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p className="hint">{words.object.clause}</p>
      </Block>
    </div>
  );
}

/** What was there before stays while it is asked for again. */
const lastOf = <T,>(loaded: Loaded<T>): T | null =>
  loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;

type LookProps = {
  readonly look: LookUp;
  readonly made: Challenge | undefined;
  readonly onMade: () => void;
};

function Look({ look, made, onMade }: LookProps) {
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
      <Objection
        about="look-up"
        id={look.id}
        entry={m.labelled(words.moment(look.at), look.by)}
        made={made}
        onMade={onMade}
      />
    </li>
  );
}

/** A code in words; the bare code where a newer server has one that this page does not know. */
const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
