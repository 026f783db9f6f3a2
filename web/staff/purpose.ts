import { tabStore } from "../portal/shell/kept.ts";

/** Why somebody is looked up; asked once and kept for the task. The person reads it. */
export type Purpose = { readonly code: string; readonly reference: string };

const key = "luohu.staff.purpose";

export function readPurpose(): Purpose | null {
  const text = tabStore.read(key);
  return text === null ? null : (JSON.parse(text) as Purpose);
}

export function keepPurpose(purpose: Purpose | null): void {
  if (purpose === null) tabStore.erase(key);
  else tabStore.write(key, JSON.stringify(purpose));
}
