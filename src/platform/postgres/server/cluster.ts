// A fresh database cluster with its two roles, complete or not there at all.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { ensureOwned, type Place } from "./place.ts";
import type { Programs } from "./programs.ts";

/** How the two roles get in; kept in a file that only who started Luohu can read. */
export type Access = { readonly ownerPassword: string; readonly appPassword: string };

export const dataOf = (cluster: string): string => join(cluster, "data");

/** Makes the cluster if there is none; a half-made one of a killed start is thrown away. */
export async function ensureCluster(
  place: Place,
  programs: Programs,
  extra: { readonly sql?: readonly string[]; readonly sync?: boolean } = {},
): Promise<Access> {
  if (!existsSync(place.cluster)) await makeCluster(place, programs, extra);
  return JSON.parse(readFileSync(passwordFile(place.cluster), "utf8")) as Access;
}

const passwordFile = (cluster: string) => join(cluster, "passwords.json");

async function makeCluster(
  place: Place,
  programs: Programs,
  extra: { readonly sql?: readonly string[]; readonly sync?: boolean },
): Promise<void> {
  const prefix = `${basename(place.cluster)}.`;
  for (const name of readdirSync(place.home).filter((each) => each.startsWith(prefix))) {
    rmSync(join(place.home, name), { recursive: true, force: true });
  }
  const aside = `${place.cluster}.${process.pid}`;
  mkdirSync(aside, { mode: 0o755 });
  const data = dataOf(aside);
  ensureOwned(data, place.user);
  const run = (name: string, args: readonly string[], input = "") =>
    runProgram({ place, programs, name, args, input });

  const collation =
    programs.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  await run("initdb", [
    `--pgdata=${data}`,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    ...collation,
    "--data-checksums",
    "--auth=reject",
    "--no-instructions",
    ...(extra.sync === false ? ["--no-sync"] : []),
  ]);
  // Whoever connects is another user than PostgreSQL's when root started it: so, passwords.
  const way = process.platform === "win32" ? "host all all 127.0.0.1/32" : "local all all";
  writeFileSync(join(data, "pg_hba.conf"), `${way} scram-sha-256\n`);

  const access = { ownerPassword: newPassword(), appPassword: newPassword() };
  const sql = [
    `CREATE ROLE luohu_owner LOGIN PASSWORD '${access.ownerPassword}'`,
    `CREATE ROLE luohu_app LOGIN PASSWORD '${access.appPassword}'`,
    "GRANT luohu_app TO luohu_owner",
    "CREATE DATABASE luohu OWNER luohu_owner",
    ...(extra.sql ?? []),
  ];
  await run("postgres", ["--single", "-D", data, "postgres"], `${sql.join(";\n")};\n`);
  writeFileSync(passwordFile(aside), JSON.stringify(access), { mode: 0o600 });
  moveIn(aside, place.cluster);
}

const newPassword = () => randomBytes(24).toString("hex");

function moveIn(aside: string, cluster: string): void {
  try {
    renameSync(aside, cluster);
  } catch (error) {
    // Another start was quicker: its cluster is as good.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error;
  }
}

type Run = {
  readonly place: Place;
  readonly programs: Programs;
  readonly name: string;
  readonly args: readonly string[];
  readonly input: string;
};

async function runProgram({ place, programs, name, args, input }: Run): Promise<void> {
  const child = spawn(join(programs.bin, name), args, {
    ...place.user,
    cwd: place.home,
    env: environmentOf(programs),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // In single-user mode a failed command is told, and the next one is run.
  if (code === 0 && !/^.*(ERROR|FATAL): /m.test(said)) return;
  const why = said.split("\n").find((line) => /(error|ERROR|FATAL):/.test(line)) ?? said.trim();
  throw new Error(`${name} failed: ${why}`);
}

/** What PostgreSQL needs and nothing else: a PGDATA of ours would lead it astray. */
export function environmentOf(programs: Programs): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  const kept = Object.entries({ PATH, SystemRoot, TEMP, TMP }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8", ...programs.env };
}
