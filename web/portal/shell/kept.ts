/** Storage that never throws: a browser may forbid it, and the page works without. */
function open(kind: "localStorage" | "sessionStorage"): Storage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

/** What was typed: this tab only, because phones and counters are shared. It survives a reload. */
export const tabStore = {
  read: (key: string): string | null =>
    attempt(() => open("sessionStorage")?.getItem(key) ?? null, null),
  write: (key: string, text: string): void =>
    attempt(() => open("sessionStorage")?.setItem(key, text), undefined),
  erase: (key: string): void => attempt(() => open("sessionStorage")?.removeItem(key), undefined),
};

/** Language and text size: nothing about the person's case, so it may stay on the device. */
export const deviceStore = {
  read: (key: string): string | null =>
    attempt(() => open("localStorage")?.getItem(key) ?? null, null),
  write: (key: string, text: string): void =>
    attempt(() => open("localStorage")?.setItem(key, text), undefined),
  erase: (key: string): void => attempt(() => open("localStorage")?.removeItem(key), undefined),
};

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
