import { hash } from "node:crypto";
import type { Transaction } from "../platform/postgres/index.ts";
import { linkOf } from "../register/index.ts";
import type { Head } from "./signed-heads.ts";
import { readEntries, type StoredEntry } from "./store/log.ts";

/** What is wrong with an entry. */
export type EntryFault = {
  readonly code:
    | "entry-missing"
    | "link-broken"
    | "payload-changed"
    | "department-differs"
    | "outcome-differs"
    | "signed-differs";
  readonly seq: number;
};

export type Walked = {
  readonly head: Head;
  readonly entries: number;
  readonly faults: readonly EntryFault[];
};

const batch = 2_000;

/** Reads a county's log from a place on, link by link. `signed`: a place that was signed, which has to be as it was. */
export async function walkLog(
  tx: Transaction,
  county: number,
  from: Head,
  signed?: Head,
): Promise<Walked> {
  const faults: EntryFault[] = [];
  let head = Buffer.from(from.hash, "hex");
  let entries = 0;
  let last = from.seq;
  for (;;) {
    const rows = await tx.run(readEntries, [county, last, batch]);
    for (const row of rows) {
      const { seq } = row;
      if (seq !== last + 1) faults.push({ code: "entry-missing", seq: last + 1 });
      faults.push(...faultsOf(county, head, row).map((code) => ({ code, seq })));
      head = Buffer.from(row.hash);
      if (seq === signed?.seq && head.toString("hex") !== signed.hash)
        faults.push({ code: "signed-differs", seq });
      last = seq;
      entries += 1;
    }
    if (rows.length < batch) break;
  }
  if (signed !== undefined && signed.seq > last)
    faults.push({ code: "signed-differs", seq: signed.seq });
  return { head: { seq: last, hash: head.toString("hex") }, entries, faults };
}

function faultsOf(
  county: number,
  prev: Buffer,
  { seq, entry, kind, department, digest, hash: kept, payload, state, asked, ...row }: StoredEntry,
): readonly EntryFault["code"][] {
  const holds = row.prev.equals(prev) && linkOf(prev, county, seq, entry, digest).equals(kept);
  const isPayload = payload === null || hash("sha256", payload, "buffer").equals(digest);
  const isOutcome = kind === "asked" || kind === state;
  return [
    ...(holds ? [] : ["link-broken" as const]),
    ...(isPayload ? [] : ["payload-changed" as const]),
    ...(department === asked ? [] : ["department-differs" as const]),
    ...(isOutcome ? [] : ["outcome-differs" as const]),
  ];
}
