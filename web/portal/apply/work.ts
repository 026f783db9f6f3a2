// A draft as it is kept, and as it stands on the page.
import type { OwnCase } from "../../../src/casework/contract.ts";
import { tabStore } from "../shell/kept.ts";
import { asDraft, type Draft } from "./draft/draft.ts";

type Document = OwnCase["documents"][number];

export type Work = {
  /** The case that keeps it, and the version of it that is known here; null before the first saving. */
  readonly kept: { readonly case: string; readonly etag: string; readonly as: string } | null;
  readonly draft: Draft;
  readonly documents: readonly Document[];
};

export const newWork = (draft: Draft): Work => ({ kept: null, draft, documents: [] });

/** Undefined where the case is no draft any more, or somebody else's. */
export function workOf(seen: OwnCase, etag: string | null): Work | undefined {
  if (seen.stage !== "draft" || seen.application === null || etag === null) return undefined;
  const draft = asDraft(seen.application);
  return {
    kept: { case: seen.case, etag, as: JSON.stringify(draft) },
    draft,
    documents: seen.documents,
  };
}

/** Whether the page holds anything that the server does not. */
export const isUnsaved = ({ kept, draft }: Work): boolean =>
  kept === null || kept.as !== JSON.stringify(draft);

const asideKey = "luohu.portal.application.1";

/** What the server does not hold yet outlives a reload and the end of a session: in this tab, and gone with the sign-out. */
export function keepAside(work: Work, person: number): void {
  if (isUnsaved(work)) tabStore.write(asideKey, JSON.stringify({ person, work }));
  else dropAside();
}

export const dropAside = (): void => tabStore.erase(asideKey);

/** Only for whoever filled it in. */
export function findAside(person: number): Work | null {
  const text = tabStore.read(asideKey);
  if (text === null) return null;
  // Nobody but `keepAside` writes it.
  const aside = JSON.parse(text) as { readonly person: number; readonly work: Work };
  return aside.person === person ? aside.work : null;
}
