// A small npm run faults, so that it does not rot; the real one takes minutes.
import { expect, test } from "vitest";
import { runFaults } from "./faults/run.ts";

test("kill -9 of the server, of PostgreSQL and of a backend loses nothing and does nothing twice", async () => {
  const { signal } = new AbortController();
  const outcome = await runFaults({
    rounds: 3,
    seed: 7,
    clerks: 8,
    quiet: [200, 800],
    say: () => undefined,
    signal,
  });
  const { lost, doubled, wrong, rounds, counts } = outcome;
  expect({ lost, doubled, wrong, rounds }).toEqual({ lost: [], doubled: [], wrong: [], rounds: 3 });
  expect(counts.unresolved).toBe(0);
  expect(counts.acknowledged).toBeGreaterThan(10);
  expect(counts.retried).toBeGreaterThan(0);
}, 120_000);
