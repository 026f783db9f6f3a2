// The statements and values that an act comes to, sent without our TypeScript.
import type pg from "pg";
import type { Step } from "./listen.ts";

/** One transaction. */
export type RawAct = { readonly counties: readonly number[]; readonly steps: readonly Step[] };

/** Sends it as it was sent before, each statement by its name, in as many round trips. */
export async function sendRaw(pool: pg.Pool, { counties, steps }: RawAct): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN; SET LOCAL luohu.counties = '{${counties.join()}}'; SET LOCAL luohu.department = 'public-security'`,
    );
    for (const { statement, values, isLast } of steps) {
      const { name, text } = statement;
      Object.assign(client, { pipeline: isLast });
      const answer = client.query({ name, text, values: [...values] });
      await (isLast ? Promise.all([answer, client.query("COMMIT")]) : answer);
    }
    Object.assign(client, { pipeline: false });
  } finally {
    client.release();
  }
}
