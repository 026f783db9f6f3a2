import { afterAll, describe, inject, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { findDebianPrograms } from "./debian.ts";
import type { ServerName } from "./global-setup.ts";
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
 * It is on the server that comes with Luohu, or on TEST_DATABASE_URL's.
 */
export async function useDatabase(
  server: ServerName = process.env["TEST_DATABASE_URL"] === undefined ? "bundled" : "outside",
): Promise<TestDatabase> {
  const door = `${inject("databases")}/${server}`;
  const response = await fetch(door, { method: "POST" });
  const text = await response.text();
  if (!response.ok) throw new Error(`no database for this test: ${text}`);
  const addresses = JSON.parse(text) as Addresses;
  const database = openDatabase(addresses.appUrl);
  const owner = openDatabase(addresses.ownerUrl, { size: 3 });
  afterAll(async () => {
    await Promise.all([database.close(), owner.close()]);
    await fetch(door, { method: "DELETE", body: text });
  });
  return { ...addresses, database, owner };
}

/**
 * The same tests on the server that comes with Luohu and on Debian's, the oldest supported one,
 * which is skipped where it is not installed.
 */
export function onEachServer(tests: (server: ServerName) => void | Promise<void>): void {
  if (process.env["TEST_DATABASE_URL"] !== undefined) {
    describe("on TEST_DATABASE_URL", () => tests("outside"));
    return;
  }
  describe("on the PostgreSQL in the box", () => tests("bundled"));
  const debian = "on Debian's PostgreSQL 15";
  if (findDebianPrograms() === undefined) test.skip(`${debian}: not installed here`);
  else describe(debian, () => tests("debian"));
}
