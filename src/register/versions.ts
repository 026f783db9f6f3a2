// What a clerk saw, as If-Match says it: `"h123:4", "p45:2"`.
import type { Needs } from "./domain/needs.ts";
import type { View } from "./domain/view.ts";

/** Version by tag: `h` and a household's key, or `p` and a person's. */
export type Versions = ReadonlyMap<string, number>;

/** Something that changed since the clerk saw it; `seen` is null where they had not seen it at all. */
export type Changed = { readonly tag: string; readonly seen: number | null; readonly now: number };

/** Undefined where the header is not a list of versions. */
export function readVersions(ifMatch: string): Versions | undefined {
  const versions = new Map<string, number>();
  for (const item of ifMatch.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    const read = /^"([hp][1-9]\d{0,15}):(\d{1,9})"$/.exec(item);
    if (read?.[1] === undefined) return undefined;
    versions.set(read[1], Number(read[2]));
  }
  return versions;
}

export function writeVersions(versions: Versions): string {
  return [...versions].map(([tag, version]) => `"${tag}:${version}"`).join(", ");
}

/** Versions on which the decision of an act rests: its households, and the people whom it names. */
export function versionsOf({ households, people }: View, needs: Needs): Versions {
  const named = people.filter(({ person }) => needs.people.includes(person));
  return new Map([
    ...households.map(({ household, version }) => [`h${household}`, version] as const),
    ...named.map(({ person, version }) => [`p${person}`, version] as const),
  ]);
}

export function changesSince(seen: Versions, now: Versions): readonly Changed[] {
  return [...now].flatMap(([tag, version]) => {
    const before = seen.get(tag) ?? null;
    return before === version ? [] : [{ tag, seen: before, now: version }];
  });
}
