// A fresh database cluster with its two roles, complete or not there at all.
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { spawnGuarded } from "./guard.ts";
import { dataOf, ensureOwned, type Place } from "./place.ts";
import { isAlive } from "./process.ts";
import type { Programs } from "./programs.ts";
import { StartError } from "./start-error.ts";

/** How the two roles get in; kept in a file that only who started Luohu can read. */
type Passwords = { readonly owner: string; readonly app: string };

export type ClusterOptions = {
  /** Statements for the superuser, who can log in afterwards only if one of them says so. */
  readonly sql?: readonly string[];
  /** Whether what was made is forced to the disk. */
  readonly sync?: boolean;
};

/** Makes the cluster if there is none, and gives its passwords. */
export async function ensureCluster(
  place: Place,
  programs: Programs,
  options: ClusterOptions,
): Promise<Passwords> {
  if (!existsSync(place.cluster)) {
    await removeHalfMade(place);
    await makeCluster(place, programs, options);
  }
  return JSON.parse(readFileSync(passwordFile(place.cluster), "utf8")) as Passwords;
}

const passwordFile = (cluster: string) => join(cluster, "passwords.json");

/** What a start that was killed had begun; its process number is in the name. */
async function removeHalfMade({ home, cluster }: Place): Promise<void> {
  for (const name of readdirSync(home)) {
    const pid = name.startsWith(`${basename(cluster)}.`) ? Number(name.split(".")[1]) : 0;
    if (pid === 0 || isAlive(pid)) continue;
    // Its initdb may be ending just now, and be clearing up there too, which rmSync does not bear.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function makeCluster(
  place: Place,
  programs: Programs,
  { sql = [], sync = true }: ClusterOptions,
): Promise<void> {
  const aside = `${place.cluster}.${process.pid}.${randomBytes(4).toString("hex")}`;
  mkdirSync(aside, { mode: 0o755 });
  try {
    await fillCluster(aside, place, programs, { sql, sync });
    renameSync(aside, place.cluster);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another start was quicker: its cluster is as good.
    if (!existsSync(place.cluster)) throw error;
  }
}

async function fillCluster(
  cluster: string,
  place: Place,
  programs: Programs,
  { sql, sync }: Required<ClusterOptions>,
): Promise<void> {
  const data = dataOf(cluster);
  ensureOwned(data, place.user);
  const run = (name: string, args: readonly string[], input = "") =>
    runProgram(join(programs.bin, name), args, input, place);

  await run("initdb", [
    `--pgdata=${data}`,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    // The same order of texts on every system, and after every update of one.
    ...(programs.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
    "--data-checksums",
    "--auth=reject",
    "--no-instructions",
    ...(sync ? [] : ["--no-sync"]),
  ]);
  // Who connects may be another user of the system than who runs PostgreSQL: so, passwords.
  const way = process.platform === "win32" ? "host all all 127.0.0.1/32" : "local all all";
  writeFileSync(join(data, "pg_hba.conf"), `${way} scram-sha-256\n`);

  const passwords: Passwords = { owner: newPassword(), app: newPassword() };
  const statements = [
    `CREATE ROLE luohu_owner LOGIN PASSWORD '${passwords.owner}'`,
    `CREATE ROLE luohu_app LOGIN PASSWORD '${passwords.app}'`,
    "GRANT luohu_app TO luohu_owner",
    "CREATE DATABASE luohu OWNER luohu_owner",
    ...sql,
  ];
  const single = ["--single", "-D", data, "-c", `fsync=${sync ? "on" : "off"}`, "postgres"];
  await run("postgres", single, statements.map((each) => `${each};\n`).join(""));
  writeFileSync(passwordFile(cluster), JSON.stringify(passwords), { mode: 0o600 });
}

const newPassword = () => randomBytes(24).toString("hex");

async function runProgram(
  program: string,
  args: readonly string[],
  input: string,
  { home, user }: Place,
): Promise<void> {
  const { child, ended } = spawnGuarded(program, args, {
    user,
    cwd: home,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => (said += chunk.toString());
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  const how = await ended;
  // In single-user mode a failed statement is told, and the next one is run.
  const failure = /^.*\b(?:error|ERROR|FATAL): .*$/m.exec(said)?.[0];
  if (how === "exit code 0" && failure === undefined) return;
  throw new StartError(`${basename(program)} failed: ${failure ?? (said.trim() || how)}`);
}
