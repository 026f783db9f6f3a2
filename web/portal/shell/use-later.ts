import { useSyncExternalStore } from "react";
import { dossierMessages } from "virtual:dossier-messages";
import { laterUrl } from "virtual:pack";
import type { Later } from "../../build/pack-plugin.ts";

let later: Later = { messages: {}, readings: [], sounds: {} };
const listeners = new Set<() => void>();

/** Pages that nobody opens first; the browser keeps what it has fetched once. */
export const loadLaterPages = () => import("./later-pages.ts");

/** Fetched once the page stands, by everyone alike, so that it tells nothing about anyone. */
export async function loadLater(): Promise<void> {
  void loadLaterPages().catch(() => undefined);
  const response = await fetch(laterUrl).catch(() => undefined);
  if (response?.ok !== true) return;
  later = (await response.json()) as Later;
  Object.assign(dossierMessages, later.messages);
  for (const notify of listeners) notify();
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

/** Empty until it has come; the page does without. */
export function useLater(): Later {
  return useSyncExternalStore(subscribe, () => later);
}
