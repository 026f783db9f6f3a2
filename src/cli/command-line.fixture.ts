// The command line for tests: here, which is quick, or as a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runSafely } from "./run.ts";

const mainFile: string = join(import.meta.dirname, "main.ts");

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** The environment of a test's command line: no language set, no port. */
function plainEnvironment(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  const languages = /^(LUOHU_LANG|LC_\w+|LANG|LANGUAGE|PORT|NODE_.*|VITEST.*)$/;
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !languages.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...changes };
}

type RunOptions = {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs the command line to its end in this process: everything but pipes, signals and what a process leaves behind. */
export async function luohu(
  args: readonly string[],
  { input = "", env }: RunOptions = {},
): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  const code = await runSafely(args, {
    out: (text) => void (said.stdout += text),
    err: (text) => void (said.stderr += text),
    stdin: Readable.from([Buffer.from(input)]),
    env: plainEnvironment(env),
  });
  return { code, ...said };
}

export function startLuohu(args: readonly string[], { env }: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [mainFile, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: plainEnvironment(env),
  });
}

/** Runs the command line to its end as a process of its own. */
export async function luohuProcess(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const child = startLuohu(args, options);
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  // The child may end before it has read everything.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(options.input ?? "");
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, stdout: stdout(), stderr: stderr() };
}

export function gather(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
