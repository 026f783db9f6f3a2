// Whether the answers are right: pages, cases and the register against what was made.
import type { z } from "zod";
import { deskCase, queuePage } from "../../src/casework/desk/contract.ts";
import { chanceOf } from "../../src/demo-data/chance.ts";
import { verifyExchange } from "../../src/exchange/index.ts";
import { verifyRegister } from "../../src/register/index.ts";
import { soundOf } from "../../src/standards/index.ts";
import type { Client } from "../shared/clients.ts";
import type { Installation } from "../shared/installation.ts";
import { seconds } from "../shared/report.ts";
import { expectedPage, type Filter, pathOf } from "./filters.ts";
import type { MadeCase } from "./made-cases.ts";
import { askFor } from "./requests.ts";

/** @throws where two values differ */
function same(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a}, where ${b} should be`);
}

/** Pages of the queue before anything is decided, the second of each as well. */
export async function checkQueue(
  ask: Client,
  cases: readonly MadeCase[],
  filters: readonly Filter[],
  today: string,
): Promise<string> {
  const county = cases[0]?.row.county ?? 0;
  for (const filter of filters) {
    let page: Filter = filter;
    for (const place of [1, 2]) {
      const answer = await ask({ method: "GET", path: pathOf(county, page), expects: 200 });
      const { cases: shown, next } = queuePage.parse(JSON.parse(answer.toString("utf8")));
      same(
        `page ${place} of ${JSON.stringify(filter)}`,
        shown.map((each) => each.case),
        expectedPage(cases, page, today),
      );
      if (next === null) break;
      page = { ...filter, after: next };
    }
  }
  return `queue: ${filters.length} filters give the pages that they should`;
}

/** So many cases as the page shows them, advice included. */
export async function checkCases(
  ask: Client,
  cases: readonly MadeCase[],
  count: number,
): Promise<string> {
  const chance = chanceOf(21);
  for (let place = 0; place < count; place++) {
    const made = chance.pick(cases);
    const answer = await ask(askFor(made));
    const shown = deskCase.parse(JSON.parse(answer.toString("utf8")));
    same(made.row.reference, contentOf(shown), wantedOf(made));
  }
  return `cases: ${count} say what was put into them, and what the rules say to it`;
}

const contentOf = (shown: z.infer<typeof deskCase>) => ({
  case: shown.case,
  reference: shown.reference,
  version: shown.version,
  handler: shown.handler?.account ?? null,
  people: shown.people.map(({ name, person, willing }) => ({ name, person, willing })),
  outcome: shown.advice?.outcome,
  completable: shown.completable,
  decisions: shown.decisions.map(({ granted }) => granted),
});

function wantedOf({ row, version, family, willing, ground, course: { state } }: MadeCase) {
  const { decisions, proposal } = state;
  const isOpen = ["submitted", "accepted", "checked"].includes(row.stage);
  return {
    case: row.case,
    reference: row.reference,
    version,
    handler: row.handler,
    people: family.members.map(({ name, person }, member) => ({
      name,
      person,
      willing: willing.includes(member),
    })),
    outcome: ground.outcome,
    completable: row.stage === "granted" || (isOpen && ground.outcome === "granted"),
    decisions: [...decisions, ...(proposal === null ? [] : [proposal])].map(
      ({ granted }) => granted,
    ),
  };
}

type Lives = { readonly person: number; readonly relation: number; readonly address: string };

/** Everyone of every decided case lives in the new home, and nowhere else. */
export async function checkEffects(
  { owner }: Installation,
  decided: readonly MadeCase[],
): Promise<string> {
  const people = decided.flatMap(({ family }) => family.members.map(({ person }) => person));
  const county = decided[0]?.row.county ?? 0;
  const { rows } = await owner.pool.query<Lives>(
    `SELECT m.person_id AS person, m.relation, d.address
     FROM registration g JOIN membership m ON m.person_id = g.person_id AND upper_inf(m.during)
       LEFT JOIN residence r ON r.county = m.county AND r.household_id = m.household_id AND upper_inf(r.during)
       LEFT JOIN dwelling d ON d.county = r.county AND d.dwelling_id = r.dwelling_id
     WHERE g.person_id = ANY ($1) AND g.county = $2 AND upper_inf(g.during)`,
    [people, county],
  );
  const found = new Map(rows.map((row) => [row.person, row]));
  same("people registered", rows.length, people.length);
  for (const { family, address, row } of decided) {
    for (const [member, { person }] of family.members.entries()) {
      const lives = found.get(person);
      same(
        `${row.reference}, ${member}`,
        [lives?.address, lives?.relation === 2],
        [address, member === 0],
      );
    }
  }
  const stages = await owner.pool.query<{ readonly effected: number; readonly receipts: number }>(
    `SELECT (SELECT count(*) FROM case_file WHERE stage = 'effected') AS effected,
       (SELECT count(*) FROM act_receipt) AS receipts`,
  );
  same("decided and registered", stages.rows[0], {
    effected: decided.length,
    receipts: decided.length,
  });
  return `effects: ${people.length} people of ${decided.length} cases live where they should`;
}

/** Every look at a case was written down. */
export async function checkLooks({ owner }: Installation, looks: number): Promise<string> {
  const { rows } = await owner.pool.query<{ readonly count: number }>(
    `SELECT count(DISTINCT look_up_id) AS count FROM look_up WHERE kind = 'case'`,
  );
  same("looks at cases", rows[0]?.count, looks);
  return `looks: all ${looks} are written down`;
}

/** As `luohu verify`. @throws where it finds a fault */
export async function checkChains({ database, keys }: Installation): Promise<string> {
  const began = performance.now();
  const { faults, counties } = await verifyRegister({ database, keys, soundOf });
  const exchange = await verifyExchange({ database, keys });
  const all = [...faults, ...exchange.flatMap((each) => each.faults)];
  if (all.length > 0) throw new Error(`${all.length} faults, first ${JSON.stringify(all[0])}`);
  const events = counties.reduce((sum, each) => sum + each.events, 0);
  const entries = exchange.reduce((sum, each) => sum + each.entries, 0);
  const took = seconds(performance.now() - began);
  return `verified: ${events} events, ${entries} entries of the exchange, no fault, in ${took}`;
}
