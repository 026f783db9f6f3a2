// Cases that were there before migration 0007: it finds the open reviews among them.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../platform/files/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";

const { owner } = await useDatabase();
const migration = readFileSync(join(packageRoot, "migrations/0007-add-open-reviews.sql"), "utf8");

it("knows which reviews were open before there was a column for them", async () => {
  const { pool } = owner;
  await pool.query("ALTER TABLE case_file DROP COLUMN in_review, NO FORCE ROW LEVEL SECURITY");
  await pool.query("ALTER TABLE case_action NO FORCE ROW LEVEL SECURITY");
  const courses = {
    "20261102-ASKED2": ["draft", "submit", "ask-review"],
    "20261102-DECDED": ["draft", "submit", "ask-review", "decide-review"],
    "20261102-AGAZN2": ["ask-review", "decide-review", "ask-review"],
    "20261102-NEVER2": ["draft", "submit"],
  };
  for (const [reference, types] of Object.entries(courses)) {
    const key = randomUUID();
    await pool.query(
      `INSERT INTO case_file (county, case_id, reference, service, people, opened, stage, version, submitted, due)
       VALUES (990101, $1, $2, 'settlement', 1, now(), 'accepted', $3, '2026-11-02', '2026-11-02')`,
      [key, reference, types.length],
    );
    await pool.query(
      `INSERT INTO case_action (county, case_id, seq, at, on_day, type, actor, account)
       SELECT 990101, $1, seq, now(), '2026-11-02', type, 'staff', $1 FROM unnest($2::text[]) WITH ORDINALITY AS t (type, seq)`,
      [key, types],
    );
  }
  await pool.query("ALTER TABLE case_file FORCE ROW LEVEL SECURITY");
  await pool.query("ALTER TABLE case_action FORCE ROW LEVEL SECURITY");
  await pool.query(migration);
  const { rows } = await pool.query<{ reference: string }>(
    "SELECT reference FROM case_file WHERE in_review ORDER BY reference",
  );
  expect(rows).toEqual([{ reference: "20261102-AGAZN2" }, { reference: "20261102-ASKED2" }]);
});
