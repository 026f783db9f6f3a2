import type { Transaction } from "../platform/postgres/index.ts";
import type { Ids } from "./domain/view.ts";
import { type KeyKind, takeKeys } from "./store/take-keys.ts";

/** Keys for what begins, taken from the database in blocks: most acts need no round trip for them. */
export type KeyBlocks = {
  take(tx: Transaction, numbers: Readonly<Record<KeyKind, number>>): Promise<Ids>;
};

const blockSize = 100;

/** Keys of a block that a process does not use up are never used: they mean nothing (B4). */
export function openKeyBlocks(): KeyBlocks {
  const blocks: Record<KeyKind, number[]> = { people: [], households: [], dwellings: [] };

  async function takeSome(tx: Transaction, kind: KeyKind, number: number): Promise<number[]> {
    while (blocks[kind].length < number)
      blocks[kind].push(...(await takeKeys(tx, kind, blockSize)));
    return blocks[kind].splice(0, number);
  }

  return {
    take: async (tx, numbers) => ({
      people: await takeSome(tx, "people", numbers.people),
      households: await takeSome(tx, "households", numbers.households),
      dwellings: await takeSome(tx, "dwellings", numbers.dwellings),
    }),
  };
}
