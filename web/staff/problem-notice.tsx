import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import type { Problem } from "./api.ts";
import type { StaffTexts } from "./texts.ts";
import { useStaff } from "./use-staff.tsx";

type ProblemNoticeProps = { readonly problem: Problem; readonly onAgain?: () => void };

/** Why there is no answer, in the server's words where it has some; takes the focus, so it is heard. */
export function ProblemNotice({ problem, onAgain }: ProblemNoticeProps) {
  const { t } = useStaff();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem.code !== "") place.current?.focus();
  }, [problem]);
  const [title, detail] = wordProblem(problem, t);
  return (
    <div ref={place} tabIndex={-1} className="problem" data-problem={problem.code}>
      <Alert
        type="error"
        showIcon
        title={title}
        description={
          <>
            <p>{detail}</p>
            {problem.problems.map(({ path, message, code }) => (
              <p key={`${path}-${code}`}>{message ?? code}</p>
            ))}
            {onAgain === undefined ? null : <Button onClick={onAgain}>{t.again}</Button>}
          </>
        }
      />
    </div>
  );
}

/** The server words what it refuses; what never came from it is worded here. */
export function wordProblem(problem: Problem, t: StaffTexts): readonly [string, string] {
  // The server speaks of an address there; people looked for somebody or something.
  if (problem.code === "not-found") return t.problems["404"];
  if (problem.title !== "") return [problem.title, problem.detail];
  if (problem.status === 0) return t.problems.offline;
  switch (problem.status) {
    case 401:
    case 403:
    case 404:
    case 429:
    case 503:
      return t.problems[`${problem.status}`];
    default:
      return t.problems.other;
  }
}
