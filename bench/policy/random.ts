/** Chance from a seed: the same people on every machine. */
export type Random = {
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
};

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough for mixtures of people. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    chance: (probability) => next() < probability,
    below,
    oneOf: (values) => values[below(values.length)]!,
  };
}
