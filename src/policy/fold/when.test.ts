import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, monthsBetween, parseDay } from "../calendar/day.ts";
import { decideDossier } from "../decision/decide.ts";
import { whenDossier } from "../decision/when.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { readDossier } from "../dossier/read-dossier.ts";
import { loadPack } from "../rulebook/load.ts";
import type { Pack } from "../rulebook/pack.ts";
import {
  fact,
  filesOf,
  loadOrThrow,
  realExamples,
  realRulebooks,
  rule,
} from "../testing/pack-files.ts";
import { slotsOf } from "../testing/people.ts";
import { rulesFor, runs } from "../testing/properties.ts";
import { askedDay, knowledge, packFiles, person, randomPack } from "../testing/random-packs.ts";
import { compileKernel } from "./compile.ts";
import { highSlot, lowSlot, type Slots } from "./facts.ts";
import { closureKernel, outcomes } from "./kernel.ts";
import { valueAt } from "./timeline.ts";
import { timeTeller } from "./when.ts";

/** Facts grown from one day to another, by the definition of a counter. */
function grown(pack: Pack, slots: Slots, from: number, to: number): Slots {
  const later = { ...slots };
  for (const { name, moves } of pack.vocabulary.facts) {
    if (moves !== "counter") continue;
    const [low, high] = [lowSlot(name), highSlot(name)];
    if (!Number.isFinite(later[low]) || later[low] !== later[high]) continue;
    later[low] = Math.max(0, later[low]! + monthsBetween(from, to));
    later[high] = later[low];
  }
  return later;
}

describe("answers over time", () => {
  it("are those of deciding day by day over three years", () => {
    fc.assert(
      fc.property(
        randomPack,
        fc.array(fc.tuple(person, knowledge), { minLength: 1, maxLength: 3 }),
        askedDay,
        (random, people, on) => {
          const loaded = loadPack(packFiles(random));
          fc.pre(loaded.ok);
          const { value: read } = loaded;
          const pack: Pack = {
            ...read,
            vocabulary: {
              ...read.vocabulary,
              facts: read.vocabulary.facts.map((one) =>
                one.name === "months" || one.name === "members"
                  ? { ...one, moves: "counter" }
                  : one,
              ),
            },
          };
          const facts = new Map(pack.vocabulary.facts.map((one) => [one.name, one]));
          const rules = rulesFor(pack, { county: "650102", on });
          const window = { from: on - 200, until: on + 1096 };
          const tell = timeTeller(rules, facts);
          const compiled = timeTeller(rules, facts, compileKernel(rules, on).conditions);
          const everyDay = Array.from(
            { length: window.until - window.from },
            (_, index) => window.from + index,
          );
          const kernels = new Map(everyDay.map((day) => [day, closureKernel(rules, day)]));
          for (const [someone, known] of people) {
            const slots = slotsOf(pack, someone, known);
            const { outcome, grounds } = tell(slots, on, window);
            const same = compiled(slots, on, window);
            expect(same.outcome).toEqual(outcome);
            expect(same.grounds.map(({ truth }) => truth)).toEqual(
              grounds.map(({ truth }) => truth),
            );
            for (const day of everyDay) {
              const expected = kernels.get(day)!(grown(pack, slots, on, day));
              if (valueAt(outcome, day) !== expected)
                expect([formatDay(day), outcomes[valueAt(outcome, day)]]).toEqual([
                  formatDay(day),
                  outcomes[expected],
                ]);
            }
          }
        },
      ),
      runs(25),
    );
  });

  const law = filesOf({
    chains: [{ places: ["65"], instruments: ["L"] }],
    facts: [
      fact("place.county", "division"),
      fact("since", "date", { moves: "since" }),
      fact("months", "number", { unit: "months", moves: "counter" }),
      fact("done", "date"),
    ],
    rules: [
      rule("tenant", { clause: "R5", when: "since + 1 year <= on and months >= 12" }),
      rule("student", { clause: "D2.2.3", when: "on < done + 2 years" }),
    ],
  });
  const pack = loadOrThrow(law);
  const dossier = (facts: Dossier["facts"]): Dossier => ({
    on: "2026-05-01",
    place: { county: "650102" },
    complete: [],
    unsure: [],
    records: {},
    facts,
  });

  it("begin on the day both conditions hold, with the cause and what must go on", () => {
    const told = whenDossier(
      pack,
      dossier({
        since: { value: "2026-01-15" },
        months: { value: 3 },
        done: { value: "2000-01-01" },
      }),
    );
    expect(told.ok && told.value.segments).toEqual([
      { from: "2026-05-01", until: "2027-02-01", outcome: "refused" },
      { from: "2027-02-01", until: "2029-05-02", outcome: "granted" },
    ]);
    expect(told.ok && told.value.edges).toMatchObject([
      {
        day: "2027-02-01",
        before: "refused",
        after: "granted",
        causes: [{ rule: "tenant", clause: "R5", change: "begins", facts: [{ fact: "months" }] }],
        assumptions: [{ fact: "since" }, { fact: "months" }],
      },
    ]);
  });

  it("end where a right does, and say since when it holds", () => {
    const asked = dossier({
      since: { value: "none" },
      months: { value: 0 },
      done: { value: "2025-07-01" },
    });
    const told = whenDossier(pack, asked);
    expect(told.ok && told.value.edges).toMatchObject([
      {
        day: "2027-07-01",
        after: "refused",
        causes: [{ rule: "student", change: "ends", facts: [{ fact: "done" }] }],
      },
    ]);
    const decided = decideDossier(pack, asked);
    expect(
      decided.ok && decided.value.grounds.map(({ rule: id, from, until }) => [id, from, until]),
    ).toEqual([
      ["student", null, "2027-07-01"],
      ["tenant", null, null],
    ]);
  });

  it("agree with deciding the real examples on other days", () => {
    const real = loadOrThrow(realRulebooks());
    for (const { path, text } of realExamples()) {
      const read = readDossier(real, text);
      if (!read.ok) throw new Error(path);
      const told = whenDossier(real, read.value, { service: "settlement" });
      if (!told.ok) throw new Error(told.problems[0]!.code);
      for (const { from, until, outcome } of told.value.segments) {
        for (const day of [parseDay(from)!, parseDay(until)! - 1]) {
          const facts = Object.fromEntries(
            Object.entries(read.value.facts).map(([name, stated]) => {
              const counts = real.vocabulary.facts.some(
                (one) => one.name === name && one.moves === "counter",
              );
              return [
                name,
                counts
                  ? {
                      ...stated,
                      value: Number(stated.value) + monthsBetween(parseDay(read.value.on)!, day),
                    }
                  : stated,
              ];
            }),
          );
          const decided = decideDossier(
            real,
            { ...read.value, on: formatDay(day), facts },
            { service: "settlement" },
          );
          expect([path, formatDay(day), decided.ok && decided.value.outcome]).toEqual([
            path,
            formatDay(day),
            outcome,
          ]);
        }
      }
    }
  });
});
