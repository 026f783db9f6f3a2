import type { Database } from "../platform/postgres/index.ts";
import { noScope } from "./sessions.ts";
import { listNames } from "./store/account.ts";

/** The names of accounts as their identity provider gave them; those without one are left out. */
export async function findNames(
  database: Database,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await database.inTransaction(noScope, (tx) => tx.run(listNames, [accounts]));
  return new Map(found.map(({ account, name }) => [account, name]));
}
