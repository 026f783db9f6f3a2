// Search, a person's page and settling through the real server.
import { startClients } from "../shared/clients.ts";
import type { Installation } from "../shared/installation.ts";
import { askAtRate, askInTurn } from "../shared/load-generator.ts";
import type { Figures } from "./marks.ts";
import { percentile, shares, table } from "../shared/report.ts";
import { prepareRequests } from "./requests.ts";
import type { Settler } from "./settles.ts";

const rate = 200;
const kinds = ["search", "person", "settle"] as const;

/** Prints p50, p95, p99; gives p95 in milliseconds at the fixed rate. */
export async function timeRequests(
  installation: Installation,
  settler: Settler,
  clientCount: number,
  seconds: number,
): Promise<Pick<Figures, "searchMs" | "personMs" | "settleMs">> {
  const requests = await prepareRequests(installation.owner, settler);
  const server = await startClients(installation, clientCount);
  try {
    const rows = [];
    const p95 = { search: 0, person: 0, settle: 0 };
    for (const kind of kinds) {
      const next = requests[kind];
      await askInTurn(server.clients, next, Math.min(2, seconds));
      const full = await askInTurn(server.clients, next, seconds);
      const paced = await askAtRate(server.clients, next, rate, seconds);
      p95[kind] = percentile(paced, 0.95);
      rows.push(
        [`${kind}, ${clientCount} clients`, full.perSecond.toFixed(0), ...shares(full.latencies)],
        [`${kind}, paced`, String(rate), ...shares(paced)],
      );
    }
    console.log(table(["over HTTP", "per second", "p50 ms", "p95 ms", "p99 ms"], rows));
    return { searchMs: p95.search, personMs: p95.person, settleMs: p95.settle };
  } finally {
    await server.close();
  }
}
