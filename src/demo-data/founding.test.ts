import { describe, expect, it } from "vitest";
import type { CountyEvent } from "../register/index.ts";
import { listFoundings, planCounties } from "./founding.ts";
import { type Kept, keep } from "./kept.fixture.ts";
import { countingKeys } from "./people.ts";

const opened = "2026-01-01";
const keys = countingKeys();
const plans = planCounties(40_000, 2, opened);
const events: readonly CountyEvent[] = plans.flatMap((plan) => [...listFoundings(plan, keys)]);
const kept = new Map<number, Kept>();
const faults = keep(kept, events);
const homes = events.flatMap(({ event }) => (event.type === "settled" ? [event] : []));
const families = homes.filter(({ founding }) => founding?.kind === "family");

describe("a county's founding", () => {
  it("keeps the rules, and gives as many people as asked for", () => {
    expect(faults).toEqual([]);
    for (const { seats } of kept.values()) expect(Math.abs(seats.size - 20_000)).toBeLessThan(40);
  });

  it("has families of 2.62 people, of every shape, and collective households of each kind", () => {
    const sizes = families.map(({ arrivals }) => arrivals.length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(2.55);
    expect(mean).toBeLessThan(2.72);
    const relations = new Set(
      families.flatMap(({ arrivals }) => arrivals.map(({ relation }) => relation)),
    );
    for (const relation of [2, 11, 12, 20, 28, 30, 38, 41, 42, 43, 44, 51, 52, 53, 54, 73, 77, 99])
      expect(relations.has(relation), String(relation)).toBe(true);
    const kinds = new Set(homes.map(({ founding }) => founding?.kind ?? ""));
    expect([...kinds].toSorted()).toEqual([
      "community",
      "employer",
      "family",
      "school",
      "talent-centre",
    ]);
  });

  it("has people of every age, as many as live at it", () => {
    const ages = [...kept.values()]
      .flatMap(({ people }) => [...people.values()])
      .map(({ birthDate }) => 2026 - Number(birthDate.slice(0, 4)));
    const share = (from: number, to: number) =>
      ages.filter((age) => age >= from && age < to).length / ages.length;
    expect(share(0, 15)).toBeGreaterThan(0.12);
    expect(share(0, 15)).toBeLessThan(0.22);
    expect(share(60, 120)).toBeGreaterThan(0.14);
    expect(share(60, 120)).toBeLessThan(0.26);
    expect(Math.min(...ages)).toBe(1);
    expect(Math.max(...ages)).toBeLessThan(105);
  });

  it("gives every household a home of its own, and no number twice in all counties", () => {
    const dwellings = homes.map(({ founding }) =>
      typeof founding?.dwelling === "object" ? founding.dwelling.dwelling : 0,
    );
    expect(new Set(dwellings).size).toBe(homes.length);
    const numbers = [...kept.values()]
      .flatMap(({ people }) => [...people.values()])
      .flatMap(({ idNumber }) => idNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => number.startsWith("99"))).toBe(true);
  });

  it("is the same for the same seed, and another for another", () => {
    const [plan] = plans;
    if (plan === undefined) throw new Error("no plan");
    const small = (seed: number) =>
      JSON.stringify([...listFoundings({ ...plan, people: 50, seed }, countingKeys())]);
    expect(small(1)).toBe(small(1));
    expect(small(1)).not.toBe(small(2));
    expect(() => [...listFoundings({ ...plan, numbers: 650_102 }, countingKeys())]).toThrow(
      "real place",
    );
  });
});
