// The register itself against what the clerks were told; read as its owner, in plain SQL, past the program.
import type { RegisterEvent } from "../../src/register/index.ts";
import { readEffects } from "./case-books.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { query } from "./query.ts";

/** One line for each act, and for what else is wrong. */
export type Findings = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
};

/** How far each county's chain was before the first act. */
export type Beginning = ReadonlyMap<number, number>;

type EventRow = {
  readonly county: number;
  readonly event: string;
  readonly seq: number;
  readonly hash: string;
  readonly key: string;
  readonly content: RegisterEvent;
};

type Books = {
  readonly events: ReadonlyMap<string, readonly EventRow[]>;
  /** Acts by key, each as often as it has a receipt. */
  readonly receipts: ReadonlyMap<string, number>;
  /** People by name. */
  readonly people: ReadonlyMap<string, number>;
  /** Keys of the acts that carry a case out: they are written with it, or not at all. */
  readonly effects: ReadonlyMap<string, number>;
};

export async function readBeginning(ownerUrl: string): Promise<Beginning> {
  const rows = await query<{ county: number; seq: number }>(
    ownerUrl,
    "SELECT county, seq::int FROM chain_head",
  );
  return new Map(rows.map(({ county, seq }) => [county, seq]));
}

export const listHouseholds = (ownerUrl: string) =>
  query<{ county: number; household: number }>(
    ownerUrl,
    "SELECT county, household_id::int AS household FROM household WHERE ended IS NULL ORDER BY 1, 2",
  );

/** May be asked while clerks work: what they are told from now on is left for later. */
export async function checkBooks(
  ownerUrl: string,
  beginning: Beginning,
  ledger: Ledger,
): Promise<Findings> {
  const told = [...ledger.entries.values()].map((entry) => ({ ...entry }));
  const books = await readBooks(ownerUrl, beginning);
  return {
    lost: told.flatMap((entry) => lostOf(entry, books)),
    doubled: told.flatMap((entry) => doubledOf(entry, books)),
    wrong: [
      ...told.flatMap((entry) => doneThoughNot(entry, books)),
      ...[...books.events.keys()].flatMap((key) =>
        ledger.entries.has(key) || books.effects.has(key) ? [] : [`act ${key} is nobody's`],
      ),
      ...[...books.events].flatMap(([key, events]) => halfMoves(key, events)),
      ...[...books.effects].flatMap(([key, times]) =>
        times === 1 ? [] : [`act ${key} carries out ${times} cases`],
      ),
      ...ledger.contradictions(),
    ],
  };
}

/** What was acknowledged and is not there. */
function lostOf({ key, act, told, receipt }: Entry, books: Books): readonly string[] {
  if (told !== "done" || receipt === undefined) return [];
  const there = new Set((books.events.get(key) ?? []).map(placeOf));
  const missing = receipt.events.filter((event) => !there.has(placeOf(event))).length;
  const absent = namesIn({ act }).filter((name) => !books.people.has(name)).length;
  const kept = books.receipts.has(key);
  return missing === 0 && absent === 0 && kept
    ? []
    : [`${act.act} ${key}: ${missing} events and ${absent} people are lost, receipt ${kept}`];
}

/** What is there more often than it was acknowledged. */
function doubledOf({ key, act, told, receipt }: Entry, books: Books): readonly string[] {
  const acknowledged = new Set((receipt?.events ?? []).map(placeOf));
  const more = (books.events.get(key) ?? []).filter((event) => !acknowledged.has(placeOf(event)));
  const twice = namesIn({ act }).filter((name) => (books.people.get(name) ?? 0) > 1).length;
  const receipts = books.receipts.get(key) ?? 0;
  return (told === "done" && more.length > 0) || twice > 0 || receipts > 1
    ? [`${act.act} ${key}: ${more.length} events more, ${twice} people twice, ${receipts} receipts`]
    : [];
}

/** A clerk was told that it was not done. */
function doneThoughNot({ key, act, told }: Entry, books: Books): readonly string[] {
  if (told !== "refused") return [];
  const events = books.events.get(key)?.length ?? 0;
  const people = namesIn({ act }).filter((name) => books.people.has(name)).length;
  return events === 0 && people === 0 && !books.receipts.has(key)
    ? []
    : [`${act.act} ${key}: refused, and yet ${events} events and ${people} people are there`];
}

/** Whoever left a county kept here arrived in the other in the same act, and the other way round. */
function halfMoves(key: string, events: readonly EventRow[]): readonly string[] {
  const left = new Set(
    events.flatMap(({ county, content }) => {
      if (content.type !== "moved-out" || content.to.kind !== "county") return [];
      const to = content.to.county;
      return content.leavers.map((person) => `${county} to ${to}: ${person}`);
    }),
  );
  const arrived = new Set(
    events.flatMap(({ county, content }) =>
      content.type !== "settled"
        ? []
        : content.arrivals.flatMap(({ from, person }) =>
            from.kind === "county" ? [`${from.county} to ${county}: ${person}`] : [],
          ),
    ),
  );
  return [...left.symmetricDifference(arrived)].map((half) => `half a move, ${key}: ${half}`);
}

type Placed = Pick<EventRow, "county" | "event" | "seq" | "hash">;

const placeOf = ({ county, event, seq, hash }: Placed) => `${county} ${seq} ${event} ${hash}`;

/** Of the people who come with an act; each has a name of their own. */
function namesIn({ act }: Pick<Entry, "act">): readonly string[] {
  if (act.act === "register-birth") return [act.child.particulars.name];
  if (act.act !== "settle") return [];
  return act.arrivals.flatMap((each) => ("particulars" in each ? [each.particulars.name] : []));
}

async function readBooks(ownerUrl: string, beginning: Beginning): Promise<Books> {
  const rows = await query<Omit<EventRow, "content"> & { readonly payload: string }>(
    ownerUrl,
    `SELECT e.county, e.event_id AS event, e.seq::int, encode(e.hash, 'hex') AS hash, e.act_key AS key,
       convert_from(p.payload, 'UTF8') AS payload
     FROM register_event e
       JOIN register_payload p USING (county, event_id)
       JOIN unnest($1::int[], $2::int[]) AS beginning (county, seq) ON beginning.county = e.county
     WHERE e.seq > beginning.seq
     ORDER BY e.county, e.seq`,
    [[...beginning.keys()], [...beginning.values()]],
  );
  const events = rows.map(({ payload, ...row }) => {
    const { event } = JSON.parse(payload) as { readonly event: RegisterEvent };
    return { ...row, content: event };
  });
  const receipts = await query<{ key: string; receipts: number }>(
    ownerUrl,
    "SELECT act_key AS key, count(*)::int AS receipts FROM act_receipt GROUP BY act_key",
  );
  const people = await query<{ name: string; people: number }>(
    ownerUrl,
    `SELECT name, count(DISTINCT person_id)::int AS people FROM person WHERE name IS NOT NULL
     GROUP BY name`,
  );
  return {
    events: Map.groupBy(events, ({ key }) => key),
    receipts: new Map(receipts.map(({ key, receipts }) => [key, receipts])),
    people: new Map(people.map(({ name, people }) => [name, people])),
    // Read after the events: an event that a case led to was committed with it.
    effects: await readEffects(ownerUrl),
  };
}
