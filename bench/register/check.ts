// After the load: the register is whole, and has everybody and every act that was answered for.
import { verifyRegister } from "../../src/register/chain/verify.ts";
import { soundOf } from "../../src/standards/index.ts";
import type { Installation } from "../shared/installation.ts";
import type { Loaded } from "../shared/load.ts";
import { seconds } from "../shared/report.ts";
import type { Given } from "./settles.ts";

type Counted = {
  readonly events: number;
  readonly people: number;
  readonly heads: number;
  readonly receipts: number;
};

/** @param done people who arrived and acts that were done since the load @throws where something is wrong */
export async function checkRegister(
  { database, owner, keys }: Installation,
  loaded: Loaded,
  done: Given,
): Promise<string> {
  const began = performance.now();
  const { faults, counties } = await verifyRegister({ database, keys, soundOf });
  if (faults.length > 0) {
    throw new Error(`verify finds ${faults.length} faults, first ${JSON.stringify(faults[0])}`);
  }
  const took = performance.now() - began;
  const { rows } = await owner.pool.query<Counted>(
    `SELECT (SELECT count(*) FROM register_event) AS events, (SELECT sum(seq)::bigint FROM chain_head) AS heads,
       (SELECT count(*) FROM registration) AS people, (SELECT count(*) FROM act_receipt) AS receipts`,
  );
  const [counted] = rows;
  const events = loaded.events + done.acts;
  const wanted = {
    events,
    heads: events,
    people: loaded.people + done.people,
    receipts: done.acts,
  };
  if (JSON.stringify({ ...wanted, ...counted }) !== JSON.stringify(wanted)) {
    throw new Error(
      `counted ${JSON.stringify(counted)}, where ${JSON.stringify(wanted)} should be`,
    );
  }
  return (
    `verified: ${counties.length} counties, ${wanted.events} events, ${wanted.people} people, no fault, ` +
    `in ${seconds(took)}`
  );
}
