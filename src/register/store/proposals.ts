import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Act } from "../domain/act.ts";
import type { County, PersonId } from "../domain/shapes.ts";
import type { Signatory } from "../recorded.ts";

export type ProposalState = "waiting" | "approved" | "rejected" | "withdrawn";

/** An act that waits for a second person, or that one has decided. */
export type StoredProposal = {
  readonly county: County;
  readonly proposal: string;
  readonly key: string;
  /** Of the act as sent. */
  readonly digest: Buffer;
  readonly act: Act;
  readonly ifMatch: string;
  /** Whom the act names, touched or made. */
  readonly people: readonly PersonId[];
  readonly proposer: Signatory;
  readonly proposed: string;
  readonly state: ProposalState;
  readonly decider: Signatory | null;
  readonly decided: string | null;
  readonly reason: string | null;
};

const columns = `county, proposal_id AS proposal, act_key AS key, request_digest AS digest, act, if_match AS "ifMatch", people,
  json_build_object('account', proposed_by, 'name', proposed_by_name) AS proposer, proposed, state,
  CASE WHEN decided_by IS NOT NULL
    THEN json_build_object('account', decided_by, 'name', decided_by_name) END AS decider, decided, reason`;

const insert = statement<StoredProposal>(
  "register-insert-proposal",
  `INSERT INTO proposal (county, proposal_id, act_key, request_digest, act, if_match, people,
     proposed_by, proposed_by_name, proposed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   RETURNING ${columns}`,
);

type NewProposal = Omit<StoredProposal, "state" | "decider" | "decided" | "reason">;

export async function insertProposal(
  tx: Transaction,
  { county, proposal, key, digest, act, ifMatch, people, proposer, proposed }: NewProposal,
): Promise<StoredProposal> {
  const [row] = await tx.run(insert, [
    county,
    proposal,
    key,
    digest,
    JSON.stringify(act),
    ifMatch,
    people,
    proposer.account,
    proposer.name,
    proposed,
  ]);
  if (row === undefined) throw new Error("an insert returns its row");
  return row;
}

const byKey = statement<StoredProposal>(
  "register-find-proposal-by-key",
  `SELECT ${columns} FROM proposal WHERE county = $1 AND act_key = $2`,
);

export async function findProposalByKey(
  tx: Transaction,
  county: County,
  key: string,
): Promise<StoredProposal | undefined> {
  const [row] = await tx.run(byKey, [county, key]);
  return row;
}

const byId = statement<StoredProposal>(
  "register-find-proposal",
  `SELECT ${columns} FROM proposal WHERE county = $1 AND proposal_id = $2`,
);

export async function findProposal(
  tx: Transaction,
  county: County,
  proposal: string,
): Promise<StoredProposal | undefined> {
  const [row] = await tx.run(byId, [county, proposal]);
  return row;
}

const list = statement<StoredProposal>(
  "register-list-proposals",
  `SELECT ${columns} FROM proposal WHERE county = $1 AND state = $2
   ORDER BY CASE WHEN state = 'waiting' THEN proposed END, proposed DESC LIMIT $3`,
);

/** Those that wait, oldest first; others, newest first. */
export async function listProposals(
  tx: Transaction,
  county: County,
  state: ProposalState,
  atMost: number,
): Promise<readonly StoredProposal[]> {
  return tx.run(list, [county, state, atMost]);
}

const settle = statement<StoredProposal>(
  "register-decide-proposal",
  `UPDATE proposal SET state = $3, decided_by = $4, decided_by_name = $5, decided = $6, reason = $7,
     people = people || $8::bigint[]
   WHERE county = $1 AND proposal_id = $2 AND state = 'waiting'
   RETURNING ${columns}`,
);

type Decision = {
  readonly state: ProposalState;
  readonly decider: Signatory;
  readonly decided: string;
  readonly reason: string;
  /** Whom the act made or touched. */
  readonly people: readonly PersonId[];
};

/** Undefined where it does not wait any more. */
export async function decideProposal(
  tx: Transaction,
  county: County,
  proposal: string,
  { state, decider, decided, reason, people }: Decision,
): Promise<StoredProposal | undefined> {
  const [row] = await tx.run(settle, [
    county,
    proposal,
    state,
    decider.account,
    decider.name,
    decided,
    reason,
    people,
  ]);
  return row;
}
