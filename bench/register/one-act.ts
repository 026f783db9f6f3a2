import type { Register } from "../../src/register/register.ts";
import { describeStatements } from "../shared/statements.ts";
import { doOrder, type Order } from "./orders.ts";

/** What an act waits for when nobody else is there. Keys come in blocks: their statements are few. */
export const describeOneAct = (register: Register, orders: readonly Order[]): Promise<string> =>
  describeStatements("one act at a time", register.database, orders, (database, order) =>
    doOrder({ ...register, database }, order),
  );
