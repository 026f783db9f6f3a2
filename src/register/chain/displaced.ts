// Where events that are not in their places belong: tells the one that was changed from those it pushed aside.

/** An event by what its link covers. */
export type Stray = { readonly seq: number; readonly event: string; readonly digest: Uint8Array };

export type Move = { readonly stray: Stray; readonly place: number };

/** Links tried for one event, and for all of a county: seconds at most. */
const triesEach = 2_000;
const triesInAll = 500_000;

/**
 * Finds for each stray the place where it was signed. One event taken out or put in moves all behind it alike, so the
 * last distance is tried first, then the nearest places.
 *
 * @param places empty places, ascending
 * @param fits whether the event was signed there
 */
export function findMoves(
  strays: readonly Stray[],
  places: readonly number[],
  fits: (stray: Stray, place: number) => boolean,
): readonly Move[] {
  const free = new Set(places);
  const moves: Move[] = [];
  let shift = 0;
  let tries = 0;
  const take = (stray: Stray, place: number): boolean => {
    if (!free.has(place)) return false;
    tries += 1;
    if (!fits(stray, place)) return false;
    free.delete(place);
    shift = place - stray.seq;
    moves.push({ stray, place });
    return true;
  };
  for (const stray of strays) {
    if (shift !== 0 && take(stray, stray.seq + shift)) continue;
    const until = Math.min(tries + triesEach, triesInAll);
    for (const place of nearest(places, stray.seq)) {
      if (tries >= until || take(stray, place)) break;
    }
  }
  return moves;
}

/** Places from the nearest to the farthest. */
function* nearest(places: readonly number[], seq: number): Generator<number> {
  let above = lowerBound(places, seq);
  let below = above - 1;
  for (;;) {
    const [up, down] = [places[above], places[below]];
    if (up === undefined && down === undefined) return;
    if (down === undefined || (up !== undefined && up - seq <= seq - down)) {
      if (up !== undefined) yield up;
      above += 1;
    } else {
      yield down;
      below -= 1;
    }
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
