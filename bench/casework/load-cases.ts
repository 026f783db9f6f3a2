// Cases with their actions, people, receipts, and what departments were asked and said, by COPY.
import { randomBytes, randomUUID } from "node:crypto";
import type { Action } from "../../src/casework/domain/action.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import { type Batch, copyTables, type Row } from "../shared/copy-tables.ts";
import { seconds } from "../shared/report.ts";
import { atIntervals, type Tell } from "../shared/run.ts";
import { type Exchanged, openExchangeLog } from "./exchanged.ts";
import type { MadeCase } from "./made-cases.ts";

const columns = {
  case_file: [
    "county",
    "case_id",
    "reference",
    "service",
    "person_id",
    "people",
    "opened",
    "stage",
    "version",
    "handler",
    "submitted",
    "decided",
    "due",
    "against",
    "reversed",
    "in_review",
  ],
  case_action: ["county", "case_id", "seq", "at", "on_day", "type", "actor", "account", "only_for"],
  case_payload: ["county", "case_id", "seq", "payload"],
  case_person: ["county", "case_id", "person_id", "role"],
  case_receipt: ["county", "step_key", "account", "digest", "case_id", "version", "stage", "at"],
  exchange_request: [
    "county",
    "request_id",
    "case_reference",
    "person_id",
    "department",
    "service",
    "place_county",
    "place_kind",
    "on_day",
    "purpose",
    "basis",
    "records",
    "actor",
    "actor_name",
    "asked",
    "state",
    "attempts",
    "next_attempt",
    "settled",
  ],
  exchange_payload: ["county", "request_id", "part", "payload"],
  exchange_log: [
    "county",
    "seq",
    "entry_id",
    "request_id",
    "at",
    "kind",
    "department",
    "digest",
    "prev_hash",
    "hash",
  ],
  exchange_head: ["county", "seq", "prev_hash", "hash"],
} as const;

type Rows = { -readonly [Table in keyof typeof columns]: Row[] };

const batchSize = 1000;

/** Loads the cases and gives them back. */
export async function loadCases(
  owner: Database,
  cases: Iterable<MadeCase>,
  exchanged: Exchanged,
  tell: Tell,
): Promise<readonly MadeCase[]> {
  const began = performance.now();
  const made: MadeCase[] = [];
  const everyNow = atIntervals(tell);
  let actions = 0;
  function* batches(): Generator<Batch<typeof columns>> {
    const log = openExchangeLog(exchanged);
    let rows = noRows();
    for (const each of cases) {
      made.push(each);
      actions += each.course.actions.length;
      addCase(rows, each);
      if (each.isAsked) log.add(rows, each);
      everyNow(() => `${made.length} cases`);
      if (made.length % batchSize > 0) continue;
      yield rows;
      rows = noRows();
    }
    rows.exchange_head.push(log.head());
    yield rows;
  }
  await copyTables(owner, columns, batches());
  console.log(
    `loaded: ${made.length} cases with ${actions} actions in ${seconds(performance.now() - began)}`,
  );
  return made;
}

const noRows = (): Rows => ({
  case_file: [],
  case_action: [],
  case_payload: [],
  case_person: [],
  case_receipt: [],
  exchange_request: [],
  exchange_payload: [],
  exchange_log: [],
  exchange_head: [],
});

function addCase(rows: Rows, { row, course, family }: MadeCase): void {
  const { county, case: key } = row;
  rows.case_file.push([
    county,
    key,
    row.reference,
    row.service,
    row.person,
    row.people,
    row.opened,
    row.stage,
    row.version,
    row.handler,
    row.submitted,
    row.decided,
    row.due,
    row.against,
    row.reversed,
    row.inReview,
  ]);
  const account = randomUUID();
  for (const [place, action] of course.actions.entries()) {
    const seq = place + 1;
    const { on, by, step } = action;
    const at = `${on}T02:00:0${place % 10}.000Z`;
    const who = by.kind === "clock" ? null : by.kind === "staff" ? by.subject : account;
    const { do: type } = step;
    rows.case_action.push([county, key, seq, at, on, type, by.kind, who, onlyFor(action, family)]);
    rows.case_payload.push([county, key, seq, JSON.stringify(action)]);
    const receipt = [county, randomUUID(), who ?? account, randomBytes(32), key, seq];
    rows.case_receipt.push([...receipt, row.stage, at]);
  }
  for (const [member, { person }] of family.members.entries())
    rows.case_person.push([county, key, person, member === 0 ? "applicant" : "member"]);
}

/** Whose own word an action is. */
function onlyFor({ by, step }: Action, { members }: MadeCase["family"]): number | null {
  if (step.do !== "consent" || by.kind !== "resident") return null;
  return members.find(({ idNumber }) => idNumber === by.citizen)?.person ?? null;
}
