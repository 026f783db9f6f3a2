/** Chance from a seed: the same seed gives the same people, always. Not for secrets. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `end`. */
  readonly below: (end: number) => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  readonly odds: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
};

/** mulberry32, a generator of 32 bits. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    odds: (share) => next() < share,
    pick: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

/** A draw from a table of shares; they need not add up to 1. */
export function drawFrom<T>(table: readonly (readonly [T, number])[]): (chance: Chance) => T {
  const total = table.reduce((sum, [, share]) => sum + share, 0);
  const last = table.at(-1);
  if (last === undefined) throw new Error("a table without rows");
  return (chance) => {
    let left = chance.next() * total;
    for (const [item, share] of table) {
      left -= share;
      if (left < 0) return item;
    }
    return last[0];
  };
}
