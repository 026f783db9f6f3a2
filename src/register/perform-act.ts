import type { Transaction } from "../platform/postgres/index.ts";
import { digestOfAct, findEarlier } from "./earlier-act.ts";
import type { Act } from "./domain/act.ts";
import { type Remark, remark } from "./domain/remark.ts";
import type { County } from "./domain/shapes.ts";
import { type Examined, examineAct } from "./examine-act.ts";
import { type Receipt, recordEvents } from "./record-events.ts";
import type { Signatory } from "./recorded.ts";
import type { Register } from "./register.ts";
import { clashOf } from "./store/clash.ts";
import { findProposalByKey, insertProposal, type StoredProposal } from "./store/proposals.ts";
import { type Changed, changesSince, type Versions, writeVersions } from "./versions.ts";
import { uuidAt } from "./uuid.ts";

/** An act as a clerk sends it. */
export type ActRequest = {
  readonly county: County;
  readonly act: Act;
  /** Chosen by the clerk's page: an act sent twice is done once. */
  readonly key: string;
  readonly seen: Versions;
  readonly actor: Signatory;
};

export type ActOutcome =
  | { readonly kind: "done"; readonly receipt: Receipt }
  | { readonly kind: "proposed"; readonly proposal: StoredProposal }
  | {
      readonly kind: "refused";
      readonly refusals: readonly Remark[];
      readonly warnings: readonly Remark[];
    }
  /** What the clerk saw is no longer so. */
  | { readonly kind: "stale"; readonly changed: readonly Changed[] }
  /** The key belongs to another act. */
  | { readonly kind: "key-taken" };

/** Does an act, or proposes it where a second person has to approve. The same request gives the same answer. */
export async function performAct(register: Register, request: ActRequest): Promise<ActOutcome> {
  const digest = digestOfAct(request.act);
  const outcome = await untilClear(() => tryAct(register, request, digest));
  if (outcome.kind === "done" || outcome.kind === "proposed") return outcome;
  // It may have been done already, so that it cannot be done any more.
  return (await findEarlier(register, request, digest)) ?? outcome;
}

async function tryAct(
  register: Register,
  request: ActRequest,
  digest: Buffer,
): Promise<ActOutcome> {
  const { county, act, key, seen, actor } = request;
  const now = register.clock();
  return examineAct(register, county, act, now, async (tx, examined): Promise<ActOutcome> => {
    const { verdict, versions, fourEyes, papers } = examined;
    const changed = changesSince(seen, versions);
    if (changed.length > 0) return { kind: "stale", changed };
    if (!verdict.ok) return { kind: "refused", ...verdict };
    if (fourEyes !== undefined) return propose(tx, register, request, digest, examined, now);
    const who = { actor, approver: null };
    const recording = { county, key, ...who, digest, now, isLast: true, papers };
    return { kind: "done", receipt: await recordEvents(tx, register, verdict.events, recording) };
  });
}

async function propose(
  tx: Transaction,
  { random }: Register,
  { county, act, key, seen, actor }: ActRequest,
  digest: Buffer,
  { view }: Examined,
  now: Date,
): Promise<ActOutcome> {
  const earlier = await findProposalByKey(tx, county, key);
  if (earlier !== undefined) return { kind: "key-taken" };
  const proposal = await insertProposal(tx, {
    county,
    proposal: uuidAt(now, random),
    key,
    digest,
    act,
    ifMatch: writeVersions(seen),
    people: view.people.map(({ person }) => person),
    proposer: actor,
    proposed: now.toISOString(),
  });
  return { kind: "proposed", proposal };
}

/** What one of two acts at once ends in. */
type Lost = Extract<ActOutcome, { readonly kind: "key-taken" | "refused" }>;

/** Constraints hold what two acts at once may break: the second try sees what the first one could not. */
export async function untilClear<T>(work: () => Promise<T>): Promise<T | Lost> {
  try {
    return await work();
  } catch (error) {
    const clash = clashOf(error);
    if (clash === undefined) throw error;
    // Sent twice at the same time: the other one was quicker.
    if (clash === "act_receipt_pkey" || clash === "proposal_county_act_key_key") {
      return { kind: "key-taken" };
    }
  }
  try {
    return await work();
  } catch (error) {
    const code = codes.get(clashOf(error) ?? "");
    if (code === undefined) throw error;
    return { kind: "refused", refusals: [remark(code, null)], warnings: [] };
  }
}

const codes: ReadonlyMap<string, Remark["code"]> = new Map([
  ["identity_number_pkey", "id-number-taken"],
  ["registration_one_county", "already-registered"],
  ["membership_one_household", "already-registered"],
  ["membership_one_head", "two-heads"],
]);
