import type { Transaction } from "../platform/postgres/index.ts";
import { uuidAt } from "../register/index.ts";
import type { Casework } from "./casework.ts";
import type { Action } from "./domain/action.ts";
import type { Case } from "./domain/case.ts";
import { fold } from "./domain/reduce.ts";
import type { Actor } from "./domain/shapes.ts";
import { residentView, staffView } from "./domain/view.ts";
import { type CaseRow, findCase, listActions } from "./store/cases.ts";

/** A case with all its actions. */
export type StoredCase = {
  readonly row: CaseRow;
  readonly actions: readonly Action[];
  readonly state: Case;
};

/** A case as it is now; undefined where there is none, or where it was erased. */
export async function loadCase(
  tx: Transaction,
  county: number,
  key: string,
  locked = false,
): Promise<StoredCase | undefined> {
  const row = await findCase(tx, county, key, locked);
  if (row === undefined) return undefined;
  const stored = await listActions(tx, county, key);
  if (stored.length < row.version) return undefined;
  const actions = stored.map(({ payload }) => payload);
  return { row, actions, state: fold(row.service, actions) };
}

/** Someone who acts, signed in. */
export type Signed = {
  readonly actor: Exclude<Actor, { readonly kind: "clock" }>;
  readonly account: string;
  /** As shown to others. */
  readonly name: string;
  /** The register's person behind a resident. */
  readonly person: number | null;
};

/** The version of a case as somebody sees it: it counts only what they may see. */
export function versionSeen(service: string, actions: readonly Action[], actor: Actor, on: string) {
  return actor.kind === "resident"
    ? residentView(service, actions, actor.citizen).case.version
    : staffView(service, actions, on).case.version;
}

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A new case's key, and the number that people call it by: the day and six letters of chance. */
export function newCaseKey({ register }: Casework, today: string) {
  const chance = [...register.random(6)].map((byte) => letters[byte % letters.length]).join("");
  return {
    key: uuidAt(register.clock(), register.random),
    reference: `${today.replaceAll("-", "")}-${chance}`,
  };
}
