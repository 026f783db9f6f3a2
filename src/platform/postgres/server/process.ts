// Processes of the machine, by their number.
import { spawnSync } from "node:child_process";
import { readlinkSync, realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether it is PostgreSQL on these data, and not another that has got its number since. */
export function isPostgresOn(pid: number, data: string): boolean {
  if (process.platform === "linux") {
    try {
      // PostgreSQL works in the folder of its data.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  const told = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return told.error !== undefined || told.stdout.includes(data);
}

/** Milliseconds that a shutdown may take before it is done the hard way. */
export const shutdownPatience = 30_000;

/** Ends a PostgreSQL that is not our child: sessions are ended, everything is written. */
export async function endPostgresOn(pid: number, data: string): Promise<void> {
  for (let waited = 0; isAlive(pid) && isPostgresOn(pid, data); waited += 20) {
    if (waited === 0) process.kill(pid, "SIGINT");
    if (waited === shutdownPatience) process.kill(pid, "SIGQUIT");
    await sleep(20);
  }
}
