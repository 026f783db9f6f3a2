import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../calendar/day.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { slottedFacts } from "../fold/facts.ts";
import { loadPack } from "../rulebook/load.ts";
import type { Pack } from "../rulebook/pack.ts";
import { Undefined } from "../testing/interpreter.ts";
import { naiveOutcome } from "../testing/oracle.ts";
import { plain } from "../testing/people.ts";
import { runs } from "../testing/properties.ts";
import {
  type Person,
  askedDay,
  baseFacts,
  packFiles,
  person,
  randomPack,
} from "../testing/random-packs.ts";
import { askDossier } from "./ask.ts";
import { decideDossier } from "./decide.ts";
import { explainDossier } from "./explain.ts";

const names = baseFacts.map((declared) => String(declared["fact"]));

function dossier(
  pack: Pack,
  someone: Person,
  known: ReadonlySet<string>,
  on: number,
  unsure: readonly string[] = [],
): Dossier {
  const facts = slottedFacts(pack.vocabulary).filter(({ name }) => known.has(name));
  return {
    on: formatDay(on),
    place: { county: "650102" },
    complete: [],
    unsure,
    records: {},
    facts: Object.fromEntries(
      facts.map((fact) => [fact.name, { value: plain(fact, someone[fact.name]!) }]),
    ),
  };
}
const decide = (pack: Pack, asked: Dossier) => {
  const decided = decideDossier(pack, asked);
  if (!decided.ok) throw new Error(decided.problems[0]!.code);
  return decided.value;
};

describe("an interview", () => {
  it("that always asks what is next ends with the answer of the texts", () => {
    let asked = 0;
    fc.assert(
      fc.property(randomPack, person, askedDay, (random, someone, on) => {
        const loaded = loadPack(packFiles(random));
        fc.pre(loaded.ok);
        if (!loaded.ok) return;
        const known = new Set<string>();
        let decision = decide(loaded.value, dossier(loaded.value, someone, known, on));
        while (decision.outcome === "unknown") {
          const { next } = decision;
          if (next === null) break;
          expect(known.has(next)).toBe(false);
          const told = askDossier(loaded.value, dossier(loaded.value, someone, known, on));
          expect(told.ok && told.value.open).toContain(next);
          known.add(next);
          asked += 1;
          decision = decide(loaded.value, dossier(loaded.value, someone, known, on));
        }
        let expected: string | undefined;
        try {
          expected = naiveOutcome(random, someone, on, Infinity, "all");
        } catch (error) {
          if (!(error instanceof Undefined)) throw error;
        }
        if (expected !== undefined) expect(decision.outcome).toBe(expected);
        if (decision.outcome !== "unknown") expect(decision.next).toBeNull();
      }),
      runs(250),
    );
    expect(asked).toBeGreaterThan(300);
  });

  it("asks nothing more of a person who is unsure of all that is open", () => {
    fc.assert(
      fc.property(randomPack, person, fc.subarray(names), askedDay, (random, someone, some, on) => {
        const loaded = loadPack(packFiles(random));
        fc.pre(loaded.ok);
        if (!loaded.ok) return;
        const known = new Set(some);
        const unsure = names.filter((name) => !known.has(name));
        const decision = decide(loaded.value, dossier(loaded.value, someone, known, on, unsure));
        const plainly = decide(loaded.value, dossier(loaded.value, someone, known, on));
        expect(decision.next).toBeNull();
        expect(decision.outcome).toBe(plainly.outcome);
        expect(decision.missing.map(({ fact }) => fact)).toEqual(
          plainly.missing.map(({ fact }) => fact),
        );
        const open = new Set(decision.missing.map(({ state }) => state));
        if (decision.outcome === "unknown")
          expect([...open].every((state) => state === "unsure")).toBe(true);
        if (plainly.outcome === "unknown" && plainly.missing.length > 0)
          expect(plainly.next).not.toBeNull();
        if (decision.outcome === "granted" || decision.outcome === "refer")
          expect(decision.missing).toEqual([]);
      }),
      runs(150),
    );
  });

  it("can be explained at every step, with values for all that forces the answer", () => {
    fc.assert(
      fc.property(randomPack, person, fc.subarray(names), askedDay, (random, someone, some, on) => {
        const loaded = loadPack(packFiles(random));
        fc.pre(loaded.ok);
        if (!loaded.ok) return;
        const asked = dossier(loaded.value, someone, new Set(some), on);
        const explained = explainDossier(loaded.value, asked);
        if (!explained.ok) throw new Error(explained.problems[0]!.code);
        const { decision, because, grounds } = explained.value;
        expect(decision).toEqual(decide(loaded.value, asked));
        expect(because.every(({ value }) => value !== null)).toBe(true);
        expect(grounds.map(({ rule, outcome }) => [rule, outcome])).toEqual(
          decision.grounds.map(({ rule, outcome }) => [rule, outcome]),
        );
        const text = JSON.stringify(explained.value);
        expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/);
      }),
      runs(150),
    );
  });
});
