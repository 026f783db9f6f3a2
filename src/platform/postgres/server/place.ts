// Where a database lies on disk, and where its socket is.
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { StartError } from "./start-error.ts";
import { canEnter, postgresUser, type SystemUser } from "./system-user.ts";

export type Place = {
  /** Holds everything of this PostgreSQL. */
  readonly home: string;
  /** PostgreSQL's own folder and our passwords: made aside, and moved in when complete. */
  readonly cluster: string;
  /** The folder of the socket: its path is short, and other users do not get in. */
  readonly socket: string;
  /** Names the socket. On Windows, which has none for us, PostgreSQL listens there. */
  readonly port: number;
  /** Who owns the data and runs PostgreSQL, when that is not ourselves. */
  readonly user: SystemUser | undefined;
};

const usualPort = 5432;

/** A socket's whole path has at most 107 bytes. */
const longestSocketFolder = 107 - `/.s.PGSQL.${usualPort}`.length;

/** PostgreSQL's own folder in a cluster. */
export const dataOf = (cluster: string): string => join(cluster, "data");

/** Makes the folders for a PostgreSQL of `folder`. */
export function preparePlace(folder: string): Place {
  mkdirSync(folder, { recursive: true });
  const home = homeOf(realpathSync(folder));
  const cluster = join(home, "cluster");
  const user = postgresUser(dataOf(cluster));
  const near = join(home, "run");
  const socket =
    Buffer.byteLength(near) <= longestSocketFolder ? near : join(tmpdir(), `luohu-${markOf(home)}`);
  ensureOwned(socket, user);
  return { home, cluster, socket, port: portOf(home), user };
}

/** Makes a folder that only the user of PostgreSQL gets into. */
export function ensureOwned(folder: string, user: SystemUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  const owner = user?.uid ?? process.getuid?.();
  if (user !== undefined && uid === 0) chownSync(folder, user.uid, user.gid);
  else if (owner !== undefined && uid !== owner) {
    throw new StartError(
      `${folder} belongs to another user of this machine: start Luohu as that user.`,
    );
  }
  chmodSync(folder, 0o700);
}

/**
 * The folder itself, unless the user of PostgreSQL cannot get there: below /root, only root can.
 * Where it moved once it stays, whatever becomes of the folders above.
 */
function homeOf(folder: string): string {
  const note = join(folder, "moved-to");
  if (existsSync(note)) return readFileSync(note, "utf8").trim();
  const cluster = join(folder, "cluster");
  const user = postgresUser(dataOf(cluster));
  // This one is ours, and what is in it has closed doors of its own.
  if (user !== undefined) chmodSync(folder, 0o711);
  if (canEnter(folder, user)) return folder;
  if (existsSync(cluster)) {
    throw new StartError(`The user of PostgreSQL cannot get into ${folder} any more.`);
  }
  const home = join(elsewhere, `${basename(dirname(dirname(folder)))}-${markOf(folder)}`);
  mkdirSync(home, { recursive: true });
  for (const each of [elsewhere, home]) chmodSync(each, 0o755);
  writeFileSync(note, `${home}\n`);
  return home;
}

/** Only root ever moves data out, and root may write here. */
const elsewhere = "/var/lib/luohu";

/** The same at every start, and hardly that of another PostgreSQL of the machine. */
function portOf(home: string): number {
  if (process.platform !== "win32") return usualPort;
  return 20_000 + (Number.parseInt(markOf(home), 16) % 20_000);
}

const markOf = (path: string) => createHash("sha256").update(path).digest("hex").slice(0, 12);
