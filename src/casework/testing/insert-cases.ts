// Many cases by their rows alone, for tests of figures and long lists.
import { randomUUID } from "node:crypto";
import { neighbourCounty, sampleDistrict } from "../../demo-data/index.ts";
import type { Database } from "../../platform/postgres/index.ts";

/** What tests say of a case that only its row is needed of. */
export type CaseOfRow = {
  readonly county?: number;
  readonly submitted: string;
  readonly decided?: string;
  readonly due?: string;
  readonly against?: string;
};

/** Rows as the store writes them; one decided against the advice has its decision. */
export async function insertCases(owner: Database, rows: readonly CaseOfRow[]): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query(
      `BEGIN; SET LOCAL luohu.counties = '{${sampleDistrict},${neighbourCounty}}'; SET LOCAL luohu.department = 'public-security'`,
    );
    for (const [index, row] of rows.entries()) {
      const { county: at = sampleDistrict, submitted, decided = null, due = null, against } = row;
      const key = randomUUID();
      await client.query(
        `INSERT INTO case_file (county, case_id, reference, service, people, opened, stage, version, submitted, decided, due, against)
         VALUES ($1, $2, $3, 'settlement', 1, $4::date, $5, 1, $4, $6, $7, $8)`,
        [
          at,
          key,
          `${at}-${submitted}-${index}`,
          submitted,
          decided === null ? "submitted" : "effected",
          decided,
          due,
          against !== undefined,
        ],
      );
      if (against === undefined) continue;
      const step = {
        do: "decide",
        granted: [],
        clause: "D2.1",
        advice: { outcome: "granted" },
        against,
      };
      await client.query(
        `INSERT INTO case_action (county, case_id, seq, at, on_day, type, actor, account)
         VALUES ($1, $2, 1, $3::date, $3, 'decide', 'staff', $4)`,
        [at, key, decided, randomUUID()],
      );
      await client.query(
        "INSERT INTO case_payload (county, case_id, seq, payload) VALUES ($1, $2, 1, $3)",
        [at, key, JSON.stringify({ on: decided, step })],
      );
    }
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
