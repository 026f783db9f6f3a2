import type { z } from "zod";
import type { listedProposal, proposal } from "./contract.ts";
import { findEarlier } from "./earlier-act.ts";
import { touched } from "./domain/touched.ts";
import type { County } from "./domain/shapes.ts";
import { examineAct } from "./examine-act.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { type ActOutcome, untilClear } from "./perform-act.ts";
import { recordEvents } from "./record-events.ts";
import type { Signatory } from "./recorded.ts";
import { type Register, scopeOf } from "./register.ts";
import {
  decideProposal,
  findProposal,
  listProposals,
  type ProposalState,
  type StoredProposal,
} from "./store/proposals.ts";
import { changesSince, readVersions } from "./versions.ts";

type ListedProposal = z.infer<typeof listedProposal>;
type Proposal = z.infer<typeof proposal>;

const mostShown = 200;

/** Proposals of a county in one state: those that wait, the oldest first. Nobody is looked at. */
export async function viewProposals(
  { database }: Register,
  county: County,
  state: ProposalState,
  asker: Asker,
): Promise<ListedProposal[]> {
  const found = await database.inTransaction(scopeOf([county]), (tx) =>
    listProposals(tx, county, state, mostShown),
  );
  return found.map((each) => listedFor(each, asker));
}

/** A proposal with what it says; a look at everyone whom the act touches. */
export async function viewProposal(
  register: Register,
  county: County,
  proposal: string,
  asker: Asker,
  looker: Looker,
): Promise<Proposal | undefined> {
  const found = await readProposal(register, { county, proposal });
  if (found === undefined) return undefined;
  return examineAct(register, county, found.act, register.clock(), async (tx, { view }) => {
    const made = found.people.filter((key) => !view.people.some(({ person }) => person === key));
    const seen = [...view.people, ...made.map((person) => ({ county, person }))];
    await noteLookUp(tx, register, looker, "act", county, seen);
    return shownProposal(found, asker);
  });
}

/** Who asks, and whether their role approves at all. */
export type Asker = { readonly account: string; readonly approves: boolean };

export function listedFor(
  { county, proposal, act, proposer, proposed, state, decider, decided }: StoredProposal,
  { account, approves }: Asker,
): ListedProposal {
  const own = proposer.account === account;
  return {
    county,
    proposal,
    kind: act.act,
    clause: act.ground.clause,
    person: "person" in act ? act.person : null,
    proposedBy: proposer.name,
    proposed,
    state,
    decidedBy: decider?.name ?? null,
    decided,
    own,
    decidable: approves && state === "waiting" && !own,
  };
}

export function shownProposal(stored: StoredProposal, asker: Asker): Proposal {
  const { act, reason } = stored;
  return { ...listedFor(stored, asker), act, reason };
}

export type VerdictRequest = {
  readonly county: County;
  readonly proposal: string;
  readonly verdict: "approve" | "reject";
  readonly reason: string;
  readonly actor: Signatory;
};

export type VerdictOutcome =
  | Exclude<ActOutcome, { readonly kind: "proposed" }>
  | { readonly kind: "rejected"; readonly proposal: StoredProposal }
  | { readonly kind: "unknown" }
  /** It is the asker's own: that would be two eyes. */
  | { readonly kind: "own" }
  /** It does not wait any more. */
  | { readonly kind: "decided" };

/**
 * A second person approves, and the act is done as of now; or rejects it. The same verdict of the same person gives
 * the same answer, as when the first answer was lost on the way.
 */
export async function decideOnProposal(
  register: Register,
  request: VerdictRequest,
): Promise<VerdictOutcome> {
  const outcome = await tryVerdict(register, request);
  const { kind } = outcome;
  if (kind !== "decided" && kind !== "stale" && kind !== "refused") return outcome;
  return (await findVerdict(register, request)) ?? outcome;
}

async function tryVerdict(register: Register, request: VerdictRequest): Promise<VerdictOutcome> {
  const { county, verdict, reason, actor } = request;
  const now = register.clock();
  const waiting = await readProposal(register, request);
  if (waiting === undefined) return { kind: "unknown" };
  if (waiting.proposer.account === actor.account) return { kind: "own" };
  if (waiting.state !== "waiting") return { kind: "decided" };
  if (verdict === "approve") return approve(register, waiting, reason, actor);
  const rejected = await register.database.inTransaction(scopeOf([county]), (tx) =>
    decideProposal(tx, county, waiting.proposal, {
      state: "rejected",
      decider: actor,
      decided: now.toISOString(),
      reason,
      people: [],
    }),
  );
  return rejected === undefined ? { kind: "decided" } : { kind: "rejected", proposal: rejected };
}

/** What became of it if it was decided; undefined while it waits. */
async function findVerdict(
  register: Register,
  request: VerdictRequest,
): Promise<VerdictOutcome | undefined> {
  const { county, verdict, actor } = request;
  const found = await readProposal(register, request);
  if (found === undefined || found.state === "waiting") return undefined;
  const isOwn = found.decider?.account === actor.account;
  if (isOwn && verdict === "reject" && found.state === "rejected") {
    return { kind: "rejected", proposal: found };
  }
  if (isOwn && verdict === "approve" && found.state === "approved") {
    const { key, proposer, digest } = found;
    const earlier = await findEarlier(register, { county, key, actor: proposer }, digest);
    if (earlier?.kind === "done") return earlier;
  }
  return { kind: "decided" };
}

const readProposal = (
  { database }: Register,
  { county, proposal }: Pick<VerdictRequest, "county" | "proposal">,
): Promise<StoredProposal | undefined> =>
  database.inTransaction(scopeOf([county]), (tx) => findProposal(tx, county, proposal));

async function approve(
  register: Register,
  { county, proposal: id, act, key, digest, ifMatch, proposer }: StoredProposal,
  reason: string,
  approver: Signatory,
): Promise<VerdictOutcome> {
  const seen = readVersions(ifMatch) ?? new Map<string, number>();
  const now = register.clock();
  return untilClear(() =>
    examineAct(register, county, act, now, async (tx, { versions, verdict, papers }) => {
      const changed = changesSince(seen, versions);
      if (changed.length > 0) return { kind: "stale", changed };
      if (!verdict.ok) return { kind: "refused", ...verdict };
      const decided = await decideProposal(tx, county, id, {
        state: "approved",
        decider: approver,
        decided: now.toISOString(),
        reason,
        people: verdict.events.flatMap(({ event }) => touched(event).people),
      });
      if (decided === undefined) return { kind: "decided" };
      const who = { actor: proposer, approver };
      const recording = { county, key, ...who, digest, now, isLast: true, papers };
      return { kind: "done", receipt: await recordEvents(tx, register, verdict.events, recording) };
    }),
  );
}
