import type { Problem } from "../problem/problem.ts";

/** Problems that one dossier may show before the rest is only counted. */
const problemLimit = 20;

/** Takes down one problem of a dossier; `meant` looks for the spelling that was meant, only while problems are still shown. */
export type Report = (
  code: string,
  path: string,
  params?: Problem["params"],
  meant?: () => string | undefined,
) => void;

/** Collects problems; `problems()` gives the first {@link problemLimit} and, if there are more, a last one that counts them. */
export function createReport(): {
  readonly report: Report;
  readonly problems: () => readonly Problem[];
} {
  const found: Problem[] = [];
  let more = 0;
  return {
    report: (code, path, params = {}, meant) => {
      if (found.length >= problemLimit) {
        more += 1;
        return;
      }
      const suggestion = meant?.();
      found.push({
        code,
        params,
        at: { path },
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    },
    problems: () =>
      more === 0
        ? found
        : [...found, { code: "more-problems", params: { count: more }, at: { path: "" } }],
  };
}

/** `records` + `residences` = `records.residences`. A key that is no plain name is quoted and cut short. */
export function within(path: string, key: string): string {
  const name = /^[\w.*-]{1,60}$/.test(key) ? key : shown(key);
  return path === "" ? name : `${path}.${name}`;
}

/** `records.residences` + 1 = `records.residences[1]`. */
export const atIndex = (path: string, index: number): string => `${path}[${index}]`;

/** A value as a message may show it: one line, no control characters, at most 40 characters. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, 41)) : String(value);
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "�");
  return plain.length <= 42 ? plain : `${plain.slice(0, 40)}…"`;
}
