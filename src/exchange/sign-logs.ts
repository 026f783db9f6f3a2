import { repeat, type Repeated } from "../platform/jobs/index.ts";
import { KeysError } from "../platform/keys/index.ts";
import { type Database, DatabaseUnavailable } from "../platform/postgres/index.ts";
import { scopeOf } from "./exchange.ts";
import { genesisOf } from "./log.ts";
import { type Head, readSignedHeads, signHead } from "./signed-heads.ts";
import { countiesWithLog } from "./store/log.ts";
import { walkLog } from "./walk-log.ts";

export type SigningOptions = {
  readonly database: Database;
  /** Folder of the keys that sign the register's chains too. */
  readonly keys: string;
  /** The instant. */
  readonly now: () => string;
};

export type LogsSigned = {
  readonly signed: readonly { readonly county: number; readonly through: number }[];
  /** A log that does not hold is not signed: `seq` is the first entry that does not link. */
  readonly refused: readonly { readonly county: number; readonly seq: number }[];
};

/** Signs what every county's exchange log has got since its last signature. */
export async function signLogs({ database, keys, now }: SigningOptions): Promise<LogsSigned> {
  const before = await readSignedHeads(keys);
  const counties = await database.inTransaction(scopeOf([]), (tx) => tx.run(countiesWithLog));
  const signed: { county: number; through: number }[] = [];
  const refused: { county: number; seq: number }[] = [];
  for (const { county } of counties) {
    const from: Head = before.get(county) ?? { seq: 0, hash: genesisOf(county).toString("hex") };
    const { head, faults } = await database.inTransaction(
      scopeOf([county]),
      (tx) => walkLog(tx, county, from),
      { isolation: "snapshot" },
    );
    const broken = faults.find(({ code }) => code === "entry-missing" || code === "link-broken");
    if (broken !== undefined) refused.push({ county, seq: broken.seq });
    else if (head.seq > from.seq) {
      await signHead(keys, county, head, now());
      signed.push({ county, through: head.seq });
    }
  }
  return { signed, refused };
}

/** Signs at intervals, and a last time when it is stopped; what goes wrong is told once and tried again. */
export function startSigning({
  every,
  log,
  ...options
}: SigningOptions & {
  /** Milliseconds from one signature to the next. */
  readonly every: number;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
}): Pick<Repeated, "stop"> {
  const repeated = repeat({ every, log, work });
  async function work(): Promise<string> {
    try {
      const { refused } = await signLogs(options);
      const where = refused.map(({ county, seq }) => `${county}:${seq}`).join(", ");
      return where === "" ? "" : `exchange: not signed, the log does not hold: ${where}`;
    } catch (error) {
      if (!(error instanceof KeysError || error instanceof DatabaseUnavailable)) throw error;
      return `exchange: ${error.message}`;
    }
  }
  return {
    async stop() {
      await repeated.stop();
      await repeated.now();
    },
  };
}
