import { availableParallelism, loadavg } from "node:os";
import { type Installation, openInstallation } from "./installation.ts";
import { seconds } from "./report.ts";

/** Tells how far it is, and when. */
export type Tell = (line: string) => void;

/** Milliseconds between two lines of one loop. */
const pause = 2000;

/** For a long loop: tells from time to time. */
export function atIntervals(tell: Tell): (line: () => string) => void {
  let told = performance.now();
  return (line) => {
    if (performance.now() - told < pause) return;
    told = performance.now();
    tell(line());
  };
}

/** Works on an installation of its own; nothing of it is left, also where a signal ends the work half-way. */
export async function onInstallation(
  work: (installation: Installation, tell: Tell) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const tell = (line: string) => console.error(`${seconds(performance.now() - began)}  ${line}`);
  const installation = await openInstallation();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // What is under way fails, in whatever way.
      process.on("uncaughtException", () => undefined);
      void installation.close().finally(() => process.exit(1));
    });
  }
  try {
    tell(describeMachine(installation));
    await work(installation, tell);
  } finally {
    await installation.close();
  }
}

/** What a figure depends on besides the program: versions, cores, and what else the machine does (load of a minute). */
const describeMachine = ({ version }: Installation): string =>
  `PostgreSQL ${version}, ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
