// The changes of an act as rows to write, of one kind each, so that an act takes as few statements as it can.
import type { CountyEvent } from "../domain/draft.ts";
import { changesOf } from "../domain/changes.ts";
import type { Change } from "../domain/change.ts";
import { touched } from "../domain/touched.ts";
import type { County, IsoDate } from "../domain/shapes.ts";

/** An event with its key. */
export type KeyedEvent = CountyEvent & { readonly id: string };

type Of<Do extends Change["do"]> = Extract<Change, { readonly do: Do }> & {
  readonly county: County;
  /** The event that it follows from. */
  readonly event: string;
  /** Day from which the event counts. */
  readonly day: IsoDate;
};

/** Rows of one act by kind; `seat-ends` are all seats that end, also where another begins. */
export type Rows = { readonly [Do in Change["do"]]: readonly Of<Do>[] };

/** Someone or something that events touch, and how many of them. */
export type Touch = {
  readonly county: County;
  readonly key: number;
  readonly times: number;
  readonly day: IsoDate;
  readonly event: string;
};

export function rowsOf(events: readonly KeyedEvent[]): Rows {
  const rows: { [Do in Change["do"]]: Of<Do>[] } = {
    "put-dwelling": [],
    "open-household": [],
    "close-household": [],
    "set-residence": [],
    "put-person": [],
    "patch-person": [],
    "set-death": [],
    "open-registration": [],
    "close-registration": [],
    "set-seat": [],
    "close-seat": [],
    "put-withholding": [],
    "put-booklet": [],
    "erase-person": [],
  };
  for (const { county, event, id } of events) {
    for (const change of changesOf(event)) {
      const row = { ...change, county, event: id, day: event.on };
      (rows[change.do] as (typeof row)[]).push(row);
    }
  }
  return rows;
}

/** What events touch, in the order of keys; `kind` says whether people or households. */
export function touches(
  kind: "people" | "households",
  events: readonly KeyedEvent[],
): readonly Touch[] {
  const found = new Map<string, Touch>();
  for (const { county, event, id } of events) {
    for (const key of touched(event)[kind]) {
      const name = `${county} ${key}`;
      const before = found.get(name);
      const day = before !== undefined && before.day > event.on ? before.day : event.on;
      found.set(name, { county, key, times: (before?.times ?? 0) + 1, day, event: id });
    }
  }
  return [...found.values()].toSorted((a, b) => a.county - b.county || a.key - b.key);
}
