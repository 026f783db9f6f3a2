// The programs that tests run: ours, and Debian's where it is installed, the oldest supported.
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { Programs } from "../server/programs.ts";

const bin = "/usr/lib/postgresql/15/bin";

/** Its programs, or undefined on a machine without them. */
export function findDebianPrograms(): Programs | undefined {
  try {
    for (const name of ["initdb", "postgres"]) accessSync(join(bin, name), constants.X_OK);
    return { bin, major: 15 };
  } catch {
    return undefined;
  }
}
