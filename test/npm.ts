// npm as a person runs it, not as our own npm test hands it on to what it starts.
import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";

/** The environment without what npm test, the test runner and the bundled Node put into it. */
export function bareEnvironment(changes: Record<string, string>): Record<string, string> {
  const ours = /^(npm_.*|NODE_OPTIONS|NODE_ENV|NODE_CHANNEL.*|VITEST.*|TEST|INIT_CWD|SOAK)$/i;
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !ours.test(entry[0]),
  );
  const path = (process.env["PATH"] ?? "").split(":").filter((part) => !/node_modules/.test(part));
  return { ...Object.fromEntries(entries), PATH: path.join(":"), ...changes };
}

/** A command that ran to its end. */
export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a command to its end, and gives what it said. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<Ended> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [collect(child, "stdout"), collect(child, "stderr")];
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, stdout: stdout(), stderr: stderr() };
}

/** Gathers a stream of a process; the function it returns gives what has come so far. */
export function collect(child: ChildProcess, name: "stdout" | "stderr"): () => string {
  const chunks: Buffer[] = [];
  child[name]?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
