/** Does all of them, so many at a time; gives milliseconds. */
export async function inParallel<T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
  return performance.now() - began;
}

/** Does a number of things one way; gives milliseconds. */
type Way<T> = readonly [items: readonly T[], work: (items: readonly T[]) => Promise<number>];

/** Ours and raw in turn, ours first and last: whatever grows or fades meanwhile is neither's gain. */
export async function takeTurns<A, B>(
  [ours, doOurs]: Way<A>,
  [raws, doRaw]: Way<B>,
): Promise<{ readonly ours: number; readonly raw: number }> {
  const first = await doOurs(firstHalf(ours));
  const second = await doRaw(firstHalf(raws));
  const third = await doRaw(secondHalf(raws));
  const fourth = await doOurs(secondHalf(ours));
  return { ours: first + fourth, raw: second + third };
}

const halfOf = (items: readonly unknown[]): number => Math.ceil(items.length / 2);

const firstHalf = <T>(items: readonly T[]): readonly T[] => items.slice(0, halfOf(items));
const secondHalf = <T>(items: readonly T[]): readonly T[] => items.slice(halfOf(items));
