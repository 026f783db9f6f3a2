// Keeps a register of made-up people as this release writes it, for the upgrade test of every later one:
//   node scripts/keep-register.ts 0.2.0
// Run it once, when a release is made; what is kept is never made again.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { packageRoot } from "../src/platform/files/index.ts";
import { ensureKey, rotateKey } from "../src/platform/keys/index.ts";
import { migrate, openDatabase, startPostgres } from "../src/platform/postgres/index.ts";
import { backUpRegister } from "../src/register/backup/backup.ts";
import { leftOut, sections } from "../src/register/backup/sections.ts";
import { takeCheckpoints } from "../src/register/chain/take-checkpoints.ts";
import { keptTables } from "../src/register/testing/kept-tables.ts";
import { histories } from "../src/register/testing/random-histories.ts";
import { recordHistory } from "../src/register/testing/record-history.ts";
import { soundOf } from "../src/standards/index.ts";

const version = process.argv[2] ?? "";
if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error("name the release, as 0.2.0");
const folder = join(packageRoot, "test/fixtures", `register-${version}`);
if (existsSync(folder)) throw new Error(`${folder} is kept already`);

const aside = mkdtempSync(join(tmpdir(), "luohu-keep-"));
const server = await startPostgres({ folder: join(aside, "postgres") });
const database = openDatabase(server.appUrl);
const owner = openDatabase(server.ownerUrl);
const keys = join(folder, "keys");
const at = "2026-01-01T00:00:00.000Z";
try {
  await migrate(server.migratorUrl, join(packageRoot, "migrations"));
  mkdirSync(folder, { recursive: true });
  await ensureKey(keys, at);
  await owner.pool.query("INSERT INTO installation (kind) VALUES ('real')");
  const [steps = []] = fc.sample(histories(400), { numRuns: 1, seed: 11 });
  const written = steps.slice(0, 150);
  await recordHistory(written, { database, keys, random: randomBytes, soundOf });
  await takeCheckpoints({ database, keys, now: () => at });
  // What signed is gone; what it signed can be checked for ever.
  await rotateKey(keys, at);
  for (const name of readdirSync(keys)) {
    if (readFileSync(join(keys, name), "utf8").includes('"d":')) rmSync(join(keys, name));
  }
  const { ownerUrl } = server;
  await backUpRegister({
    ownerUrl,
    path: join(folder, "backup.luohu"),
    now: at,
    content: sections,
  });
  const whole = await keptTables(owner, [...sections.map(({ table }) => table), ...leftOut]);
  await backUpRegister({ ownerUrl, path: join(folder, "whole.luohu"), now: at, content: whole });
} finally {
  await database.close();
  await owner.close();
  await server.stop();
  rmSync(aside, { recursive: true, force: true });
}
