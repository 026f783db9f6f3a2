// All events, each with its payload and its link, by COPY; the tables of the present come from `luohu rebuild`
// afterwards.
import { randomBytes } from "node:crypto";
import { clerk, type CountyPlan, countingKeys, type Keys } from "../../src/demo-data/index.ts";
import {
  copyIn,
  type CopyValue,
  type Database,
  type Transaction,
} from "../../src/platform/postgres/index.ts";
import { digestOf, genesisOf, linkOf, saltBytes } from "../../src/register/chain/link.ts";
import { eventVersion } from "../../src/register/domain/event.ts";
import { type IsoDate, type RegisterEvent, todayOf } from "../../src/register/index.ts";
import { writeRecorded } from "../../src/register/recorded.ts";
import { uuidAt } from "../../src/register/uuid.ts";
import { listHistory } from "./history.ts";
import { seconds } from "./report.ts";
import type { Tell } from "./run.ts";

const eventColumns = [
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
];
const payloadColumns = ["county", "event_id", "salt", "payload"];

type Row = readonly CopyValue[];
type Batch = { readonly events: Row[]; readonly payloads: Row[]; people: number };

const batchSize = 5000;

export type Loaded = { readonly people: number; readonly events: number };

/** Milliseconds between two lines of progress. */
const pause = 2000;

/** Loads what happened in all counties until yesterday, in one transaction for events and one for payloads. */
export async function loadEvents(
  owner: Database,
  plans: readonly CountyPlan[],
  tell: Tell,
): Promise<Loaded> {
  const began = performance.now();
  const last = todayOf(new Date(Date.now() - 86_400_000));
  const scope = { counties: [], department: "public-security" } as const;
  // COPY and row security do not go together; the tables get it back below.
  await alterSecurity(owner, "NO FORCE");
  const loaded = { people: 0, events: 0 };
  let told = began;
  await owner.inTransaction(scope, (events) =>
    owner.inTransaction(scope, async (payloads) => {
      let sending: Promise<unknown> = Promise.resolve();
      for (const batch of batchesOf(plans, last)) {
        await sending;
        sending = send(events, payloads, batch);
        loaded.people += batch.people;
        loaded.events += batch.events.length;
        if (performance.now() - told < pause) continue;
        told = performance.now();
        tell(`${loaded.people} people`);
      }
      await sending;
    }),
  );
  await alterSecurity(owner, "FORCE");
  await owner.pool.query("VACUUM ANALYZE register_event, register_payload");
  const took = seconds(performance.now() - began);
  console.log(`loaded: ${loaded.events} events of ${loaded.people} people in ${took}`);
  return loaded;
}

async function send(events: Transaction, payloads: Transaction, batch: Batch): Promise<void> {
  await Promise.all([
    copyIn(events, "register_event", eventColumns, batch.events),
    copyIn(payloads, "register_payload", payloadColumns, batch.payloads),
  ]);
}

async function alterSecurity(owner: Database, force: "FORCE" | "NO FORCE"): Promise<void> {
  for (const table of ["register_event", "register_payload"]) {
    await owner.pool.query(`ALTER TABLE ${table} ${force} ROW LEVEL SECURITY`);
  }
}

function* batchesOf(plans: readonly CountyPlan[], last: IsoDate): Generator<Batch> {
  const keys = countingKeys();
  let batch: Batch = { events: [], payloads: [], people: 0 };
  for (const plan of plans) {
    for (const { event, payload, people } of chainOf(plan, keys, last)) {
      batch.events.push(event);
      batch.payloads.push(payload);
      batch.people += people;
      if (batch.events.length < batchSize) continue;
      yield batch;
      batch = { events: [], payloads: [], people: 0 };
    }
  }
  yield batch;
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
