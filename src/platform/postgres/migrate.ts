// The schema's history: plain SQL files, each applied once, in order, whole or not at all.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { DatabaseUnavailable, isConnectionLoss } from "./failure.ts";

/** A migration that cannot be: its message is for the person who runs it. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** sha256 of the text, hexadecimal. */
  readonly checksum: string;
};

type Applied = { readonly number: number; readonly name: string; readonly checksum: string };

const oldestServer = 15;

/** Any number will do, so long as no other program locks it in the same database. */
const lock = 7_091_001;

/**
 * Applies what is missing, as the role of the URL; gives the names of what it applied.
 * @throws MigrationError with a line for the person who runs it
 * @throws DatabaseUnavailable when the server does not answer
 */
export async function migrate(ownerUrl: string, folder: string): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await refuseOldServer(client);
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    const applied = await readApplied(client);
    const missing = findMissing(migrations, applied);
    for (const each of missing) await apply(client, each);
    return missing.map(({ name }) => name);
  } catch (error) {
    if (isConnectionLoss(error)) throw new DatabaseUnavailable(error, "no");
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The files `NNNN-verb-noun.sql` of a folder, in order, numbered from 1 without a gap. */
function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  return names.map((file, index) => {
    const number = Number(/^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)+\.sql$/.exec(file)?.[1]);
    if (Number.isNaN(number)) throw new MigrationError(`${file}: not named NNNN-verb-noun.sql`);
    if (number !== index + 1) {
      throw new MigrationError(`${file}: number ${index + 1} is expected here`);
    }
    const text = readFileSync(join(folder, file), "utf8");
    const checksum = createHash("sha256").update(text).digest("hex");
    return { number, name: file.slice(0, -".sql".length), text, checksum };
  });
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  );
  const why = whyUnsupported(Number(rows[0]?.version));
  if (why !== undefined) throw new MigrationError(why);
}

/** Of a version as PostgreSQL counts it: 150014 is 15.14. */
export function whyUnsupported(version: number): string | undefined {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return undefined;
  return `PostgreSQL ${major} is too old: Luohu needs PostgreSQL ${oldestServer} or newer.`;
}

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows: found } = await client.query<{ name: string | null }>(
    "SELECT to_regclass('public.schema_migration')::text AS name",
  );
  if (found[0]?.name === null) return [];
  const { rows } = await client.query<Applied>(
    "SELECT number, name, checksum FROM public.schema_migration ORDER BY number",
  );
  return rows;
}

function findMissing(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] {
  for (const each of applied) {
    const file = migrations[each.number - 1];
    if (file === undefined) {
      throw new MigrationError(
        `The database is newer than this program: it has ${each.name}, which is not known here.`,
      );
    }
    if (file.name !== each.name || file.checksum !== each.checksum) {
      throw new MigrationError(
        `${file.name} is not what was applied to this database as ${each.name}: ` +
          `a migration is never changed; write a new one.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    // The first one makes the roles; all others make what luohu_owner owns.
    if (migration.number > 1) await client.query("SET LOCAL ROLE luohu_owner");
    await client.query(migration.text);
    await client.query(
      "INSERT INTO public.schema_migration (number, name, checksum) VALUES ($1, $2, $3)",
      [migration.number, migration.name, migration.checksum],
    );
    await client.query("COMMIT");
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    await client.query("ROLLBACK");
    const why = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`${migration.name}: ${why}`, { cause: error });
  }
}
