// A small npm run faults, so that it does not rot; the real one takes minutes.
import { expect, test } from "vitest";
import { runFaults } from "./faults/run.ts";

test("kill -9 of the server, the departments and PostgreSQL loses nothing and does nothing twice", async () => {
  const { signal } = new AbortController();
  const outcome = await runFaults({
    rounds: 3,
    seed: 7,
    clerks: 6,
    cases: 4,
    quiet: [200, 600],
    say: () => undefined,
    signal,
  });
  const { lost, doubled, stuck, wrong, rounds, counts, cases, exchange } = outcome;
  const { questions, open, sentTwice, answersLost } = exchange;
  expect({ lost, doubled, stuck, open, sentTwice, answersLost, wrong, rounds }).toEqual({
    lost: [],
    doubled: [],
    stuck: [],
    open: [],
    sentTwice: [],
    answersLost: [],
    wrong: [],
    rounds: 3,
  });
  expect(cases.effected).toBeGreaterThan(0);
  expect(questions).toBeGreaterThan(5);
  expect(counts.unresolved).toBe(0);
  expect(counts.acknowledged).toBeGreaterThan(10);
  expect(counts.retried).toBeGreaterThan(0);
}, 120_000);
