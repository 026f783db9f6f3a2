import { once } from "node:events";
import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { startDepartments } from "../api/departments.ts";
import { openDepartments } from "../departments/index.ts";
import { fill } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { dataFolder } from "./installation.ts";
import { membersIn, membersFile } from "./members.ts";
import { oneLine } from "./problems.ts";
import { usePack } from "./pack.ts";

/** `luohu departments`: the sandbox departments until a signal; prints their address on one line. */
export const departments: Command = {
  options: { port: "value", pack: "value" },
  operands: 0,
  run: async (call) => {
    const { io, texts, values } = call;
    const port = Number(values.get("port") ?? 0);
    const pack = usePack(values.get("pack"), call);
    if (pack === undefined) return exit.badInput;
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      io.err(`luohu: ${fill(texts.portInvalid, { value: JSON.stringify(values.get("port")) })}\n`);
      return exit.badInput;
    }
    const folder = join(dataFolder(io.env), "departments");
    const stop = stopped();
    try {
      const opened = await openDepartments({
        pack,
        folder,
        members: () => membersIn(join(folder, membersFile)),
        now: () => new Date(),
        uuid: randomUUID,
        nonce: () => randomBytes(16).toString("base64url"),
      });
      const { url, close } = await startDepartments(opened, {
        port,
        log: (line) => io.err(`${line}\n`),
      });
      io.out(`${url}\n`);
      await stop;
      await close();
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      io.err(`luohu: ${fill(texts.noDepartments, { reason: oneLine(error.message) })}\n`);
      return exit.badInput;
    }
  },
};

/** Settles at a signal, or when whoever started it as a child is gone. */
async function stopped(): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ends = signals.map((signal) => once(process, signal));
  if (process.channel) ends.push(once(process, "disconnect"));
  await Promise.race(ends);
}
