import type { z } from "zod";
import type { queueCounts } from "../../../src/casework/desk/contract.ts";
import { useQueueWords } from "./filter-bar.tsx";
import { hashOf, stages, turn, type Stage, type View } from "./view.ts";

type Counts = z.infer<typeof queueCounts>;
type Counted = { readonly count: number; readonly overdue: number };

const nothing: Counted = { count: 0, overdue: 0 };

const sum = (all: readonly Counted[]): Counted =>
  all.reduce(
    (before, { count, overdue }) => ({
      count: before.count + count,
      overdue: before.overdue + overdue,
    }),
    nothing,
  );

/** How many wait; a case in review is at its stage and among the reviews. */
export function countAt(stage: Stage, { stages: counted, reviews }: Counts): Counted {
  const at = (name: string) => counted.find((each) => each.stage === name) ?? nothing;
  if (stage === "all") return sum(counted);
  if (stage === "review") return reviews;
  return stage === "second" ? sum([reviews, at("proposed")]) : at(stage);
}

/** Each stage with how many wait there and how many are overdue. */
export function StageTabs({
  view,
  counts,
}: {
  readonly view: View;
  readonly counts: Counts | null;
}) {
  const { d, role } = useQueueWords();
  const words = d.queue;
  const offered = stages.filter((stage) => stage !== "second" || role === "approver");
  return (
    <nav className="queue-stages" aria-label={words.stage}>
      {offered.map((stage) => {
        const counted = counts === null ? null : countAt(stage, counts);
        const current = view.reference === null && view.stage === stage;
        return (
          <a
            key={stage}
            href={hashOf(turn(view, { stage, reference: null }), role)}
            aria-current={current ? "page" : undefined}
            data-none={counted?.count === 0}
          >
            <span>{words.stages[stage]}</span>{" "}
            {counted === null ? null : (
              <span className="queue-count">
                {words.counted(counted.count)}
                {counted.overdue === 0 ? null : (
                  <span className="queue-left"> {words.countedOverdue(counted.overdue)}</span>
                )}
              </span>
            )}
          </a>
        );
      })}
    </nav>
  );
}
