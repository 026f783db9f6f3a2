import type { Transaction } from "../platform/postgres/index.ts";
import { type Casework, getService, termsOf } from "./casework.ts";
import type { Action, Step } from "./domain/action.ts";
import { apply } from "./domain/apply.ts";
import { type Case, openReview } from "./domain/case.ts";
import { urgency } from "./domain/deadlines.ts";
import type { Terms } from "./domain/declaration.ts";
import { refusalTexts } from "./domain/refusal.ts";
import type { Text } from "../policy/index.ts";
import {
  type CaseIndex,
  type CasePerson,
  insertActions,
  type NewAction,
  replacePeople,
  updateCase,
} from "./store/cases.ts";
import { insertReceipt, type StepReceipt } from "./store/receipts.ts";
import { type Signed, type StoredCase, versionSeen } from "./stored-case.ts";

/** Why something cannot be done, in both languages. */
export type Ground = {
  readonly code: string;
  readonly clause: string | null;
  readonly text: Text;
};

/** How a request is known again when it comes twice. */
export type Sent = { readonly key: string; readonly digest: Buffer };

export type Tried =
  | { readonly ok: true; readonly actions: readonly Action[]; readonly state: Case }
  | { readonly ok: false; readonly reasons: readonly Ground[] };

/** What steps one after the other would make of a case. */
export function trySteps(
  before: Case,
  steps: readonly Step[],
  signed: Signed,
  today: string,
  terms: Terms,
): Tried {
  let state = before;
  const actions: Action[] = [];
  for (const step of steps) {
    const applied = apply(state, { on: today, by: signed.actor, step }, terms);
    if (!applied.ok) {
      const { code, clause } = applied.refusal;
      return { ok: false, reasons: [{ code, clause, text: refusalTexts[code].text }] };
    }
    state = applied.case;
    actions.push(...applied.added);
  }
  return { ok: true, actions, state };
}

export type Saving = {
  readonly sent: Sent;
  readonly signed: Signed;
  readonly today: string;
  /** Whom the case is about, where a step says so anew. */
  readonly people?: readonly CasePerson[];
  /** The one who may see the actions that are somebody's own. */
  readonly onlyFor: number;
};

const alone: ReadonlySet<Step["do"]> = new Set(["consent", "ask-review", "rate"]);

/** Writes actions after those that a locked case has, what queues sort by, and the receipt. */
export async function saveActions(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  tried: Extract<Tried, { ok: true }>,
  { sent, signed, today, people, onlyFor }: Saving,
): Promise<StepReceipt> {
  const { row } = stored;
  const { county, case: key } = row;
  const at = casework.register.clock().toISOString();
  const terms = termsOf(casework, getService(casework, row.service));
  const added = tried.actions.map((action): NewAction => ({
    action,
    account: action.by.kind === "clock" ? null : signed.account,
    onlyFor: alone.has(action.step.do) ? onlyFor : null,
  }));
  await insertActions(tx, row, added, at);
  if (people !== undefined) await replacePeople(tx, county, key, people);
  await updateCase(tx, county, key, indexOf(tried.state, terms, today));
  const seen = versionSeen(row.service, [...stored.actions, ...tried.actions], signed.actor, today);
  const receipt = { county, case: key, version: seen, stage: tried.state.stage };
  const { account } = signed;
  await insertReceipt(tx, sent.key, { ...receipt, account, digest: sent.digest }, at);
  return receipt;
}

/** What queues sort and filter by. */
export function indexOf(state: Case, terms: Terms, today: string): CaseIndex {
  const { version, stage, handler, submitted, decisions, application } = state;
  const due = urgency(state, terms, today);
  return {
    version,
    stage,
    people: application?.people.length ?? 0,
    handler,
    submitted,
    decided: decisions[0]?.on ?? null,
    due: due === "none" ? null : due,
    against: decisions.some(({ against }) => against !== null),
    reversed: decisions.some(({ from }) => from === "review"),
    inReview: openReview(state) !== undefined,
  };
}
