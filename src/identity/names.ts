import type { Database } from "../platform/postgres/index.ts";
import { noScope } from "./sessions.ts";
import { listColleagues, listNames, listStaff } from "./store/account.ts";

/** The names of accounts as their identity provider gave them; those without one are left out. */
export async function findNames(
  database: Database,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await database.inTransaction(noScope, (tx) => tx.runLast(listNames, [accounts]));
  return new Map(found.map(({ account, name }) => [account, name]));
}

/** Those of accounts, as text, that were ever appointed to a window or to approve there. */
export async function findStaff(
  database: Database,
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await database.inTransaction(noScope, (tx) => tx.run(listStaff, [accounts]));
  return new Set(found.map(({ account }) => account));
}

/** Someone appointed to an office. */
export type Colleague = {
  readonly account: string;
  readonly name: string;
  readonly role: "window-clerk" | "approver";
};

/** Who works at windows of a county, and approves there, on a day; those who never signed in have no name yet. */
export const findColleagues = (
  database: Database,
  county: number,
  on: string,
): Promise<readonly Colleague[]> =>
  database.inTransaction(noScope, (tx) => tx.run(listColleagues, [county, on]));
