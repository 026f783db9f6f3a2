/** Optimal string alignment distance, the usual measure of a slip of the keyboard. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : Infinity;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, substitution, swap));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** The known name most likely meant, when one is near enough (a third of its length, at most 3 slips). */
export function suggest(meant: string, known: Iterable<string>): string | undefined {
  if (meant.length > 100) return undefined;
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const name of known) {
    const limit = Math.min(3, Math.max(1, Math.floor(Math.max(name.length, meant.length) / 3)));
    if (Math.abs(name.length - meant.length) > limit) continue;
    const slips = distance(meant, name);
    // A name of which no letter stays was not meant.
    if (slips === Math.max(name.length, meant.length)) continue;
    if (slips <= limit && (best === undefined || slips < best.slips)) best = { name, slips };
  }
  return best?.name;
}

/** The suggestion as a problem holds it, when there is one. */
export function suggested(
  meant: string,
  known: Iterable<string>,
): { readonly suggestion?: string } {
  const suggestion = suggest(meant, known);
  return suggestion === undefined ? {} : { suggestion };
}
