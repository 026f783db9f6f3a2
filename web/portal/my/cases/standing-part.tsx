import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Block } from "../../answer/block.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { clauseName } from "../clause-name.ts";
import type { OwnCase } from "./shapes.ts";
import { reviewOf, type Standing, standingOf } from "./standing.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

const signs: Partial<Readonly<Record<Standing, IconName>>> = {
  draft: "edit",
  returned: "paper",
  decided: "paper",
  granted: "yes",
  refused: "no",
  effected: "house",
  restored: "house",
  withdrawn: "back",
};

/** Where the case stands, what comes next, and by when. */
export function StandingPart() {
  const { standing: words, draft } = useCaseWords();
  const { seen } = useCase();
  const { go } = usePortal();
  const { m } = useSpeech();
  const standing = standingOf(seen);
  const review = reviewOf(seen.timeline);
  return (
    <Block title={words.title}>
      <div className="standing" data-standing={standing}>
        <Icon name={signs[standing] ?? "clock"} size={1.8} />
        <div role="status">
          <p className="standing-now">{words.of[standing].now}</p>
          {review?.decided === false ? <p>{words.review}</p> : null}
          <p>
            <span className="soft">{m.labelled(words.next, "")}</span>
            {words.of[standing].next}
          </p>
        </div>
      </div>
      {standing === "draft" ? (
        <div className="actions">
          <Button onPress={() => go({ page: "apply", part: "home", draft: seen.case })}>
            {draft.link}
          </Button>
          <p className="soft">{draft.note}</p>
        </div>
      ) : null}
      <Deadlines />
    </Block>
  );
}

/** Every clock that runs: how binding it is, until when, and plainly where it is overdue. */
function Deadlines() {
  const { deadlines: words } = useCaseWords();
  const { seen } = useCase();
  const { m, say, locale } = useSpeech();
  if (seen.deadlines.length === 0) return null;
  const isLate = seen.deadlines.some(
    ({ limit, kind, overdue }) => limit === "decide" && kind === "statutory" && overdue,
  );
  return (
    <>
      <h3 className="block-title">{words.title}</h3>
      <ul className="deadlines">
        {seen.deadlines.map((each) => (
          <li key={`${each.limit} ${each.kind}`} data-overdue={each.overdue}>
            <p>
              <strong>{say(each.label)}</strong>{" "}
              {each.due === null ? null : <span>{words.due(m.day(each.due))}</span>}
            </p>
            <p className="deadline-left">{leftInWords(each, words)}</p>
            <p className="soft">
              {[
                words.kinds[each.kind],
                ...(each.kind === "statutory" ? [clauseName(each.clause, locale)] : []),
                ...(each.kind === "parameter" ? [words.assumed] : []),
                ...(each.limit === "answer" ? [words.yours] : []),
              ].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {isLate && seen.allowed.includes("ask-review") ? (
        <Notice tone="refused" icon="warning">
          <p>{words.late}</p>
        </Notice>
      ) : null}
    </>
  );
}

function leftInWords(
  { left, overdue }: OwnCase["deadlines"][number],
  words: ReturnType<typeof useCaseWords>["deadlines"],
): string {
  if (left === null) return words.still;
  if (overdue) return words.over(Math.max(1, -left));
  return left === 0 ? words.today : words.left(left);
}
