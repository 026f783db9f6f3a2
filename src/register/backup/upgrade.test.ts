// Registers as earlier releases wrote them: each is migrated in place, and restored from its backup, by today's code.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../platform/files/index.ts";
import { migrate } from "../../platform/postgres/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { soundOf } from "../../standards/index.ts";
import { verifyRegister } from "../chain/verify.ts";
import { rebuildRegister } from "../rebuild/rebuild.ts";
import { contentsOf } from "../testing/contents.ts";
import { readArchive } from "./archive.ts";
import { restoreRegister } from "./restore.ts";
import { leftOut } from "./sections.ts";
import { loadTable, type TableLoad } from "./store/copy.ts";
import { inEmptyPlace } from "./store/place.ts";

const base = mkdtempSync(join(tmpdir(), "luohu-upgrade-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const fixtures = join(packageRoot, "test/fixtures");
const kept = readdirSync(fixtures).filter((name) => name.startsWith("register-"));
const migrations = join(packageRoot, "migrations");
const clock = () => performance.now();
const now = "2026-03-01T00:00:00.000Z";

/** Nobody else may read keys; a checkout does not keep that. */
function keysOf(name: string): string {
  const keys = mkdtempSync(join(base, "keys-"));
  cpSync(join(fixtures, name, "keys"), keys, { recursive: true });
  for (const file of readdirSync(keys)) chmodSync(join(keys, file), 0o600);
  return keys;
}

it("there is one of every release with a register", () => {
  expect(kept).toContain("register-0.2.0");
});

describe.each(kept)("%s", (name) => {
  it("restored from its backup, verifies", async () => {
    const { database, ownerUrl } = await useDatabase();
    const { verified } = await restoreRegister({
      ownerUrl,
      database,
      keys: keysOf(name),
      path: join(fixtures, name, "backup.luohu"),
      soundOf,
      clock,
      now,
    });
    expect(verified.faults).toEqual([]);
    expect(
      verified.counties.map(({ county, events, tail }) => [county, events > 20, tail]),
    ).toEqual([990_101, 990_102, 990_103].map((county) => [county, true, 0]));
  });

  it("migrated in place, verifies, and rebuilds to the same", async () => {
    const { database, owner, ownerUrl } = await useDatabase();
    const whole = join(fixtures, name, "whole.luohu");
    await owner.pool.query(
      `DROP SCHEMA public CASCADE; DROP SCHEMA rebuild CASCADE; CREATE SCHEMA public;
       GRANT USAGE ON SCHEMA public TO PUBLIC`,
    );
    const newest = await schemaOf(whole);
    const then = join(base, `migrations-${name}`);
    mkdirSync(then);
    for (const file of readdirSync(migrations)) {
      if (file.endsWith(".sql") && file <= `${newest}.sql`)
        cpSync(join(migrations, file), join(then, file));
    }
    await migrate(ownerUrl, then);
    await inEmptyPlace(owner, async (client) => {
      let load: TableLoad | undefined;
      for await (const part of readArchive(whole)) {
        if (part.kind === "section") {
          const { name: table, columns } = part.section;
          await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
          load = loadTable(client, { table, columns });
        } else if (part.kind === "bytes") await load?.write(part.bytes);
        else if (part.kind === "end-of-section") await load?.end();
      }
      for (const table of leftOut) {
        const { rows } = await client.query<{ secured: boolean }>(
          "SELECT relrowsecurity AS secured FROM pg_class WHERE oid = $1::regclass",
          [table],
        );
        if (rows[0]?.secured === true)
          await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      }
    });

    await migrate(ownerUrl, migrations);
    const { faults } = await verifyRegister({ database, keys: keysOf(name), soundOf });
    expect(faults).toEqual([]);
    const present = leftOut.filter((table) => !["schema_migration", "session"].includes(table));
    const before = await contentsOf(owner, present);
    await rebuildRegister({ ownerUrl, soundOf, clock });
    expect(await contentsOf(owner, present)).toEqual(before);
    expect(before["person"]?.length).toBeGreaterThan(20);
  });
});

async function schemaOf(path: string): Promise<string> {
  for await (const part of readArchive(path)) if (part.kind === "header") return part.header.schema;
  throw new Error("an archive begins with its header");
}
