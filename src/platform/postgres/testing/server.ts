// The one PostgreSQL of a test run: started when a test first asks for a database.
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate, readMigrations } from "../migrate.ts";
import { isAlive } from "../server/process.ts";
import type { Programs } from "../server/programs.ts";
import { withAppRole } from "../server/outside.ts";
import { startServer } from "../server/start.ts";

/** The addresses of a database: as its owner, and as the program. */
export type Addresses = { readonly ownerUrl: string; readonly appUrl: string };

/** A server that gives out copies of a migrated database. */
export type TestServer = {
  create(): Promise<Addresses>;
  drop(addresses: Addresses): Promise<void>;
  stop(): Promise<void>;
};

const migrations = join(import.meta.dirname, "../../../../migrations");
const prefix = "luohu-test-postgres-";

/** Nothing of a test outlives it, so nothing has to reach the disk. */
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "400",
  deadlock_timeout: "100ms",
  shared_buffers: "128MB",
  max_wal_size: "1GB",
};

/** Starts a PostgreSQL in a folder of its own, which stop() removes. */
export async function startTestServer(programs?: Programs): Promise<TestServer> {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString("hex");
  const server = await startServer({
    folder: join(folder, "postgres"),
    settings,
    sql: [`CREATE ROLE test_admin SUPERUSER LOGIN PASSWORD '${password}'`],
    ...(programs === undefined ? {} : { programs }),
  });
  const admin = new URL(server.ownerUrl);
  admin.username = "test_admin";
  admin.password = password;
  const copies = await openCopies({ ...server, adminUrl: admin.href });
  return {
    ...copies,
    async stop() {
      await copies.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Uses a server that runs already, as a role that may create databases and roles. */
export function joinTestServer(adminUrl: string): Promise<TestServer> {
  return openCopies({ adminUrl, ownerUrl: adminUrl, appUrl: withAppRole(adminUrl) });
}

/** `adminUrl` connects as a role that may create and drop the owner's databases. */
type Access = Addresses & { readonly adminUrl: string };

/** Migrates a template once, and gives out copies of it. */
async function openCopies(access: Access): Promise<TestServer> {
  const admin = new pg.Client({ connectionString: access.adminUrl });
  await admin.connect();
  const template = `luohu_template_${markOf(migrations)}`;
  const owner = new URL(access.ownerUrl).username;
  await makeTemplate(admin, template, access.ownerUrl);
  return {
    async create() {
      const name = `luohu_test_${randomBytes(6).toString("hex")}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner}`);
      return { ownerUrl: on(access.ownerUrl, name), appUrl: on(access.appUrl, name) };
    },
    async drop({ ownerUrl }) {
      const name = new URL(ownerUrl).pathname.slice(1);
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
    stop: () => admin.end(),
  };
}

async function makeTemplate(admin: pg.Client, template: string, ownerUrl: string): Promise<void> {
  await admin.query("SELECT pg_advisory_lock(7091003)");
  try {
    const { rows } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rows.length > 0) return;
    const aside = `${template}_new`;
    await admin.query(`DROP DATABASE IF EXISTS ${aside} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${aside} OWNER ${new URL(ownerUrl).username}`);
    await migrate(on(ownerUrl, aside), migrations);
    await admin.query(`ALTER DATABASE ${aside} RENAME TO ${template}`);
  } finally {
    await admin.query("SELECT pg_advisory_unlock(7091003)");
  }
}

function markOf(folder: string): string {
  const hash = createHash("sha256");
  for (const { checksum } of readMigrations(folder)) hash.update(checksum);
  return hash.digest("hex").slice(0, 12);
}

function on(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Folders of runs that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
