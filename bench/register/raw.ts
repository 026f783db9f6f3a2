// Acts as the statements and values that they come to, written down beforehand, and sent again without our TypeScript.
import type { Database, Statement } from "../../src/platform/postgres/index.ts";
import { type Register, scopeOf } from "../../src/register/register.ts";
import { takeKeys } from "../../src/register/store/take-keys.ts";
import { answering, listenTo, type Step } from "../shared/listen.ts";
import type { RawAct } from "../shared/raw.ts";
import { doOrder, type Order } from "./orders.ts";

/** Finds out what an act sends, without sending it. */
export type Recorder = (order: Order) => Promise<RawAct>;

/**
 * Does one act of each size in earnest and keeps what the database answered. For people whom nobody knows and a
 * household that begins, it answers the same every time but for the place in the chain.
 * @param samples one order for each number of arrivals
 */
export async function openRecorder(
  register: Register,
  samples: readonly Order[],
  keys: number,
): Promise<Recorder> {
  const { database } = register;
  const answers = new Map<string, readonly unknown[]>();
  for (const sample of samples) {
    const listening = listenTo(database, ({ statement }, rows) => {
      answers.set(nameOf(sample, statement), rows);
    });
    await doOrder({ ...register, database: listening }, sample);
  }
  const blocks = await giveOut(database, keys);
  return async (order) => {
    const steps: Step[] = [];
    const tx = answering(async (step) => {
      steps.push(step);
      const rows = answers.get(nameOf(order, step.statement));
      if (rows === undefined) throw new Error(`${step.statement.name} was not sent before`);
      return rows;
    });
    const silent: Database = { ...database, inTransaction: (_scope, work) => work(tx) };
    await doOrder({ ...register, database: silent, blocks }, order);
    return { counties: [order.county], steps };
  };
}

const nameOf = ({ act }: Order, { name }: Statement<unknown>): string =>
  `${name} ${act.act === "settle" ? act.arrivals.length : 0}`;

/** Keys taken from the database beforehand: so many of each kind. */
async function giveOut(database: Database, count: number): Promise<Register["blocks"]> {
  const take = (kind: "people" | "households" | "dwellings") =>
    database.inTransaction(scopeOf([]), async (tx) => [...(await takeKeys(tx, kind, count))]);
  const people = await take("people");
  const households = await take("households");
  const dwellings = await take("dwellings");
  return {
    take: async (_tx, numbers) => ({
      people: people.splice(-numbers.people, numbers.people),
      households: households.splice(-numbers.households, numbers.households),
      dwellings: dwellings.splice(-numbers.dwellings, numbers.dwellings),
    }),
  };
}
