import { once } from "node:events";
import { startServer } from "../api/server.ts";
import { fill } from "../policy/index.ts";
import type { Call, Command } from "./command.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";

/** The port when neither --port nor PORT names one. */
export const defaultPort = 8321;

/** Longest wait for answers under way once the server is told to stop, in milliseconds. */
const closeLimit = 800;

/** `luohu serve`: the pages and the API until a signal; prints their address on one line. */
export const serve: Command = {
  options: { port: "value", host: "value", pack: "value" },
  operands: 0,
  run: async (call) => {
    const { io, texts, values } = call;
    const port = readPort(call);
    if (port === undefined) return exit.badInput;
    const pack = usePack(values.get("pack"), call);
    if (pack === undefined) return exit.badInput;
    const host = values.get("host") ?? "127.0.0.1";
    const stop = stopSignal();
    const started = await startServer({ port, host, pack, log: (line) => io.err(`${line}\n`) });
    if (started.kind === "refused") {
      const template = started.code === "EADDRINUSE" ? texts.portTaken : texts.cannotListen;
      const other = port < 65_535 ? port + 1 : port - 1;
      io.err(`luohu: ${fill(template, { port, host, other, reason: started.code })}\n`);
      return exit.badInput;
    }
    io.out(`${started.url}\n`);
    await stop;
    const late = setTimeout(() => process.exit(exit.fine), closeLimit);
    await started.close();
    clearTimeout(late);
    return exit.fine;
  },
};

function readPort({ io, texts, values }: Call): number | undefined {
  const value = values.get("port") ?? io.env["PORT"] ?? "";
  if (value === "") return defaultPort;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  io.err(`luohu: ${fill(texts.portInvalid, { value: JSON.stringify(value) })}\n`);
  return undefined;
}

/** Settles at the first SIGINT, SIGTERM or SIGHUP; a second one ends the process at once. */
async function stopSignal(): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  await Promise.race(signals.map((signal) => once(process, signal)));
}
