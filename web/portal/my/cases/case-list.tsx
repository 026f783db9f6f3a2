import { useEffect, useEffectEvent } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import { Waiting } from "../own-door.tsx";
import { needsOne, useCases } from "../use-cases.tsx";
import { useLabels } from "../use-labels.ts";
import { CaseLink } from "./case-link.tsx";
import type { ListedCase } from "./shapes.ts";
import { useCaseWords } from "./use-case-words.ts";

/** Every case that is one's own, the newest first, and what is to do in it; as of now, whenever it is turned to. */
export function CaseList() {
  const { list } = useCaseWords();
  const { value, problem, reload } = useCases();
  const renew = useEffectEvent(() => (value === null ? undefined : reload()));
  useEffect(() => renew(), []);
  if (value === null) {
    if (problem !== null) return <MyTrouble problem={problem} onAgain={reload} />;
    return <Waiting />;
  }
  const needed = value.filter(needsOne).length;
  return (
    <div className="page my-cases">
      <PageHeading>{list.title}</PageHeading>
      <p className="hint">{list.lead}</p>
      {needed === 0 ? null : (
        <Notice tone="unknown" icon="edit">
          <p>
            <strong>{list.needs(needed)}</strong>
          </p>
        </Notice>
      )}
      {value.length === 0 ? (
        <Empty />
      ) : (
        <ol className="case-list">
          {value.map((each) => (
            <CaseItem key={each.case} item={each} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Empty() {
  const { empty } = useCaseWords().list;
  const { go } = usePortal();
  return (
    <Notice icon="paper">
      <p>
        <strong>{empty.title}</strong>
      </p>
      <p>{empty.note}</p>
      <Button onPress={() => go({ page: "service" })}>{empty.link}</Button>
    </Notice>
  );
}

const signs = {
  draft: "edit",
  submitted: "clock",
  returned: "paper",
  accepted: "clock",
  checked: "clock",
  proposed: "clock",
  granted: "paper",
  refused: "paper",
  effected: "house",
  withdrawn: "back",
} as const satisfies Record<ListedCase["stage"], IconName>;

function CaseItem({ item }: { readonly item: ListedCase }) {
  const { list } = useCaseWords();
  const { m, say } = useSpeech();
  const labels = useLabels();
  const day = item.opened.slice(0, 10);
  return (
    <li data-needs={needsOne(item)}>
      <Icon name={signs[item.stage]} size={1.4} />
      <div>
        <h2>
          <CaseLink of={item.case}>
            {m.labelled(say(item.title), labels.county(item.county))}
          </CaseLink>
        </h2>
        <p>{list.stages[item.stage]}</p>
        <p className="case-todo">{todoOf(item, list)}</p>
        <p className="soft">
          {[
            list.roles[item.role],
            item.submitted === null
              ? list.opened(m.day(day))
              : list.submitted(m.day(item.submitted)),
            list.reference(item.reference),
          ].join(" · ")}
        </p>
      </div>
    </li>
  );
}

function todoOf(
  { toSign, toAnswer, stage }: ListedCase,
  list: ReturnType<typeof useCaseWords>["list"],
): string {
  if (toAnswer) return list.toAnswer;
  if (toSign.length > 0) return list.toSign(toSign.length);
  return stage === "draft" ? list.toHandIn : list.nothing;
}
