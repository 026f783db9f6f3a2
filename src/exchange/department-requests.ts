import type { z } from "zod";
import type { departmentRequest } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { shownOf } from "./own-exchanges.ts";
import { listOfDepartment } from "./store/requests.ts";

/** What a department was asked by counties, newest first, as row security lets the department see it. */
export async function viewDepartmentRequests(
  { database, pack }: Exchange,
  counties: readonly number[],
  department: string,
): Promise<z.output<typeof departmentRequest>[]> {
  const rows = await database.inTransaction({ counties, department }, (tx) =>
    tx.run(listOfDepartment, [counties, department]),
  );
  return rows.map((row) => ({ ...shownOf(pack, row), refusal: row.refusal, log: row.log }));
}
