// Everyone's founding events, each with its payload and its link, by COPY; the tables of the present come from
// `luohu rebuild` afterwards.
import { randomBytes } from "node:crypto";
import {
  clerk,
  type CountyPlan,
  countingKeys,
  type Keys,
  listFoundings,
} from "../../src/demo-data/index.ts";
import {
  copyIn,
  type CopyValue,
  type Database,
  type Transaction,
} from "../../src/platform/postgres/index.ts";
import { digestOf, genesisOf, linkOf, saltBytes } from "../../src/register/chain/link.ts";
import { eventVersion } from "../../src/register/domain/event.ts";
import { writeRecorded } from "../../src/register/recorded.ts";
import { uuidAt } from "../../src/register/uuid.ts";

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

/** Loads all counties in one transaction each for events and payloads; `onProgress` hears how many people are in. */
export async function loadEvents(
  owner: Database,
  plans: readonly CountyPlan[],
  onProgress: (people: number) => void,
): Promise<Loaded> {
  const scope = { counties: [], department: "public-security" } as const;
  // COPY and row security do not go together; the tables get it back below.
  await alterSecurity(owner, "NO FORCE");
  const loaded = { people: 0, events: 0 };
  await owner.inTransaction(scope, (events) =>
    owner.inTransaction(scope, async (payloads) => {
      let sending: Promise<unknown> = Promise.resolve();
      for (const batch of batchesOf(plans)) {
        await sending;
        sending = send(events, payloads, batch);
        loaded.people += batch.people;
        loaded.events += batch.events.length;
        onProgress(loaded.people);
      }
      await sending;
    }),
  );
  await alterSecurity(owner, "FORCE");
  await owner.pool.query("VACUUM ANALYZE register_event, register_payload");
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

function* batchesOf(plans: readonly CountyPlan[]): Generator<Batch> {
  const keys = countingKeys();
  let batch: Batch = { events: [], payloads: [], people: 0 };
  for (const plan of plans) {
    for (const { event, payload, people } of chainOf(plan, keys)) {
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

/** One county's events, a millisecond after each other. */
function* chainOf(plan: CountyPlan, keys: Keys) {
  const { county, opened } = plan;
  const actor = { account: clerk.subject, name: clerk.name["zh-CN"] };
  const began = Date.parse(`${opened}T01:30:00Z`);
  let prev = genesisOf(county);
  let seq = 0;
  for (const { event } of listFoundings(plan, keys)) {
    seq += 1;
    const at = new Date(began + seq);
    const recorded = at.toISOString();
    const [id, act] = [uuidAt(at, randomBytes), uuidAt(at, randomBytes)];
    const salt = randomBytes(saltBytes);
    const payload = writeRecorded({ recorded, actor, approver: null, act, event });
    const digest = digestOf(salt, payload);
    const hash = linkOf(prev, county, seq, id, digest);
    const { account, name } = actor;
    const { type, on } = event;
    yield {
      event: [
        county,
        seq,
        id,
        type,
        eventVersion,
        on,
        recorded,
        account,
        name,
        act,
        digest,
        prev,
        hash,
      ],
      payload: [county, id, salt, payload],
      people: "arrivals" in event ? event.arrivals.length : 0,
    };
    prev = hash;
  }
}
