// From a bare clone, with only Node and npm: npm start in every way a person may treat it.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  copyCheckout,
  findFreePort,
  findProcesses,
  npmStart,
  type Started,
  type StartOptions,
} from "./checkout.ts";
import { bareEnvironment, runToEnd } from "./npm.ts";

type Running = Omit<Started, "address">;

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "luohu-bare-")));
const checkout = join(folder, "checkout");
const cache = npmSetting("cache");
const registry = npmSetting("registry");
let env: Record<string, string> = {};
/** Whoever starts it first is no superuser; where the tests are root's, root does everything after that. */
let person: Pick<StartOptions, "env" | "uid"> = { env };

beforeAll(async () => {
  copyCheckout(checkout);
  const home = join(folder, "home");
  env = bareEnvironment({
    HOME: home,
    PORT: await findFreePort(),
    npm_config_cache: cache,
    npm_config_registry: registry,
  });
  mkdirSync(home);
  chmodSync(folder, 0o755);
  person = isRoot ? await ordinaryUser() : { env };
}, 60_000);

async function ordinaryUser(): Promise<typeof person> {
  const own = { HOME: join(folder, "theirs"), npm_config_cache: join(folder, "theirs", "cache") };
  // npm writes into its cache, and nobody but root may read root's.
  await cp(join(cache, "_cacache"), join(own.npm_config_cache, "_cacache"), { recursive: true });
  giveTo(NOBODY, own.HOME, checkout);
  return { env: { ...env, ...own }, uid: NOBODY };
}

function giveTo(user: number, ...folders: readonly string[]): void {
  execFileSync("chown", ["-R", `${user}:${user}`, ...folders]);
}

afterEach(() => {
  for (const { pid } of findProcesses(folder)) process.kill(pid, "SIGKILL");
});
// Tens of thousands of files.
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function npmSetting(name: string): string {
  return execFileSync("npm", ["config", "get", name], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** Starts, waits for the address, and prints how long that took. */
async function start(what: string, options: Partial<Parameters<typeof npmStart>[0]> = {}) {
  const began = Date.now();
  const started = npmStart({ cwd: checkout, env, ...options });
  const address = await started.address;
  const seconds = (Date.now() - began) / 1000;
  if (address === undefined) throw new Error(`${what}: no address. It said:\n${started.said()}`);
  console.log(`${what}: up in ${seconds.toFixed(1)} s`);
  return { ...started, address, seconds };
}

async function expectAnswers(address: string): Promise<void> {
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toMatch(/text\/html/);
  const api = await fetch(new URL("/api", address));
  expect(api.status).toBeLessThan(500);
}

async function expectGone(started: Running): Promise<void> {
  await started.ended;
  for (let tries = 0; tries < 50 && findProcesses(checkout).length > 0; tries++) await sleep(100);
  expect(findProcesses(checkout)).toEqual([]);
  expect(existsSync(join(checkout, ".luohu", "setup.lock"))).toBe(false);
}

/** Kills npm and our script outright, as a crash or an impatient person does. */
async function killHard(started: Running): Promise<void> {
  started.npm.kill("SIGKILL");
  for (const { pid, command } of findProcesses(checkout)) {
    if (/scripts\/start\.js/.test(command)) process.kill(pid, "SIGKILL");
  }
  await started.ended;
}

test(
  "an ordinary user's first start installs, builds and serves; Ctrl-C leaves nothing",
  { timeout: 120_000 },
  async () => {
    const first = await start("first start, warm npm cache", person);
    await expectAnswers(first.address);
    expect(first.said().match(/http:\/\//g)).toHaveLength(1);
    first.npm.kill("SIGINT");
    await expectGone(first);
  },
);

test("the second start does nothing over", { timeout: 60_000 }, async () => {
  const second = await start("second start", person);
  expect(second.said()).not.toMatch(/Installing|Building/);
  expect(second.seconds).toBeLessThan(10);
  await expectAnswers(second.address);

  const third = npmStart({ cwd: checkout, ...person });
  expect(await third.address).toBeUndefined();
  expect(await third.ended).not.toBe(0);
  expect(third.said()).toMatch(/PORT/);

  second.npm.kill("SIGTERM");
  await expectGone(second);
  if (!isRoot) return;
  rmSync(join(checkout, ".luohu"), { recursive: true });
  giveTo(0, checkout);
});

test("it starts from any folder", { timeout: 60_000 }, async () => {
  const prefixed = await start("npm --prefix", {
    cwd: folder,
    args: ["--prefix", checkout, "start"],
  });
  prefixed.npm.kill("SIGINT");
  await expectGone(prefixed);
  const inWeb = await start("npm start in web/", { cwd: join(checkout, "web") });
  await expectAnswers(inWeb.address);
  inWeb.npm.kill("SIGTERM");
  await expectGone(inWeb);
});

test("after kill -9 it starts again", { timeout: 120_000 }, async () => {
  const running = await start("before kill -9");
  await killHard(running);
  const again = await start("after kill -9 of a running one");
  again.npm.kill("SIGINT");
  await expectGone(again);

  rmSync(join(checkout, "node_modules"), { recursive: true });
  rmSync(join(checkout, "web", "dist"), { recursive: true });
  const installing = npmStart({ cwd: checkout, env });
  while (!existsSync(join(checkout, "node_modules", "fastify"))) await sleep(20);
  await killHard(installing);
  const building = npmStart({ cwd: checkout, env });
  while (!building.said().includes("Building")) await sleep(50);
  await sleep(500);
  await killHard(building);
  const healed = await start("after kill -9 in the middle of the install, then of the build");
  await expectAnswers(healed.address);
  healed.npm.kill("SIGINT");
  await expectGone(healed);
});

test("the tests' tools are added under a running server", { timeout: 120_000 }, async () => {
  const running = await start("before the tools");
  const node = join(
    checkout,
    "node_modules",
    `node-${process.platform}-${process.arch}`,
    "bin",
    "node",
  );
  const before = statSync(node).ino;
  const add = ["-e", "import('./scripts/install.js').then((m) => m.ensureInstalled('all'))"];
  const added = await runToEnd(process.execPath, add, { cwd: checkout, env });
  expect(added.code, added.stderr).toBe(0);
  expect(existsSync(join(checkout, "node_modules", "vitest", "package.json"))).toBe(true);
  expect(statSync(node).ino).toBe(before);
  await expectAnswers(running.address);
  running.npm.kill("SIGINT");
  await expectGone(running);

  // Had adding them been cut short, this would lie there, and nothing there could be trusted.
  writeFileSync(join(checkout, "node_modules", ".luohu-installing"), "");
  const healed = await start("after adding was cut short");
  expect(healed.said()).toMatch(/Installing packages/);
  healed.npm.kill("SIGINT");
  await expectGone(healed);
});
