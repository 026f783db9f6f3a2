// A table as it is against what the events lead to: the row and the column that differ are named, not what they say.
import type { Row } from "../rebuild/tables.ts";
import type { Faults } from "./fault.ts";

type Texts = readonly (string | null)[];

export type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
};

/** `faultsAt` gives where the faults of a row belong. */
export async function compareRows(
  { name, columns, key }: TableShape,
  expected: Iterable<Row>,
  found: AsyncIterable<readonly Texts[]>,
  faultsAt: (row: Texts) => Faults,
): Promise<void> {
  const missing = new Set<string>();
  for (const row of expected) missing.add(JSON.stringify(row.map(textOf)));
  const inserted: Texts[] = [];
  for await (const batch of found) {
    for (const row of batch) if (!missing.delete(JSON.stringify(row))) inserted.push(row);
  }
  if (missing.size === 0 && inserted.length === 0) return;

  const places = key.map((column) => columns.indexOf(column));
  const keyOf = (row: Texts): string => places.map((place) => row[place] ?? "").join(" ");
  const gone = Map.groupBy(
    [...missing].map((row) => JSON.parse(row) as Texts),
    keyOf,
  );
  for (const row of inserted) {
    const rest = gone.get(keyOf(row)) ?? [];
    const nearest = rest.toSorted((a, b) => distance(a, row) - distance(b, row))[0];
    const at = { table: name, key: keyOf(row) };
    if (nearest === undefined) faultsAt(row).add("row-inserted", {}, at);
    else {
      rest.splice(rest.indexOf(nearest), 1);
      for (const [index, column] of columns.entries()) {
        if (row[index] !== nearest[index]) faultsAt(row).add("row-changed", {}, { ...at, column });
      }
    }
  }
  for (const [at, rows] of gone) {
    for (const row of rows) faultsAt(row).add("row-missing", {}, { table: name, key: at });
  }
}

const textOf = (value: Row[number]): string | null => (value === null ? null : String(value));

const distance = (a: Texts, b: Texts): number =>
  a.filter((text, index) => text !== b[index]).length;
