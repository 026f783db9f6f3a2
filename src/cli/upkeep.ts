// What the commands that keep the register sound have in common.
import { KeysError } from "../platform/keys/index.ts";
import { DatabaseUnavailable } from "../platform/postgres/index.ts";
import { fill } from "../policy/index.ts";
import { BrokenChain, KeysLost, RebuildUnderWay } from "../register/index.ts";
import type { Call } from "./command.ts";
import { type Installation, useInstallation } from "./installation.ts";
import { exit } from "./io.ts";
import { oneLine } from "./problems.ts";

/** Opens the installation, does the work, and says in one line what cannot be done. */
export async function withInstallation(
  call: Call,
  work: (installation: Installation) => Promise<number>,
): Promise<number> {
  const installation = await useInstallation(call);
  if (installation === undefined) return exit.badInput;
  try {
    return await work(installation);
  } catch (error) {
    const said = describe(error, installation, call);
    if (said === undefined) throw error;
    call.io.err(`luohu: ${oneLine(said)}\n`);
    return error instanceof BrokenChain ? exit.failed : exit.badInput;
  } finally {
    await installation.close();
  }
}

function describe(error: unknown, { keys }: Installation, { texts }: Call): string | undefined {
  if (error instanceof KeysLost) {
    return fill(texts.keysLost, { keys: error.keys.join(", "), folder: keys });
  }
  if (error instanceof KeysError) {
    const { path } = error;
    const templates = {
      missing: texts.keysMissing,
      damaged: texts.keysDamaged,
      "open-to-others": texts.keysOpen,
    };
    return fill(templates[error.code], { path, folder: path });
  }
  if (error instanceof BrokenChain) {
    return fill(texts.chainBroken, { county: error.county, seq: error.seq });
  }
  if (error instanceof RebuildUnderWay) return texts.rebuildUnderWay;
  if (error instanceof DatabaseUnavailable)
    return fill(texts.noInstallation, { reason: error.message });
  return undefined;
}

/** Milliseconds before the first line and between two. */
const pause = 1000;

/** Says how far it is, once a second, when it takes longer than that. */
export function progressOf({ io }: Call): (line: () => string) => void {
  let last = performance.now();
  return (line) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    io.err(`${line()}\n`);
  };
}
