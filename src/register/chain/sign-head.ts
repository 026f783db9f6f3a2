import type { z } from "zod";
import { jwsOf, sign } from "../../platform/keys/index.ts";
import type { Transaction } from "../../platform/postgres/index.ts";
import type { booklet } from "../contract.ts";
import { headBytes } from "./checkpoint.ts";
import { genesisOf } from "./link.ts";
import { registerStatements } from "./store/checkpoints.ts";

/** The newest event of a county's chain, signed: for a paper that is handed out. `now` is an instant. */
export async function signHead(
  tx: Transaction,
  keys: string,
  county: number,
  now: string,
): Promise<z.infer<typeof booklet>["proof"]> {
  const [head] = await tx.run(registerStatements.readHead, [county]);
  const said = {
    county,
    seq: head?.seq ?? 0,
    hash: Buffer.from(head?.hash ?? genesisOf(county)).toString("hex"),
    signed: now,
  };
  const signed = await sign(keys, headBytes(said));
  return { ...said, key: signed.key, signature: jwsOf(signed) };
}
