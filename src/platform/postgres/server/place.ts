// Where a database lies on disk, and where its socket is.
import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type SystemUser, canEnter } from "./system-user.ts";

export type Place = {
  /** Holds everything of this PostgreSQL. */
  readonly home: string;
  /** PostgreSQL's own folder and our passwords: made aside, and moved in when complete. */
  readonly cluster: string;
  /** The folder of the socket: its path is short, and other users do not get in. */
  readonly socket: string;
  /** Who owns the data and runs PostgreSQL, when that is not ourselves. */
  readonly user: SystemUser | undefined;
};

/** A socket's whole path has at most 107 bytes. */
const longestSocketFolder = 107 - "/.s.PGSQL.65535".length;

/** Makes the folders for a PostgreSQL of `folder`. */
export function preparePlace(folder: string, user: SystemUser | undefined): Place {
  mkdirSync(folder, { recursive: true });
  const wanted = realpathSync(folder);
  const home = canEnter(wanted, user) ? wanted : moveOut(wanted);
  const near = join(home, "run");
  const socket =
    Buffer.byteLength(near) <= longestSocketFolder ? near : join(tmpdir(), `luohu-${markOf(home)}`);
  ensureOwned(socket, user);
  return { home, cluster: join(home, "cluster"), socket, user };
}

/** Makes a folder that only the user of PostgreSQL gets into. */
export function ensureOwned(folder: string, user: SystemUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  const owner = user?.uid ?? process.getuid?.();
  if (user !== undefined && uid === 0) chownSync(folder, user.uid, user.gid);
  else if (owner !== undefined && uid !== owner) {
    throw new Error(`${folder} belongs to another user of this machine: start Luohu as that user.`);
  }
  chmodSync(folder, 0o700);
}

/** Below a folder that is closed to others, as /root is, only its owner reaches anything. */
function moveOut(folder: string): string {
  const home = join("/var/lib/luohu", `${basename(dirname(dirname(folder)))}-${markOf(folder)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(home, 0o755);
  writeFileSync(join(folder, "moved-to"), `${home}\n`);
  return home;
}

const markOf = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 12);
