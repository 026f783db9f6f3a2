// Two ways to ask: every client as fast as it is answered, and so many requests a second whether answered or not.
import { setTimeout as sleep } from "node:timers/promises";
import type { Asking, Client } from "./clients.ts";

/** Milliseconds from when a request was due until its answer was read whole. */
export type Latencies = readonly number[];

/** Each client asks again as soon as it was answered, until there is nothing left to ask; gives the latencies and answers a second. */
export async function askInTurn(
  clients: readonly Client[],
  next: () => Asking | undefined,
  seconds: number,
): Promise<{ readonly latencies: Latencies; readonly perSecond: number }> {
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    clients.map(async (ask) => {
      for (let at = performance.now(); at < end; at = performance.now()) {
        const asking = next();
        if (asking === undefined) return;
        await ask(asking);
        latencies.push(performance.now() - at);
      }
    }),
  );
  return { latencies, perSecond: latencies.length / ((performance.now() - began) / 1000) };
}

/**
 * Requests are due one after the other at an even rate. Each is timed from when it was due, not from when it could
 * be sent: an answer that is late makes those behind it late too, and is not left out of the count.
 */
export async function askAtRate(
  clients: readonly Client[],
  next: () => Asking | undefined,
  rate: number,
  seconds: number,
): Promise<Latencies> {
  const latencies: number[] = [];
  const failures: unknown[] = [];
  const answers: Promise<unknown>[] = [];
  const began = performance.now();
  const total = rate * seconds;
  for (let sent = 0; sent < total;) {
    const due = began + (sent * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(Math.ceil(wait));
    const ask = clients[sent % clients.length];
    const asking = next();
    if (ask === undefined || asking === undefined)
      throw new Error("there is nobody or nothing to ask");
    const answered = () => latencies.push(performance.now() - due);
    answers.push(ask(asking).then(answered, (error: unknown) => failures.push(error)));
    if (failures.length > 0) break;
    sent += 1;
  }
  await Promise.all(answers);
  if (failures.length > 0) throw failures[0];
  return latencies;
}
