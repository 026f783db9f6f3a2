// The sandbox departments over real HTTP, for tests: on a free port, in a folder of their own.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startDepartments } from "../../api/departments.ts";
import type { Member } from "../../exchange/index.ts";
import type { Pack } from "../../policy/index.ts";
import { openDepartments } from "../index.ts";

export type TestDepartments = {
  /** Ends in a slash. */
  readonly url: () => string;
  /** As the directory has them; undefined while they are stopped. */
  readonly members: () => readonly Member[] | undefined;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Started, and gone after the file's tests. */
export async function useDepartments(
  pack: Pack,
  askers: readonly Member[],
): Promise<TestDepartments> {
  const folder = mkdtempSync(join(tmpdir(), "luohu-departments-"));
  let running: Awaited<ReturnType<typeof startDepartments>> | undefined;
  let members: readonly Member[] | undefined;

  async function start(): Promise<void> {
    const opened = await openDepartments({
      pack,
      folder,
      members: () => askers,
      now: () => new Date(),
      uuid: randomUUID,
      nonce: () => randomBytes(16).toString("base64url"),
    });
    running = await startDepartments(opened, { port: 0, log: () => undefined });
    const directory = await (await fetch(`${running.url}directory.json`)).json();
    ({ members } = directory as { readonly members: readonly Member[] });
  }

  async function stop(): Promise<void> {
    await running?.close();
    members = undefined;
  }

  await start();
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: () => running?.url ?? "", members: () => members, start, stop };
}
