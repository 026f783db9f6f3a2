/** A stretch of days in which nothing changed; `until` null goes on. */
export type Stretch = { readonly from: string; readonly until: string | null };

/** The stretches between days of change, oldest first. */
export function listStretches(days: readonly string[]): readonly Stretch[] {
  const marks = [...new Set(days)].toSorted();
  return marks.map((from, index) => {
    const next = marks[index + 1];
    return { from, until: next === undefined ? null : dayBefore(next) };
  });
}

/** Where a day lies among stretches; -1 before the first. */
export function findStretch(stretches: readonly Stretch[], on: string): number {
  return stretches.findLastIndex(({ from }) => from <= on);
}

export function dayBefore(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
