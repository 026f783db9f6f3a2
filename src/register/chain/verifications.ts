// Verifications that auditors start: one at a time, in the background, kept in memory until the server ends. What was
// found can be found again, so it is not kept in the database that it is about.
import type { z } from "zod";
import type { chainStatus, verification } from "../contract.ts";
import type { County } from "../domain/shapes.ts";
import type { Register } from "../register.ts";
import { listCounties } from "./store/checkpoints.ts";
import { listChains } from "./store/chain-status.ts";
import { type Verified, verifyRegister } from "./verify.ts";

export type ChainStatus = z.infer<typeof chainStatus>;
export type Verification = z.infer<typeof verification>;

export type Verifications = {
  /** Starts one, or gives the one that runs. */
  start(county: County | undefined): Verification;
  find(id: string): Verification | undefined;
  /** How every county's chain stands. */
  chains(): Promise<readonly ChainStatus[]>;
};

/** More than these are forgotten, oldest first. */
const kept = 20;
/** Faults that an answer has at most; how many a county has is told with its chain. */
const listed = 1000;

export type VerificationsOptions = {
  readonly register: Pick<Register, "database" | "keys" | "soundOf" | "clock">;
  readonly newId: () => string;
  /** Hears of what should not happen. */
  readonly onFailure: (error: unknown) => void;
};

export function openVerifications({
  register,
  newId,
  onFailure,
}: VerificationsOptions): Verifications {
  const { database, keys, soundOf, clock } = register;
  const all = new Map<string, Verification>();
  const newest = new Map<County, NonNullable<ChainStatus["verified"]>>();

  async function run(id: string, county: County | undefined): Promise<void> {
    try {
      const verified = await verifyRegister({
        database,
        keys,
        soundOf,
        ...(county === undefined ? {} : { counties: [county] }),
        onProgress: ({ done, total }) => update(id, { done, total }),
      });
      const at = clock().toISOString();
      for (const each of verified.counties) newest.set(each.county, { at, faults: each.faults });
      const chains = verified.counties.map((each) => statusOf(each, newest));
      update(id, { state: "done", chains, faults: verified.faults.slice(0, listed) });
    } catch (error) {
      onFailure(error);
      update(id, { state: "failed" });
    }
  }

  function update(id: string, change: Partial<Verification>): void {
    const found = all.get(id);
    if (found !== undefined) all.set(id, { ...found, ...change });
  }

  return {
    start(county) {
      const running = [...all.values()].find(({ state }) => state === "running");
      if (running !== undefined) return running;
      const id = newId();
      const begun: Verification = {
        id,
        state: "running",
        done: 0,
        total: 0,
        chains: [],
        faults: [],
      };
      all.set(id, begun);
      for (const old of [...all.keys()].slice(0, -kept)) all.delete(old);
      void run(id, county);
      return begun;
    },
    find: (id) => all.get(id),
    async chains() {
      const police = "public-security";
      const counties = await database.inTransaction({ counties: [], department: police }, (tx) =>
        tx.run(listCounties),
      );
      const scope = { counties: counties.map(({ county }) => county), department: police } as const;
      const rows = await database.inTransaction(scope, (tx) => tx.run(listChains));
      return rows.map(({ county, events, head, through, signed, key }) => ({
        county,
        events,
        head,
        checkpoint:
          through === null || signed === null || key === null
            ? null
            : { seq: through, signed, key },
        tail: events - (through ?? 0),
        verified: newest.get(county) ?? null,
      }));
    },
  };
}

function statusOf(
  { county, events, head, checkpoint, tail }: Verified["counties"][number],
  newest: ReadonlyMap<County, NonNullable<ChainStatus["verified"]>>,
): ChainStatus {
  return { county, events, head, checkpoint, tail, verified: newest.get(county) ?? null };
}
