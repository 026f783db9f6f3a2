import { countAt } from "./stage-tabs.tsx";
import { useQueueWords } from "./filter-bar.tsx";
import { useCounts } from "./use-queue.ts";
import { hashOf, startView } from "./view.ts";
import "./queue.css";

/** On the desk's first page: how much there is to do, and the way to it. */
export function QueueDoor() {
  const { d, role } = useQueueWords();
  const { counts } = useCounts();
  const words = d.queue;
  const view = startView(role);
  const counted = counts === null ? null : countAt(view.stage, counts);
  return (
    <nav className="queue-door" aria-label={words.door}>
      <a href={hashOf(view, role)}>{words.door}</a>
      {counted === null ? null : (
        <span data-overdue={counted.overdue > 0}>
          {words.doorCounts(counted.count, counted.overdue)}
        </span>
      )}
      <a href={hashOf({ ...view, stage: "all", handler: "me" }, role)}>{words.doorMine}</a>
    </nav>
  );
}
