import { Button } from "antd";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useTexts } from "../use-texts.ts";
import type { Pages } from "./use-pages.ts";

/** Asks for the next page of a list; says why there is none. */
export function MoreButton({
  showMore,
  busy,
  problem,
}: Pick<Pages<unknown>, "showMore" | "busy" | "problem">) {
  const { filter: words } = useTexts();
  return (
    <>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {showMore === null ? null : (
        <p className="console-actions no-print">
          <Button loading={busy} onClick={showMore}>
            {words.more}
          </Button>
        </p>
      )}
    </>
  );
}
