// npm run faults: acts and cases under kill -9; the last line is read by machines.
//   npm run faults -- --rounds 4 --seed 7
import { parseArgs } from "node:util";
import { type Outcome, runFaults } from "./run.ts";
import { strikes } from "./strikes.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    clerks: { type: "string", default: "8" },
    cases: { type: "string", default: "5" },
  },
});

/** Lines of one kind of finding that are shown. */
const mostShown = 20;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stop.abort());
}

const began = Date.now();
try {
  const outcome = await runFaults({
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    clerks: Number(values.clerks),
    cases: Number(values.cases),
    quiet: [500, 6_000],
    say: (line) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${line}`),
    signal: stop.signal,
  });
  process.exitCode = report(outcome);
} catch (error) {
  console.error(stop.signal.aborted ? "Stopped." : error);
  process.exitCode = 1;
}

function report(outcome: Outcome): number {
  const { rounds, counts, recoveries, signIns, lost, doubled, wrong } = outcome;
  const { cases, stuck, exchange } = outcome;
  const { questions, repeated, open, sentTwice, answersLost } = exchange;
  for (const found of [lost, doubled, stuck, open, sentTwice, answersLost, wrong]) {
    for (const line of found.slice(0, mostShown)) console.log(line);
  }
  for (const what of strikes) {
    const times = recoveries.flatMap((each) => (each.what === what ? [each.milliseconds] : []));
    if (times.length === 0) continue;
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    console.log(`back after ${what}: median ${median} ms, longest ${sorted.at(-1)} ms`);
  }
  const { acknowledged, twoCounties, retried, resolved, refused, unresolved } = counts;
  console.log(
    `sent again ${retried}, of them done by a request without an answer ${resolved}, ` +
      `refused ${refused}, never told ${unresolved}, in two counties ${twoCounties}, ` +
      `signed in again ${signIns}, otherwise wrong ${wrong.length}`,
  );
  console.log(
    `cases ${cases.begun}, steps ${cases.steps}, carried out ${cases.effected}, stuck ${stuck.length}; ` +
      `questions ${questions}, open ${open.length}, asked again for their answer ${repeated}, ` +
      `sent twice ${sentTwice.length}, answers lost ${answersLost.length}`,
  );
  console.log(
    `rounds ${rounds}, acts acknowledged ${acknowledged}, lost ${lost.length}, doubled ${doubled.length}`,
  );
  const found = [lost, doubled, wrong, stuck, open, sentTwice, answersLost];
  return found.every(({ length }) => length === 0) && unresolved === 0 ? 0 : 1;
}
