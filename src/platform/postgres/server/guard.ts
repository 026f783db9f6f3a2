// Programs that end when we do, even when we are killed outright.
import { type ChildProcess, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import type { SystemUser } from "./system-user.ts";

// The shell becomes the program. Beside it stays one that hears our end of a pipe: it closes when
// we are killed, and then the program is asked to end too. A line instead says that all is well.
const script = `(if ! read -r _ <&3; then kill -INT $$; fi) >/dev/null 2>&1 &
exec "$@" 3<&-`;

const windows = process.platform === "win32";

export type GuardedOptions = {
  readonly user: SystemUser | undefined;
  readonly cwd: string;
  readonly stdio: readonly ["pipe" | "ignore", "pipe" | number, "pipe" | number];
};

export type Guarded = {
  readonly child: ChildProcess;
  /** Says how it ended. */
  readonly ended: Promise<string>;
  /** From now on, the program ends without the guard. */
  readonly letGo: () => void;
};

/** Starts a program in a session of its own, so that Ctrl-C in our terminal does not reach it. */
export function spawnGuarded(
  program: string,
  args: readonly string[],
  { user, cwd, stdio }: GuardedOptions,
): Guarded {
  const [command, commandArgs] = windows
    ? [program, args]
    : ["/bin/sh", ["-c", script, "luohu-guard", program, ...args]];
  const child = spawn(command, commandArgs, {
    ...user,
    cwd,
    env: environment(),
    detached: !windows,
    stdio: [...stdio, windows ? "ignore" : "pipe"],
  });
  const guard = child.stdio[3] as Writable | null;
  guard?.on("error", () => undefined);
  const letGo = () => void guard?.end("well\n");
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  void ended.then(letGo);
  return { child, ended, letGo };
}

/** What PostgreSQL needs and nothing else: a PGDATA of ours would lead it astray. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  const kept = Object.entries({ PATH, SystemRoot, TEMP, TMP }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8" };
}
