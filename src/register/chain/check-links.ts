// One county's chain against its signed hashes. An event is genuine where its link from the signed hash before it gives
// the signed hash: so a forger who computes all later hashes anew is told apart from those whose hashes were changed.
import { createHash, type Hash } from "node:crypto";
import { hashBytes } from "./checkpoint.ts";
import { findMoves, type Stray } from "./displaced.ts";
import type { Faults } from "./fault.ts";
import type { HeadLine } from "./heads-file.ts";
import type { Ledger } from "./ledger.ts";
import { linkOf } from "./link.ts";
import type { SignedHashes } from "./signed-hashes.ts";
import type { HeadRow } from "./store/checkpoints.ts";

export type LinkRow = Stray & { readonly prev: Uint8Array; readonly hash: Uint8Array };

export type LinkCheck = {
  /** Rows come in the order of seq. */
  add(row: LinkRow): void;
  end(head: HeadRow | undefined): void;
};

/** Unsigned events that may turn out to be signed ones, pushed behind the last signature. */
const tailKept = 10_000;

export function checkLinks(
  { genesisOf }: Pick<Ledger, "genesisOf">,
  county: number,
  signed: SignedHashes,
  faults: Faults,
): LinkCheck {
  const genesis = genesisOf(county);
  const strays: Stray[] = [];
  const tail: Stray[] = [];
  const places: number[] = [];
  const lost = signed.lost.map((line) => ({ line, hash: createHash("sha256") }));
  let last: { readonly seq: number; readonly prev: Uint8Array; readonly hash: Uint8Array } = {
    seq: 0,
    prev: genesis,
    hash: genesis,
  };
  let recomputed: { from: number; through: number } | undefined;

  const before = (seq: number): Uint8Array | undefined =>
    seq === 1 ? genesis : signed.at(seq - 1);

  function links(prev: Uint8Array, { seq, event, digest }: Stray, hash: Uint8Array): boolean {
    const lengths = prev.length === hashBytes && digest.length === hashBytes;
    return lengths && linkOf(prev, county, seq, event, digest).equals(hash);
  }

  function extendRecomputed(seq: number): void {
    if (recomputed?.through === seq - 1) recomputed.through = seq;
    else {
      tellRecomputed();
      recomputed = { from: seq, through: seq };
    }
  }

  function tellRecomputed(): void {
    if (recomputed === undefined) return;
    const { from, through } = recomputed;
    faults.add("hashes-recomputed", { seq: from }, { from, through });
    recomputed = undefined;
  }

  function skip(from: number, through: number): void {
    let unsigned = 0;
    for (const stretch of signed.stretches) {
      const [first, end] = [Math.max(from, stretch.from), Math.min(through, stretch.through)];
      for (let seq = first; seq <= end; seq++) places.push(seq);
      unsigned += Math.max(0, end - first + 1);
    }
    if (unsigned < through - from + 1)
      faults.add("event-missing", { seq: from }, { from, through });
  }

  function checkSigned(row: LinkRow, hash: Uint8Array): void {
    const prev = before(row.seq) ?? row.prev;
    if (!links(prev, row, hash)) {
      strays.push({ seq: row.seq, event: row.event, digest: row.digest });
      places.push(row.seq);
    } else if (!equal(row.hash, hash) || !equal(row.prev, prev)) extendRecomputed(row.seq);
  }

  function checkUnsigned(row: LinkRow, follows: boolean): void {
    const holds = links(row.prev, row, row.hash) && (!follows || equal(row.prev, last.hash));
    if (!holds) faults.add("link-broken", { seq: row.seq, event: row.event });
    else if (!equal(row.prev, before(row.seq) ?? row.prev)) extendRecomputed(row.seq);
    if (places.length > 0 && tail.length < tailKept) {
      tail.push({ seq: row.seq, event: row.event, digest: row.digest });
    }
  }

  return {
    add(row) {
      if (row.seq < 1) return faults.add("event-inserted", { seq: row.seq, event: row.event });
      const follows = row.seq === last.seq + 1;
      if (!follows) skip(last.seq + 1, row.seq - 1);
      const hash = signed.at(row.seq);
      if (hash === undefined) checkUnsigned(row, follows);
      else checkSigned(row, hash);
      for (const { line, hash: sum } of lost) {
        if (line.from <= row.seq && row.seq <= line.through) sum.update(row.hash);
      }
      last = { seq: row.seq, prev: row.prev, hash: row.hash };
    },
    end(head) {
      tellRecomputed();
      const through = signed.stretches.at(-1)?.through ?? 0;
      if (through > last.seq) skip(last.seq + 1, through);
      tellMoves({ county, genesis, strays, tail, places }, signed, faults);
      for (const each of lost) tellLost(each, faults);
      const same =
        head === undefined
          ? last.seq === 0
          : head.seq === last.seq && equal(head.hash, last.hash) && equal(head.prev, last.prev);
      if (!same) faults.add("head-differs", { seq: last.seq }, { head: head?.seq ?? 0 });
    },
  };
}

type Displaced = {
  readonly county: number;
  readonly genesis: Uint8Array;
  readonly strays: readonly Stray[];
  readonly tail: readonly Stray[];
  readonly places: readonly number[];
};

function tellMoves(
  { county, genesis, strays, tail, places }: Displaced,
  signed: SignedHashes,
  faults: Faults,
): void {
  const moves = findMoves([...strays, ...tail], places, ({ event, digest }, place) => {
    const prev = place === 1 ? genesis : signed.at(place - 1);
    const hash = signed.at(place);
    if (prev === undefined || hash === undefined || digest.length !== hashBytes) return false;
    return linkOf(prev, county, place, event, digest).equals(hash);
  });
  const moved = new Set(moves.map(({ stray }) => stray.seq));
  const filled = new Set(moves.map(({ place }) => place));
  const unknown = new Map(
    strays.flatMap(({ seq, event }) => (moved.has(seq) ? [] : [[seq, event]])),
  );
  for (const place of places) {
    if (filled.has(place)) continue;
    const event = unknown.get(place);
    if (event === undefined) faults.add("event-removed", { seq: place });
    else faults.add("event-rewritten", { seq: place, event });
    unknown.delete(place);
  }
  for (const [seq, event] of unknown) faults.add("event-inserted", { seq, event });
  // All that stand behind one that was taken out or put in are told as one.
  let run: { seq: number; event: string; now: number; count: number } | undefined;
  const tell = (): void => {
    if (run === undefined) return;
    const { seq, event, now, count } = run;
    faults.add("event-moved", { seq, event }, { now, count });
  };
  for (const { stray, place } of moves) {
    if (run !== undefined && place === run.seq + run.count && stray.seq === run.now + run.count) {
      run.count += 1;
    } else {
      tell();
      run = { seq: place, event: stray.event, now: stray.seq, count: 1 };
    }
  }
  tell();
}

/** The hashes themselves are gone, but not the sum that was signed of them. */
function tellLost({ line, hash }: { line: HeadLine; hash: Hash }, faults: Faults): void {
  const { from, through } = line;
  if (hash.digest("hex") !== line.sha256) {
    faults.add("stretch-differs", { seq: from }, { from, through });
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
