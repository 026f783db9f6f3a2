// What clerks were told about each act they sent: kept here, outside of the program and its database.
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { receipt } from "../../src/register/contract.ts";
import type { Act } from "../../src/register/index.ts";

export type Receipt = z.infer<typeof receipt>;

export type Entry = {
  readonly key: string;
  readonly county: number;
  readonly act: Act;
  /** Requests that had no answer, or none that says what became of the act. */
  lost: number;
  /** What became of it; of a proposal, once somebody has decided. */
  told: "nothing" | "refused" | "done";
  receipt: Receipt | undefined;
};

export type Ledger = {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly open: (key: string, county: number, act: Act) => Entry;
  /** @param sent when the request was sent that this answers */
  readonly acknowledge: (entry: Entry, receipt: Receipt, sent: number) => void;
  readonly counts: () => Counts;
  /** When the newest request was sent that was answered with a receipt. */
  readonly lastSent: () => number;
  readonly contradict: (entry: Entry, how: string) => void;
  /** Answers to one act that do not go together. */
  readonly contradictions: () => readonly string[];
};

export type Counts = {
  readonly acknowledged: number;
  /** Of them, those that change two counties. */
  readonly twoCounties: number;
  /** Acts of which a request had to be sent again. */
  readonly retried: number;
  /** Of them, those that an unanswered request turned out to have done. */
  readonly resolved: number;
  readonly refused: number;
  /** Nobody was ever told what became of them. */
  readonly unresolved: number;
};

export function openLedger(): Ledger {
  const entries = new Map<string, Entry>();
  const contradictions: string[] = [];
  const resolved = new Set<string>();
  let lastSent = 0;
  const contradict = ({ key, act }: Entry, how: string) =>
    void contradictions.push(`${act.act} ${key}: ${how}`);
  return {
    entries,
    open(key, county, act) {
      const entry: Entry = { key, county, act, lost: 0, told: "nothing", receipt: undefined };
      entries.set(key, entry);
      return entry;
    },
    acknowledge(entry, receipt, sent) {
      if (entry.receipt !== undefined && !isDeepStrictEqual(entry.receipt, receipt)) {
        contradict(entry, "it has two receipts");
      }
      if (entry.told === "refused") contradict(entry, "it was done after it was refused");
      if (entry.lost > 0 && Date.parse(receipt.recorded) < sent) resolved.add(entry.key);
      entry.told = "done";
      entry.receipt = receipt;
      lastSent = Math.max(lastSent, sent);
    },
    counts() {
      const all = [...entries.values()];
      const count = (holds: (entry: Entry) => boolean) => all.filter(holds).length;
      return {
        acknowledged: count(({ told }) => told === "done"),
        twoCounties: count(
          ({ receipt }) => new Set(receipt?.events.map(({ county }) => county)).size > 1,
        ),
        retried: count(({ lost }) => lost > 0),
        resolved: resolved.size,
        refused: count(({ told }) => told === "refused"),
        unresolved: count(({ told }) => told === "nothing"),
      };
    },
    contradict,
    lastSent: () => lastSent,
    contradictions: () => contradictions,
  };
}
