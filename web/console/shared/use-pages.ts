import { useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { useStaff } from "../../staff/use-staff.tsx";

export type Pages<Page> = {
  /** Those that are here, the first one first. */
  readonly pages: readonly Page[];
  /** Null where there are no more. */
  readonly showMore: (() => void) | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
};

/** A list's first page, and further ones one by one as they are wanted; `after` says where the next one is. */
export function usePages<Page>(first: Page, after: (last: Page) => string | null): Pages<Page> {
  const { call } = useStaff();
  const [further, setFurther] = useState<readonly Page[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const next = after(further.at(-1) ?? first);
  const fetchNext = async (address: string) => {
    setBusy(true);
    const answer = await call<Page>(address);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    return setFurther([...further, answer.value]);
  };
  return {
    pages: [first, ...further],
    showMore: next === null ? null : () => void fetchNext(next),
    busy,
    problem,
  };
}
