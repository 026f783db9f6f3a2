import type { Register } from "../../src/register/register.ts";
import { listenTo } from "../shared/listen.ts";
import { doOrder, type Order } from "./orders.ts";
import { percentile, table } from "../shared/report.ts";

/** What an act waits for when nobody else is there: one after the other, statement by statement. */
export async function describeOneAct(
  register: Register,
  orders: readonly Order[],
): Promise<string> {
  const times = new Map<string, number[]>();
  const note = (name: string, milliseconds: number) =>
    times.set(name, [...(times.get(name) ?? []), milliseconds]);
  const database = listenTo(register.database, ({ statement, isLast }, _rows, milliseconds) => {
    note(isLast ? `${statement.name}, COMMIT: the county waits` : statement.name, milliseconds);
  });
  for (const order of orders) {
    const began = performance.now();
    await doOrder({ ...register, database }, order);
    note("a whole act", performance.now() - began);
  }
  // Keys come in blocks: their statements are few.
  const rows = [...times].filter(([, each]) => each.length >= orders.length / 2);
  return table(
    ["one act at a time", "p50 ms", "p95 ms"],
    rows.map(([name, each]) => [
      name,
      percentile(each, 0.5).toFixed(2),
      percentile(each, 0.95).toFixed(2),
    ]),
  );
}
