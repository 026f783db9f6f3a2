import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";

/** The port when neither --port nor PORT names one. */
export const defaultPort = 8321;

/** The port that the call names; undefined, with the reason printed, where it is none. */
export function readPort({ io, texts, values }: Call): number | undefined {
  const value = values.get("port") ?? io.env["PORT"] ?? "";
  if (value === "") return defaultPort;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  io.err(`luohu: ${fill(texts.portInvalid, { value: JSON.stringify(value) })}\n`);
  return undefined;
}
