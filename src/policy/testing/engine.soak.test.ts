import * as fc from "fast-check";
import { describe, it } from "vitest";
import { parseFormula } from "../syntax/parser.ts";
import { damaged, isAnswered } from "./damaged-packs.ts";
import { garbled } from "./garbled-formulas.ts";
import { agreesWithOracle, explains, staysSound } from "./random-laws.ts";

/** The long runs: a new seed each time, printed by fast-check with a failure. */
const long = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns,
  interruptAfterTimeLimit: 3_000_000,
});

describe("soak", () => {
  it("100,000 damaged packs load or say what is wrong and where", () => {
    fc.assert(fc.property(damaged, isAnswered), long(100_000));
  });

  it("1,000,000 garbled formulas parse or are refused", () => {
    fc.assert(
      fc.property(garbled, (text) => void parseFormula(text)),
      long(1_000_000),
    );
  });

  it("random packs decide as their texts read", () => {
    fc.assert(agreesWithOracle, long(50_000));
  });

  it("random packs never contradict an answer when more becomes known", () => {
    fc.assert(staysSound, long(50_000));
  });

  it("random packs explain themselves", () => {
    fc.assert(explains, long(30_000));
  });
});
