// The exchange with sandbox departments over real HTTP, for a test file.
import { randomBytes } from "node:crypto";
import { type TestDepartments, useDepartments } from "../src/departments/testing/index.ts";
import type { Exchange } from "../src/exchange/index.ts";
import { newAsker } from "../src/exchange/testing/index.ts";
import type { Database } from "../src/platform/postgres/index.ts";
import { builtInPack } from "./pack.ts";

export type TestExchange = { readonly exchange: Exchange; readonly departments: TestDepartments };

/** Nothing delivers by itself: `deliverDue` does, or `startDelivery`. */
export async function useExchange(database: Database): Promise<TestExchange> {
  const pack = builtInPack();
  const us = await newAsker("luohu");
  const departments = await useDepartments(pack, [us.member]);
  const { keys } = us;
  const { members } = departments;
  const exchange = { database, pack, clock: () => new Date(), random: randomBytes, keys, members };
  return { exchange, departments };
}
