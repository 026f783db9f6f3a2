import type { Locale } from "../text.ts";

/** Where in a file (1-based) or in a dossier (`records.residences[1].from`) something is wrong. */
export type Place = {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
};

/**
 * What is wrong with a pack or a dossier: a stable code, the values its message needs,
 * the place, and where one is known the spelling that was probably meant.
 */
export type Problem = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly at: Place;
  readonly suggestion?: string;
};

/** `file:line:column` or the dossier path. */
export function describePlace(at: Place): string {
  const file =
    at.file === undefined
      ? ""
      : [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");
  return [file, at.path ?? ""].filter((part) => part !== "").join(" ");
}

/** Fills `{name}` holes of a message template. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

export type Messages = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
