import { randomUUID } from "node:crypto";
import { clerk } from "../../src/demo-data/index.ts";
import { type ActRequest, performAct } from "../../src/register/perform-act.ts";
import type { Register } from "../../src/register/register.ts";
import type { Settler } from "./settles.ts";

/** A settling that was asked for and not done yet. */
export type Order = ActRequest;

/** So many people arrive in new households, in the counties in turn. */
export function writeOrders(
  settler: Settler,
  counties: readonly number[],
  count: number,
): readonly Order[] {
  const actor = { account: clerk.subject, name: clerk.name["zh-CN"] };
  return Array.from({ length: count }, (_, index) => ({
    county: counties[index % counties.length] ?? 0,
    act: settler.found(),
    key: randomUUID(),
    seen: new Map(),
    actor,
  }));
}

export async function doOrder(register: Register, order: Order): Promise<void> {
  const outcome = await performAct(register, order);
  if (outcome.kind !== "done") throw new Error(`an act was not done: ${JSON.stringify(outcome)}`);
}
