import { isLoopback } from "../platform/http/index.ts";
import type { Database } from "../platform/postgres/index.ts";
import { noScope } from "./sessions.ts";
import { findInstallation as find, markInstallation as mark } from "./store/installation.ts";

export type InstallationKind = "demo" | "real";

/** What a database is marked as; undefined before its first data. */
export async function findInstallation(database: Database): Promise<InstallationKind | undefined> {
  const [row] = await database.inTransaction(noScope, (tx) => tx.run(find));
  return row?.kind;
}

/** Marks a database for good; only its owner may. @throws when it is marked already */
export async function markInstallation(owner: Database, kind: InstallationKind): Promise<void> {
  await owner.inTransaction(noScope, (tx) => tx.run(mark, [kind]));
}

/** Why a server may not start as it was told to. */
export type InstallationRefusal =
  | "demo-data-off-loopback"
  | "demo-sign-in-with-real-data"
  | "demo-sign-in-without-data";

/** Made-up people and one-click sign-ins stay on this machine, and away from real data. */
export function refuseInstallation({
  kind,
  demoSignIn,
  host,
}: {
  readonly kind: InstallationKind | undefined;
  /** Whether anyone may sign in as anyone of the demo. */
  readonly demoSignIn: boolean;
  /** Address to listen at. */
  readonly host: string;
}): InstallationRefusal | undefined {
  if (demoSignIn && kind === "real") return "demo-sign-in-with-real-data";
  if (demoSignIn && kind === undefined) return "demo-sign-in-without-data";
  if (kind === "demo" && !isLoopback(host)) return "demo-data-off-loopback";
  return undefined;
}
