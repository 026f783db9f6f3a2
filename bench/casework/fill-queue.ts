import { randomUUID } from "node:crypto";
import type { Casework } from "../../src/casework/casework.ts";
import { approver, clerk, sampleDistrict } from "../../src/demo-data/index.ts";
import { minimalRequests } from "../../src/exchange/domain/minimal-request.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import type { Installation } from "../shared/installation.ts";
import type { Tell } from "../shared/run.ts";
import { listFamilies } from "./families.ts";
import { loadCases } from "./load-cases.ts";
import { type MadeCase, makeCases } from "./made-cases.ts";

export type Wanted = {
  readonly count: number;
  /** Share of the cases in which departments were asked. */
  readonly asked: number;
  readonly today: string;
};

export type Queue = {
  readonly cases: readonly MadeCase[];
  /** Account of the clerk who asks. */
  readonly me: string;
};

/** Everyone who works in the county, besides the clerk who asks. */
const colleagues = 39;

/** Fills the queue of the sample district with families of the other counties. */
export async function fillQueue(
  { owner }: Installation,
  casework: Casework,
  { count, asked, today }: Wanted,
  tell: Tell,
): Promise<Queue> {
  const county = sampleDistrict;
  const families = await listFamilies(owner, county, today);
  if (families.length < count) throw new Error(`${families.length} families are too few`);
  const place = { county: String(county), kind: "town" };
  const matter = { service: "settlement", place, on: today };
  const requests = minimalRequests(casework.exchange.pack, matter);
  if (!requests.ok) throw new Error(JSON.stringify(requests.problems));
  const me = await accountOf(owner, clerk.subject);
  const office = {
    casework,
    county,
    today,
    asked,
    kinds: requests.value.flatMap(({ records }) => records.map(({ kind }) => kind)),
    clerks: [me, ...Array.from({ length: colleagues }, () => randomUUID())],
    approvers: [await accountOf(owner, approver.subject)],
  };
  const made = makeCases(office, families.slice(0, count));
  const exchanged = { county, today, requests: requests.value };
  return { cases: await loadCases(owner, made, exchanged, tell), me };
}

async function accountOf(owner: Database, subject: string): Promise<string> {
  const { rows } = await owner.pool.query<{ readonly account: string }>(
    "SELECT account_id AS account FROM account WHERE subject = $1",
    [subject],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`${subject} has no account`);
  return found.account;
}
