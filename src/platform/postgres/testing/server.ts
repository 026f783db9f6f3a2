// The one PostgreSQL of a test run: started when a test first asks for a database.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../migrate.ts";
import { isAlive } from "../server/process.ts";
import type { Programs } from "../server/programs.ts";
import { actingAs } from "../server/outside.ts";
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
  return openCopies({
    adminUrl,
    migratorUrl: adminUrl,
    ownerUrl: actingAs("luohu_owner", adminUrl),
    appUrl: actingAs("luohu_app", adminUrl),
  });
}

type Access = Addresses & {
  readonly migratorUrl: string;
  /** Connects as a role that may create and drop the migrator's databases. */
  readonly adminUrl: string;
};

/** Migrates a template, and gives out copies of it. */
async function openCopies(access: Access): Promise<TestServer> {
  const admin = new pg.Pool({ connectionString: access.adminUrl, max: 4 });
  admin.on("error", () => undefined);
  const owner = new URL(access.migratorUrl).username;
  const template = `luohu_template_${randomBytes(6).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${template} OWNER ${owner}`);
  await migrate(on(access.migratorUrl, template), migrations);
  const drop = (name: string) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    async create() {
      const name = `luohu_test_${randomBytes(6).toString("hex")}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner}`);
      return { ownerUrl: on(access.ownerUrl, name), appUrl: on(access.appUrl, name) };
    },
    async drop({ ownerUrl }) {
      await drop(new URL(ownerUrl).pathname.slice(1));
    },
    async stop() {
      await drop(template);
      await admin.end();
    },
  };
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
