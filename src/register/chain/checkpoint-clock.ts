import { repeat } from "../../platform/jobs/index.ts";
import { KeysError } from "../../platform/keys/index.ts";
import { DatabaseUnavailable } from "../../platform/postgres/index.ts";
import { registerLedger } from "./ledger.ts";
import { KeysLost } from "./signing-keys.ts";
import { type CheckpointOptions, takeCheckpoints } from "./take-checkpoints.ts";

export type CheckpointClock = {
  /** Ends, after a last signature over what was recorded since. */
  stop(): Promise<void>;
};

export type CheckpointClockOptions = CheckpointOptions & {
  /** Milliseconds from one to the next. */
  readonly every: number;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** Signs at intervals. A failure is told once and tried again: unsigned entries are stated by every verification. */
export function startCheckpoints(options: CheckpointClockOptions): CheckpointClock {
  const { every, log, ledger = registerLedger } = options;
  const what = `${ledger.signs}s`;

  async function work(): Promise<string> {
    try {
      const { refused } = await takeCheckpoints(options);
      if (refused.length === 0) return "";
      const where = refused.map(({ county, seq }) => `${county}:${seq}`).join(", ");
      return `${what}: not signed, the chain does not hold: ${where}`;
    } catch (error) {
      if (!isExpected(error)) throw error;
      return `${what}: ${error.message}`;
    }
  }

  const repeated = repeat({ every, log, work });
  return {
    async stop() {
      await repeated.stop();
      await repeated.now();
    },
  };
}

const isExpected = (error: unknown): error is Error =>
  error instanceof KeysError || error instanceof KeysLost || error instanceof DatabaseUnavailable;
