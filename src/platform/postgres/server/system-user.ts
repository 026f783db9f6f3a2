// PostgreSQL refuses to run as root, so root runs it as somebody else.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { StartError } from "./start-error.ts";

/** A user of this machine, to be handed to spawn. */
export type SystemUser = { readonly uid: number; readonly gid: number };

/** Who runs PostgreSQL on these data, when that is not ourselves: for root, whoever owns them. */
export function postgresUser(data?: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = data === undefined ? undefined : statSync(data, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [found] = ["postgres", "nobody"].flatMap((name) =>
    users.filter((user) => user[0] === name),
  );
  if (found === undefined) {
    throw new StartError(
      "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: " +
        "start Luohu as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether the user gets into a folder: every folder above it must let them through. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  if (user === undefined) return true;
  // Asked of the system itself, which knows of owners, groups and access lists.
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  if (tried.error === undefined) return tried.status === 0;
  throw new StartError(
    "PostgreSQL does not run as root, and here root may not start anything as another user: " +
      "start Luohu as an ordinary user, or set DATABASE_URL.",
  );
}
