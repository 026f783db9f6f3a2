// Works off the questions that wait. It may be killed anywhere: a question that was taken is due again when its time
// is up, the department knows it by its request, and it is settled once.
import { repeat, type Repeated } from "../platform/jobs/index.ts";
import { DatabaseUnavailable, type Transaction } from "../platform/postgres/index.ts";
import { bytesOf } from "../register/index.ts";
import { question } from "./contract.ts";
import { digestOf, digestOfCode } from "./digest.ts";
import { delayAfter } from "./domain/back-off.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import { appendEntry } from "./log.ts";
import { type Outcome, send } from "./send.ts";
import { insertPayload, listPayloads } from "./store/payloads.ts";
import {
  claimDue,
  countiesDue,
  holdWaiting,
  postpone,
  settle,
  type StoredRequest,
} from "./store/requests.ts";

/** Questions under way at once. */
const atOnce = 8;

/** Milliseconds for which a question that was taken is left alone; longer than any department has to answer. */
const lease = 12_000;

const usualAttempts = 8;

/** Sends every question that is due; gives how many. `log` takes one line for each that got no answer. */
export async function deliverDue(
  exchange: Exchange,
  log: (line: string) => void = () => undefined,
): Promise<number> {
  const { database, clock } = exchange;
  const now = clock();
  const due = await database.inTransaction(scopeOf([]), (tx) =>
    tx.run(countiesDue, [now.toISOString()]),
  );
  if (due.length === 0) return 0;
  const counties = due.map(({ county }) => county);
  const claimed = await database.inTransaction(scopeOf(counties), (tx) =>
    tx.run(claimDue, [
      now.toISOString(),
      new Date(now.getTime() + lease).toISOString(),
      counties,
      atOnce,
    ]),
  );
  await Promise.all(claimed.map((request) => deliver(exchange, request, log)));
  return claimed.length;
}

async function deliver(
  exchange: Exchange,
  request: StoredRequest,
  log: (line: string) => void,
): Promise<void> {
  const { database } = exchange;
  const { county, department, attempts } = request;
  const scope = scopeOf([county]);
  const [asked] = await database.inTransaction(scope, (tx) =>
    tx.run(listPayloads, [county, "question", [request.request]]),
  );
  // Without its payload it was erased: nobody is asked about someone who is no longer here.
  const outcome: Outcome =
    asked === undefined
      ? { kind: "nobody" }
      : await send(exchange, question.parse(JSON.parse(asked.payload.toString("utf8"))));
  if (outcome.kind === "failed") {
    log(`exchange: ${department} ${request.request}, attempt ${attempts + 1}: ${outcome.why}`);
  }
  await database.inTransaction(scope, (tx) => record(tx, exchange, request, outcome));
}

/** Writes down what became of an attempt, if somebody still waits for it. */
async function record(
  tx: Transaction,
  exchange: Exchange,
  { county, request, department, attempts }: StoredRequest,
  sent: Outcome,
): Promise<void> {
  const { clock, random, attempts: most = usualAttempts } = exchange;
  const now = clock();
  if ((await tx.run(holdWaiting, [county, request])).length === 0) return;
  if (sent.kind === "failed") {
    // Only what failed counts: who was killed with a question in hand has not learnt that nobody answers it.
    const failed = attempts + 1;
    const chance = random(4).readUInt32BE() / 2 ** 32;
    const next = new Date(now.getTime() + delayAfter(failed, chance));
    await tx.run(postpone, [county, request, next.toISOString()]);
    if (failed < most) return;
  }
  // The person may have been erased while the question was away: what is said about them now is not kept.
  const [asked] = await tx.run(listPayloads, [county, "question", [request]]);
  const outcome: Outcome = asked === undefined ? { kind: "nobody" } : sent;
  const kind =
    outcome.kind === "answered" || outcome.kind === "refused" ? outcome.kind : "unreachable";
  const refusal = outcome.kind === "refused" ? outcome.code : null;
  await tx.run(settle, [county, request, kind, now.toISOString(), refusal]);
  if (outcome.kind === "answered") {
    await tx.run(insertPayload, [county, request, "answer", bytesOf(outcome.answer)]);
  }
  const digest =
    outcome.kind === "answered" ? digestOf(outcome.answer) : digestOfCode(refusal ?? kind);
  await appendEntry(tx, exchange, { county, request, kind, department, digest });
}

/** Delivers at intervals of `every` milliseconds until it is stopped. A database that is away is told once and tried again. */
export function startDelivery(
  exchange: Exchange,
  { every, log }: { readonly every: number; readonly log: (line: string) => void },
): Repeated {
  return repeat({
    every,
    log,
    async work(stopped) {
      try {
        while (!stopped() && (await deliverDue(exchange, log)) === atOnce);
        return "";
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        return `exchange: ${error.message}`;
      }
    },
  });
}
