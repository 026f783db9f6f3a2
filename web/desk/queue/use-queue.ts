import { useEffect, useEffectEvent, useState } from "react";
import type { z } from "zod";
import type {
  colleagues as colleaguesShape,
  queueCounts,
  queueFilter,
  queuePage,
} from "../../../src/casework/desk/contract.ts";
import type { Answer } from "../../staff/api.ts";
import { type Loaded, useLoad } from "../../staff/use-load.ts";
import { countyPath, useDesk } from "../use-desk.tsx";
import type { QueuedCase } from "./view.ts";

type Page = z.infer<typeof queuePage>;
type Filter = z.infer<typeof queueFilter>;
type Counts = z.infer<typeof queueCounts>;
export type Colleagues = z.infer<typeof colleaguesShape>;

/** Pages one after the other, and the question that they answer. */
type Pages = { readonly question: string; readonly pages: readonly Page[] };

export type Queue = {
  readonly loaded: Loaded<Pages>;
  /** What is shown: what was there, while it is asked again or cannot be. Null before the first answer. */
  readonly cases: readonly QueuedCase[] | null;
  readonly more: boolean;
  readonly reload: () => void;
};

/** The first pages of a list; another page is asked for alone, a fresh look asks for all of them. Null asks nothing. */
export function useQueue(filter: Filter | undefined, count: number): Queue {
  const { call, county } = useDesk();
  const question = filter === undefined ? null : String(new URLSearchParams(filter));
  const [kept, keep] = useState<Pages | null>(null);
  const readPages = async (signal: AbortSignal): Promise<Answer<Pages>> => {
    if (question === null) throw new Error("nothing is asked");
    const known = kept?.question === question && kept.pages.length < count ? kept.pages : [];
    const pages = [...known];
    for (;;) {
      const after = pages.at(-1)?.next;
      if (pages.length === count || after === null) break;
      const asked = after === undefined ? question : `${question}&after=${after}`;
      const answer = await call<Page>(countyPath(county, `/cases?${asked}`), { signal });
      if (!answer.ok) return answer;
      pages.push(answer.value);
    }
    const value = { question, pages };
    keep(value);
    return { ok: true, status: 200, value, etag: null };
  };
  const { loaded, reload } = useLoad(question === null ? null : `${question} ${count}`, readPages);
  const pages = kept?.question === question ? kept.pages : null;
  return {
    loaded,
    cases: pages && byKey(pages),
    more: typeof pages?.at(-1)?.next === "string",
    reload,
  };
}

/** A case that became less urgent between two pages is in both. */
const byKey = (pages: readonly Page[]): readonly QueuedCase[] => [
  ...new Map(pages.flatMap(({ cases }) => cases).map((each) => [each.case, each])).values(),
];

export function useCounts(): { readonly counts: Counts | null; readonly reload: () => void } {
  const { call, county } = useDesk();
  const { loaded, reload } = useLoad<Counts>("counts", (signal) =>
    call(countyPath(county, "/case-counts"), { signal }),
  );
  if (loaded.state === "here") return { counts: loaded.value, reload };
  return { counts: loaded.state === "loading" ? loaded.last : null, reload };
}

/** Who works here; empty until it is known. */
export function useColleagues(): Colleagues {
  const { call, county } = useDesk();
  const { loaded } = useLoad<Colleagues>("colleagues", (signal) =>
    call(countyPath(county, "/colleagues"), { signal }),
  );
  return loaded.state === "here" ? loaded.value : [];
}

/** Runs whenever the tab is looked at again: others worked meanwhile. */
export function useReturn(again: () => void): void {
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") again();
  });
  useEffect(() => {
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, []);
}
