import { Alert } from "antd";
import { useEffect, useRef } from "react";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { useStepWords } from "./use-words.ts";

type LostNoticeProps = {
  /** The case as it was when the step was sent. */
  readonly before: DeskCase;
  /** Whether the step can still be taken. */
  readonly possible: boolean;
};

/** Somebody was quicker: what they did meanwhile, and that what was typed is kept. */
export function LostNotice({ before, possible }: LostNoticeProps) {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const stepWords = useStepWords();
  const words = d.case.lost;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const meanwhile = seen.timeline.slice(before.timeline.length);
  return (
    <div ref={place} tabIndex={-1} className="problem" data-lost>
      <Alert
        type="warning"
        showIcon
        title={words.title}
        description={
          <>
            {meanwhile.length === 0 ? (
              <p>{words.nothing}</p>
            ) : (
              <>
                <p>{words.lead}</p>
                <ul className="faults">
                  {meanwhile.map((line, place) => (
                    // Lines of a course have no names and never change places.
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={place}>
                      {words.by(
                        stepWords(line.do),
                        line.name ?? d.case.course.by[line.by],
                        d.day(line.on),
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p>{possible ? words.kept : words.gone}</p>
          </>
        }
      />
    </div>
  );
}
