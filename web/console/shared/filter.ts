/** What a form narrows down, by name: codes and days, nothing about a person; empty text leaves a side open. */
export type Filter = Readonly<Record<string, string>>;

/** The filter as the query of an address. */
export function writeFilter(filter: Filter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
}

export function readFilter(names: readonly string[], query: Filter): Filter {
  return Object.fromEntries(names.map((name) => [name, query[name] ?? ""]));
}
