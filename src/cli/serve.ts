import { once } from "node:events";
import { type Started, startServer } from "../api/server.ts";
import { cast } from "../demo-data/index.ts";
import { exchangeLedger, startDelivery } from "../exchange/index.ts";
import { findInstallation } from "../identity/index.ts";
import { fill } from "../policy/index.ts";
import { findPersonByIdNumber, startCheckpoints } from "../register/index.ts";
import type { Call, Command } from "./command.ts";
import { makeDemo } from "./demo.ts";
import { useProvider } from "./identity-provider.ts";
import { type Installation, useInstallation } from "./installation.ts";
import { exit } from "./io.ts";
import { openExchange } from "./open-exchange.ts";
import { registerOf, standardsFor } from "./open-register.ts";
import { usePack } from "./pack.ts";
import { readPort } from "./port.ts";
import { useRateLimits } from "./rate-limits.ts";
import { usePublicAddress } from "./public-address.ts";

/** Longest wait for answers under way once the server is told to stop, in milliseconds. */
const closeLimit = 800;

/** Milliseconds from one look for questions to departments to the next. */
const deliveryPause = 500;

/** `luohu serve`: the register, its pages and the API until a signal; prints their address on one line. */
export const serve: Command = {
  options: { port: "value", host: "value", pack: "value" },
  operands: 0,
  run: async (call) => {
    const port = readPort(call);
    if (port === undefined) return exit.badInput;
    const stop = stopSignal();
    const installation = await useInstallation(call);
    if (installation === undefined) return exit.badInput;
    try {
      return await serveFrom(installation, port, stop, call);
    } finally {
      await installation.close();
    }
  },
};

async function serveFrom(
  installation: Installation,
  port: number,
  stop: Promise<void>,
  call: Call,
): Promise<number> {
  const { io, values } = call;
  const pack = usePack(values.get("pack"), call);
  const provider = useProvider(call);
  const address = usePublicAddress(call);
  const rateLimits = useRateLimits(call);
  if (pack === undefined || provider === undefined) return exit.badInput;
  if (address === undefined || rateLimits === undefined) return exit.badInput;
  const kind = await ensureKind(installation, call);
  if (kind === undefined) return exit.badInput;
  const standards = standardsFor(kind);
  const register = registerOf(installation, standards);
  const host = values.get("host") ?? "127.0.0.1";
  const signIn = kind === "demo" ? { demo: cast } : provider;
  const { exchange, stop: stopExchange } = await openExchange(installation, kind, pack, call);
  const started = await startServer({
    ...address,
    rateLimits,
    port,
    host,
    pack,
    log: (line) => io.err(`${line}\n`),
    standards,
    register,
    exchange,
    identity: {
      database: installation.database,
      findPerson: (idNumber) => findPersonByIdNumber(register, idNumber),
      ...(signIn === "none" ? {} : { provider: signIn }),
    },
  });
  if (started.kind === "refused") {
    await stopExchange();
    return refuse(started.code, host, port, call);
  }
  io.out(`${started.url}\n`);
  const signing = {
    database: installation.database,
    keys: installation.keys,
    now: () => new Date().toISOString(),
    every: checkpointPause(io.env),
    log: (line: string) => io.err(`${line}\n`),
  };
  const checkpoints = startCheckpoints(signing);
  const exchangeCheckpoints = startCheckpoints({ ...signing, ledger: exchangeLedger });
  const delivery = startDelivery(exchange, {
    every: deliveryPause,
    log: (line) => io.err(`${line}\n`),
  });
  await stop;
  const late = setTimeout(() => process.exit(exit.fine), closeLimit);
  const exchangeEnded = Promise.all([delivery.stop(), stopExchange()]);
  await started.close();
  await checkpoints.stop();
  await exchangeEnded;
  await exchangeCheckpoints.stop();
  clearTimeout(late);
  return exit.fine;
}

/** What the installation is for; the one in the box begins as a demo, a database of one's own has to be set up. */
async function ensureKind(
  installation: Installation,
  { io, texts }: Call,
): Promise<"demo" | "real" | undefined> {
  const kind = await findInstallation(installation.database);
  if (kind === "real") return kind;
  if (kind === undefined && (io.env["DATABASE_URL"] ?? "") !== "") {
    io.err(`luohu: ${texts.notInitialised}\n`);
    return undefined;
  }
  if (kind === undefined) io.err(`${texts.makingDemo}\n`);
  await makeDemo(installation);
  return "demo";
}

function refuse(
  code: Extract<Started, { kind: "refused" }>["code"],
  host: string,
  port: number,
  { io, texts }: Call,
): number {
  const templates: Readonly<Record<string, string>> = {
    EADDRINUSE: texts.portTaken,
    "demo-data-off-loopback": texts.demoOffLoopback,
    "demo-sign-in-with-real-data": texts.demoSignIn,
  };
  const other = port < 65_535 ? port + 1 : port - 1;
  const said = fill(templates[code] ?? texts.cannotListen, { port, host, other, reason: code });
  io.err(`luohu: ${said}\n`);
  return exit.badInput;
}

/** Milliseconds from one signature of the chains to the next: `LUOHU_CHECKPOINT_SECONDS`, else a minute. */
function checkpointPause(env: Call["io"]["env"]): number {
  const seconds = Number(env["LUOHU_CHECKPOINT_SECONDS"] ?? "");
  return seconds > 0 ? seconds * 1000 : 60_000;
}

/** Settles at the first SIGINT, SIGTERM or SIGHUP; a second one ends the process at once. */
async function stopSignal(): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  await Promise.race(signals.map((signal) => once(process, signal)));
}
