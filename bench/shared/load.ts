// All events, each with its payload and its link, by COPY; the tables of the present come from `luohu rebuild`
// afterwards.
import { randomBytes } from "node:crypto";
import { clerk, type CountyPlan, countingKeys, type Keys } from "../../src/demo-data/index.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import { digestOf, genesisOf, linkOf, saltBytes } from "../../src/register/chain/link.ts";
import { eventVersion } from "../../src/register/domain/event.ts";
import { type IsoDate, type RegisterEvent, todayOf } from "../../src/register/index.ts";
import { writeRecorded } from "../../src/register/recorded.ts";
import { uuidAt } from "../../src/register/uuid.ts";
import { copyTables, type Row } from "./copy-tables.ts";
import { listHistory } from "./history.ts";
import { seconds } from "./report.ts";
import { atIntervals, type Tell } from "./run.ts";

const columns = {
  register_event: [
    "county",
    "seq",
    "event_id",
    "type",
    "version",
    "effective",
    "recorded",
    "actor",
    "actor_name",
    "act_key",
    "digest",
    "prev_hash",
    "hash",
  ],
  register_payload: ["county", "event_id", "salt", "payload"],
} as const;

const batchSize = 5000;

export type Loaded = { readonly people: number; readonly events: number };

/** Loads what happened in all counties until yesterday. */
export async function loadEvents(
  owner: Database,
  plans: readonly CountyPlan[],
  tell: Tell,
): Promise<Loaded> {
  const began = performance.now();
  const last = todayOf(new Date(Date.now() - 86_400_000));
  const loaded = { people: 0, events: 0 };
  await copyTables(owner, columns, batchesOf(plans, last, loaded, tell));
  const took = seconds(performance.now() - began);
  console.log(`loaded: ${loaded.events} events of ${loaded.people} people in ${took}`);
  return loaded;
}

/** Counts in `loaded` what it gives out. */
function* batchesOf(
  plans: readonly CountyPlan[],
  last: IsoDate,
  loaded: { people: number; events: number },
  tell: Tell,
) {
  const keys = countingKeys();
  const everyNow = atIntervals(tell);
  let register_event: Row[] = [];
  let register_payload: Row[] = [];
  for (const plan of plans) {
    for (const { event, payload, people } of chainOf(plan, keys, last)) {
      register_event.push(event);
      register_payload.push(payload);
      loaded.people += people;
      loaded.events += 1;
      if (register_event.length < batchSize) continue;
      yield { register_event, register_payload };
      [register_event, register_payload] = [[], []];
      everyNow(() => `${loaded.people} people`);
    }
  }
  yield { register_event, register_payload };
}

/** One county's chain; the events of a day are recorded a millisecond after each other. */
function* chainOf(plan: CountyPlan, keys: Keys, last: IsoDate) {
  const { county } = plan;
  const { subject: account, name: names } = clerk;
  const actor = { account, name: names["zh-CN"] };
  let prev = genesisOf(county);
  let seq = 0;
  let at = 0;
  for (const event of listHistory(plan, keys, last)) {
    const { type, on } = event;
    seq += 1;
    at = Math.max(at + 1, Date.parse(`${on}T01:30:00Z`));
    const now = new Date(at);
    const recorded = now.toISOString();
    const [id, act] = [uuidAt(now, randomBytes), uuidAt(now, randomBytes)];
    const salt = randomBytes(saltBytes);
    const payload = writeRecorded({ recorded, actor, approver: null, act, event });
    const digest = digestOf(salt, payload);
    const hash = linkOf(prev, county, seq, id, digest);
    const who = [account, actor.name, act];
    yield {
      event: [county, seq, id, type, eventVersion, on, recorded, ...who, digest, prev, hash],
      payload: [county, id, salt, payload],
      people: newcomersOf(event),
    };
    prev = hash;
  }
}

/** How many people an event registers. */
function newcomersOf(event: RegisterEvent): number {
  if (event.type === "birth-registered") return 1;
  return event.type === "settled" ? event.arrivals.length : 0;
}
