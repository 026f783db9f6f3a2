import { afterAll, inject } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import type { Addresses } from "./server.ts";

/** A migrated, empty database of one test file. */
export type TestDatabase = Addresses & {
  /** As the program: luohu_app, bound by row-level security. */
  readonly database: Database;
  /** As luohu_owner, who owns the schema: to lay out what a test needs. */
  readonly owner: Database;
};

/**
 * A fresh copy of the migrated schema, dropped after the file's tests:
 * `const { database } = await useDatabase();` at the top of a test file.
 */
export async function useDatabase(): Promise<TestDatabase> {
  const server = inject("databases");
  const response = await fetch(server, { method: "POST" });
  const text = await response.text();
  if (!response.ok) throw new Error(`no database for this test: ${text}`);
  const addresses = JSON.parse(text) as Addresses;
  const database = openDatabase(addresses.appUrl);
  const owner = openDatabase(addresses.ownerUrl, { size: 3 });
  afterAll(async () => {
    await Promise.all([database.close(), owner.close()]);
    await fetch(server, { method: "DELETE", body: text });
  });
  return { ...addresses, database, owner };
}
