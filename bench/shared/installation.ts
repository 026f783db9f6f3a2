// A PostgreSQL of its own in a scratch folder, as durable as the one in the box, with the staff of the demo.
import { chmodSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cast } from "../../src/demo-data/index.ts";
import { appoint, demoIssuer, markInstallation } from "../../src/identity/index.ts";
import { packageRoot } from "../../src/platform/files/index.ts";
import { ensureKey } from "../../src/platform/keys/index.ts";
import {
  type Database,
  migrate,
  openDatabase,
  startPostgres,
} from "../../src/platform/postgres/index.ts";

export type Installation = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly version: string;
  /** As luohu_app, as many connections as `luohu serve` has. */
  readonly database: Database;
  readonly owner: Database;
  /** Folder of the signing keys. */
  readonly keys: string;
  /** Stops PostgreSQL and removes everything. */
  readonly close: () => Promise<void>;
};

/** @param folder where its folder is made; by default among the machine's temporary files */
export async function openInstallation(folder = tmpdir()): Promise<Installation> {
  const scratch = mkdtempSync(join(folder, "luohu-bench-"));
  // Where root runs this, PostgreSQL is another user and has to get there.
  chmodSync(scratch, 0o755);
  const log = (line: string) => console.error(line);
  const data = join(scratch, "postgres");
  const { ownerUrl, appUrl, version, stop } = await startPostgres({ folder: data, log });
  const database = openDatabase(appUrl, { size: 20 });
  const owner = openDatabase(ownerUrl, { size: 12 });
  const keys = join(scratch, "keys");
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= stopAll());
  async function stopAll(): Promise<void> {
    // Told to stop half-way, it does not wait for what is under way.
    await stop();
    await Promise.all([database.close(), owner.close()]);
    await rm(scratch, { recursive: true, force: true });
  }
  try {
    await migrate(ownerUrl, join(packageRoot, "migrations"));
    await ensureKey(keys, new Date().toISOString());
    await markInstallation(owner, "demo");
    await appointStaff(owner);
  } catch (error) {
    await close();
    throw error;
  }
  return { ownerUrl, appUrl, version, database, owner, keys, close };
}

async function appointStaff(owner: Database): Promise<void> {
  for (const { subject, role, counties, department = null } of cast) {
    if (role === "resident") continue;
    const named = { subject, role, counties, department, from: "2020-01-01", until: null };
    await appoint(owner, { issuer: demoIssuer, ...named });
  }
}
