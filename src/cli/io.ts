import type { Readable } from "node:stream";

/** What a command may touch of the world outside. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Exit codes: fine; a check or a case failed; the input cannot be used; a bug of ours. */
export const exit = { fine: 0, failed: 1, badInput: 2, bug: 70 } as const;
