import { useState } from "react";
import { tabStore } from "../../portal/shell/kept.ts";

/** What is typed, and the key under which it is sent: sent twice, it is done once. */
export type Kept<D> = { readonly draft: D; readonly key: string };

/** A form that survives a reload of its tab; signing out erases it. */
export function useKeptDraft<D>(
  start: () => D,
  /** Where one page has several forms. */
  name = "",
): readonly [
  kept: Kept<D>,
  change: (draft: D) => void,
  renew: (draft: D) => void,
  drop: () => void,
] {
  const [place] = useState(() => `luohu.desk.form.${window.location.hash}${name}`);
  const [kept, setKept] = useState<Kept<D>>(() => {
    const text = tabStore.read(place);
    if (text !== null) return JSON.parse(text) as Kept<D>;
    return { draft: start(), key: crypto.randomUUID() };
  });
  const keep = (next: Kept<D>) => {
    tabStore.write(place, JSON.stringify(next));
    setKept(next);
  };
  return [
    kept,
    (draft) => keep({ ...kept, draft }),
    (draft) => keep({ draft, key: crypto.randomUUID() }),
    () => tabStore.erase(place),
  ];
}
