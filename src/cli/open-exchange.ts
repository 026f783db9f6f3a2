import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Exchange, Member } from "../exchange/index.ts";
import type { InstallationKind } from "../identity/index.ts";
import { ensureKey, listKeys } from "../platform/keys/index.ts";
import type { Pack } from "../policy/index.ts";
import type { Call } from "./command.ts";
import { dataFolder, type Installation } from "./installation.ts";
import { membersIn } from "./members.ts";
import { startSandbox } from "./sandbox.ts";

export type OpenExchange = { readonly exchange: Exchange; readonly stop: () => Promise<void> };

/**
 * The exchange of an installation. A demo has sandbox departments of its own; a real one names its members in the
 * file LUOHU_EXCHANGE, read anew each time, and asks nobody without it.
 */
export async function openExchange(
  { database, keys: installationKeys }: Installation,
  kind: InstallationKind,
  pack: Pack,
  { io }: Call,
): Promise<OpenExchange> {
  const keys = join(installationKeys, "exchange");
  await ensureKey(keys, new Date().toISOString());
  const base = { database, pack, clock: () => new Date(), random: randomBytes, keys };
  if (kind === "real") {
    const file = io.env["LUOHU_EXCHANGE"] ?? "";
    const members = (): readonly Member[] => (file === "" ? [] : membersIn(file));
    return { exchange: { ...base, members }, stop: () => Promise.resolve() };
  }
  const us = (await listKeys(keys)).map(({ key, x }) => ({ key, x }));
  const sandbox = startSandbox({
    data: dataFolder(io.env),
    askers: [{ member: "luohu", url: "http://localhost", keys: us }],
    env: io.env,
    log: (line) => io.err(`${line}\n`),
  });
  return { exchange: { ...base, members: sandbox.members }, stop: sandbox.stop };
}
