// Queue, case and decision through the real server.
import type { Client } from "../shared/clients.ts";
import { askAtRate, askInTurn } from "../shared/load-generator.ts";
import { percentile, shares, table } from "../shared/report.ts";
import type { Tell } from "../shared/run.ts";
import type { Figures } from "./marks.ts";
import { kinds, type Requests } from "./requests.ts";

const rate = 100;

/** Prints p50, p95, p99; gives p95 in milliseconds at the fixed rate, and decisions a second as fast as they go. */
export async function timeRequests(
  clients: readonly Client[],
  requests: Requests,
  seconds: number,
  tell: Tell,
): Promise<Pick<Figures, "queueMs" | "caseMs" | "decideMs" | "casesPerSecond">> {
  const rows = [];
  const p95 = { queue: 0, case: 0, decide: 0 };
  let casesPerSecond = 0;
  for (const kind of kinds) {
    tell(`${kind} over HTTP`);
    const next = requests[kind];
    await askInTurn(clients, next, Math.min(2, seconds));
    const paced = await askAtRate(clients, next, rate, seconds);
    p95[kind] = percentile(paced, 0.95);
    const full = await askInTurn(clients, next, seconds);
    if (kind === "decide") casesPerSecond = full.perSecond;
    rows.push(
      [`${kind}, paced`, String(rate), ...shares(paced)],
      [`${kind}, ${clients.length} clients`, full.perSecond.toFixed(0), ...shares(full.latencies)],
    );
  }
  console.log(table(["over HTTP", "per second", "p50 ms", "p95 ms", "p99 ms"], rows));
  return { queueMs: p95.queue, caseMs: p95.case, decideMs: p95.decide, casesPerSecond };
}
