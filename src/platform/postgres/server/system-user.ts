// PostgreSQL refuses to run as root, so root runs it as somebody else.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A user of this machine, to be handed to spawn. */
export type SystemUser = { readonly uid: number; readonly gid: number };

/** Who runs PostgreSQL: undefined is ourselves, unless we are root. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"].flatMap((name) => users.filter((user) => user[0] === name));
  const [first] = found;
  if (first === undefined) {
    throw new Error(
      "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: " +
        "start Luohu as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid: Number(first[2]), gid: Number(first[3]) };
}

/** Whether the user gets into a folder: every folder above it must let them through. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  if (user === undefined) return true;
  // Asked of the system itself, which knows of owners, groups and access lists.
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1" && test -r .', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}
