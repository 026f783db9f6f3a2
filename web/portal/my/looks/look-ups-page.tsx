import { useState } from "react";
import { lastOf } from "../../../staff/use-load.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import type { Challenge, LookUp, OwnExchange } from "../shapes.ts";
import { useCases } from "../use-cases.tsx";
import { useMy, useOwn } from "../use-my.tsx";
import { useWords } from "../use-words.ts";
import { AskedDepartments } from "./asked-departments.tsx";
import { groupLooks } from "./group-looks.ts";
import { LookGroup } from "./look-group.tsx";
import "./looks.css";

const step = 20;

/** Who looked at the person's data, when and why, and what to do about a look that should not have been. */
export function LookUpsPage() {
  const { looks: words, record, waiting } = useWords();
  const { onSignedOut } = useMy();
  const { loaded, reload } = useOwn<readonly LookUp[]>("/api/me/look-ups", onSignedOut);
  const exchanges = useOwn<readonly OwnExchange[]>("/api/me/exchanges", onSignedOut);
  const challenges = useOwn<readonly Challenge[]>("/api/me/challenges", onSignedOut);
  const cases = useCases();
  const [most, setMost] = useState(step);
  if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  const made = lastOf(challenges.loaded) ?? [];
  const challengeOf = (about: Challenge["about"], id: string) =>
    made.find((each) => each.about === about && each.aboutId === id);
  const looks =
    loaded.state === "here"
      ? loaded.value.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
      : null;
  const groups = groupLooks(looks ?? [], cases.value ?? []);
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
            {groups.slice(0, most).map(({ of, looks: each }) => (
              <LookGroup
                key={each[0].id}
                of={of}
                looks={each}
                challengeOf={challengeOf}
                onMade={challenges.reload}
              />
            ))}
          </ol>
          {groups.length > most ? (
            <div className="actions">
              <Button look="quiet" onPress={() => setMost(most + step)}>
                {words.more(Math.min(step, groups.length - most))}
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
