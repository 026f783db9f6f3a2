import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { repeat } from "./repeat.ts";

it("does one round at a time, tells a thing once, and ends after the round under way", async () => {
  const said = ["away", "away", "", "away", "else"];
  const told: string[] = [];
  let rounds = 0;
  let atWork = 0;
  let most = 0;
  const repeated = repeat({
    every: 1,
    log: (line) => told.push(line),
    async work() {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(5);
      atWork -= 1;
      return said[rounds++] ?? "";
    },
  });
  while (rounds < said.length) await sleep(1);
  await repeated.stop();
  const ended = rounds;
  expect({ told, most, atWork }).toEqual({ told: ["away", "away", "else"], most: 1, atWork: 0 });
  await sleep(20);
  expect(rounds).toBe(ended);
  await repeated.now();
  expect(rounds).toBe(ended + 1);
});

it("goes on after a round that throws, and tells it in one line", async () => {
  const told: string[] = [];
  let rounds = 0;
  const repeated = repeat({
    every: 1,
    log: (line) => told.push(line),
    work() {
      rounds += 1;
      return rounds < 3 ? Promise.reject(new Error("a bug\nin it")) : Promise.resolve("");
    },
  });
  while (rounds < 4) await sleep(1);
  await repeated.stop();
  expect(told[0]).toMatch(/^Error: a bug in it at /);
  expect(told.every((line) => !line.includes("\n"))).toBe(true);
});
