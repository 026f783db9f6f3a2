import type { Database } from "../../src/platform/postgres/index.ts";
import { listenTo } from "./listen.ts";
import { percentile, table } from "./report.ts";

/**
 * What something waits for when nobody else is there: done for one item after the other, statement by statement. A
 * statement that most items do not send is left out.
 */
export async function describeStatements<T>(
  name: string,
  database: Database,
  items: readonly T[],
  work: (database: Database, item: T) => Promise<void>,
): Promise<string> {
  const times = new Map<string, number[]>();
  const note = (what: string, milliseconds: number) => {
    const known = times.get(what) ?? [];
    known.push(milliseconds);
    times.set(what, known);
  };
  const listening = listenTo(database, ({ statement, isLast }, _rows, milliseconds) => {
    note(isLast ? `${statement.name}, COMMIT` : statement.name, milliseconds);
  });
  for (const item of items) {
    const began = performance.now();
    await work(listening, item);
    note("all of it", performance.now() - began);
  }
  const rows = [...times].filter(([, each]) => each.length >= items.length / 2);
  return table(
    [name, "times", "p50 ms", "p95 ms"],
    rows.map(([what, each]) => [
      what,
      (each.length / items.length).toFixed(1),
      percentile(each, 0.5).toFixed(2),
      percentile(each, 0.95).toFixed(2),
    ]),
  );
}
