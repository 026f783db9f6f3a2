import { useState } from "react";
import { flushSync } from "react-dom";
import type { Problem } from "../../staff/api.ts";
import { useStaff } from "../../staff/use-staff.tsx";

export type Pages<Page> = {
  /** Those that are here, the first one first. */
  readonly pages: readonly Page[];
  /** Null where there are no more. */
  readonly showMore: (() => void) | null;
  /** Brings all there are onto the page and gives them; null where that went wrong, as `problem` says. */
  readonly fetchAll: () => Promise<readonly Page[] | null>;
  readonly busy: boolean;
  readonly problem: Problem | null;
};

/** A list's first page, and further ones one by one as they are wanted; `after` says where the next one is. */
export function usePages<Page>(first: Page, after: (last: Page) => string | null): Pages<Page> {
  const { call } = useStaff();
  const [pages, setPages] = useState<readonly Page[]>([first]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const nextOf = (known: readonly Page[]) => after(known.at(-1) ?? first);
  const fetchFurther = async (atMost: number) => {
    let known = pages;
    let left = atMost;
    setBusy(true);
    setProblem(null);
    for (let next = nextOf(known); next !== null && left > 0; left -= 1) {
      const answer = await call<Page>(next);
      if (!answer.ok) {
        setBusy(false);
        setProblem(answer.problem);
        return null;
      }
      known = [...known, answer.value];
      next = nextOf(known);
    }
    // Whoever waits may print at once.
    flushSync(() => {
      setBusy(false);
      setPages(known);
    });
    return known;
  };
  return {
    pages,
    showMore: nextOf(pages) === null ? null : () => void fetchFurther(1),
    fetchAll: () => fetchFurther(Infinity),
    busy,
    problem,
  };
}
