import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import { PersonName } from "../person-name.tsx";
import type { Household } from "../shapes.ts";
import { useMy, useOwn } from "../use-my.tsx";
import { useWords } from "../use-words.ts";
import { DayChoice } from "./day-choice.tsx";
import { FamilyTree } from "./family-tree.tsx";
import { MembersTable } from "./members-table.tsx";
import { findStretch, listStretches } from "./states.ts";
import "./household.css";

const head = 2;

/** The household of the person who is signed in, as it is or as it was on a day. */
export function HouseholdPage() {
  const { household: words, waiting } = useWords();
  const { m } = useSpeech();
  const { today } = usePortal();
  const { record, onSignedOut } = useMy();
  const [on, setOn] = useState(today);
  const { loaded, reload } = useOwn<Household>(`/api/me/household?on=${on}`, onSignedOut);
  const [days, setDays] = useState<ReadonlySet<string>>(() => {
    const stays = [...record.registrations, ...record.seats];
    return new Set(stays.flatMap(({ from, until }) => (until === null ? [from] : [from, until])));
  });
  const shown =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  // A household of earlier days has days of change of its own.
  const known = new Set([...days, ...(shown?.days ?? [])]);
  if (known.size > days.size) setDays(known);
  const stretches = listStretches([...days]).filter(({ from }) => from <= today);
  const stretch = stretches[findStretch(stretches, on)];
  const nowhere = loaded.state === "failed" && loaded.problem.status === 404;
  if (loaded.state === "failed" && !nowhere)
    return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  return (
    <div className="page my-household">
      <PageHeading>{words.title}</PageHeading>
      <section className="day-part" aria-label={words.day.title}>
        <p className="day-now" role="status">
          <strong>{words.day.asOf(m.day(on))}</strong>
          {stretch === undefined ? null : (
            <span className="soft">
              {stretches.length === 1
                ? words.day.steady(stretch.from)
                : words.day.state(stretch.from, stretch.until)}
            </span>
          )}
        </p>
        <DayChoice stretches={stretches} on={on} today={today} onDay={setOn} />
      </section>
      {nowhere ? (
        <Notice icon="house">
          <p>{words.none}</p>
        </Notice>
      ) : null}
      {shown === null && !nowhere ? <p role="status">{waiting}</p> : null}
      {shown === null || nowhere ? null : (
        <HouseholdView shown={shown} self={record.person} busy={loaded.state === "loading"} />
      )}
    </div>
  );
}

type HouseholdViewProps = {
  readonly shown: Household;
  readonly self: number;
  readonly busy: boolean;
};

function HouseholdView({ shown, self, busy }: HouseholdViewProps) {
  const { household: words } = useWords();
  const { m } = useSpeech();
  const family = shown.kind === "family";
  const first = shown.members.find(({ relation }) => relation === head);
  return (
    <div className="household" aria-busy={busy}>
      {shown.ended === null || shown.ended > shown.on ? null : (
        <Notice icon="house">
          <p>{words.ended(m.day(shown.ended))}</p>
        </Notice>
      )}
      <dl className="facts">
        <div>
          <dt>{words.address}</dt>
          <dd>{shown.dwelling?.address ?? words.addressHidden}</dd>
        </div>
        {shown.dwelling === null ? null : (
          <div>
            <dt>{words.community}</dt>
            <dd>{shown.dwelling.community}</dd>
          </div>
        )}
        <div>
          <dt>{words.kind}</dt>
          <dd>
            {words.kinds[shown.kind]}
            {shown.name === null ? "" : ` · ${shown.name}`}
          </dd>
        </div>
        <div>
          <dt>{words.head}</dt>
          <dd>
            {first === undefined ? (
              words.manager
            ) : (
              <PersonName name={first.name} nameHan={first.nameHan} />
            )}
          </dd>
        </div>
        <div>
          <dt>{words.founded}</dt>
          <dd>{m.day(shown.founded)}</dd>
        </div>
      </dl>
      <Block title={words.members(shown.members.length)}>
        {family ? <FamilyTree members={shown.members} self={self} /> : null}
        {family ? null : <p className="hint">{words.collective}</p>}
        <MembersTable members={shown.members} self={self} family={family} />
      </Block>
    </div>
  );
}
