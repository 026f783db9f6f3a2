// What verification can find. A fault names the place; the pages and the command line word it.
import type { z } from "zod";
import type { fault } from "../contract.ts";

export type Fault = Omit<z.infer<typeof fault>, "code"> & { readonly code: FaultCode };

/**
 * - `event-…`: against the signed hashes: what stands at `seq` is not what was signed there.
 * - `hashes-recomputed`: genuine events `seq` to `through` carry other hashes than were signed.
 * - `link-broken`, `event-missing`, `head-differs`: the chain is not whole; also where nothing is signed yet.
 * - `payload-…`, `column-differs`: what the event says is not what was digested.
 * - `checkpoint-…`, `key-…`: the signatures themselves.
 * - `row-…`: a table of the present is not what the events lead to.
 * - `rule-broken`: a rule of the register does not hold.
 */
export type FaultCode =
  | "event-rewritten"
  | "event-removed"
  | "event-inserted"
  | "event-moved"
  | "hashes-recomputed"
  | "link-broken"
  | "event-missing"
  | "head-differs"
  | "payload-changed"
  | "payload-missing"
  | "payload-inserted"
  | "payload-kept"
  | "payload-unreadable"
  | "column-differs"
  | "checkpoint-missing"
  | "checkpoint-gap"
  | "stretch-differs"
  | "checkpoint-changed"
  | "checkpoint-unknown-key"
  | "key-differs"
  | "row-changed"
  | "row-missing"
  | "row-inserted"
  | "rule-broken";

/** More in one county tell nothing new; how many there are is still said. */
const most = 1000;

/** Collects the faults of one county. */
export type Faults = {
  add(
    code: FaultCode,
    at: { readonly seq?: number; readonly event?: string },
    values?: Fault["values"],
  ): void;
  readonly list: readonly Fault[];
  readonly count: () => number;
};

export function faultsOf(county: number): Faults {
  const list: Fault[] = [];
  let count = 0;
  return {
    list,
    count: () => count,
    add(code, { seq, event }, values = {}) {
      count += 1;
      if (list.length < most) {
        list.push({ county, code, seq: seq ?? null, event: event ?? null, values });
      }
    },
  };
}
