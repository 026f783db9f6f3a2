import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPack } from "../rulebook/load.ts";
import { describeProblem } from "../problem/describe.ts";
import { agreesWithOracle, staysSound, explains } from "../testing/random-laws.ts";
import { packFiles, randomPack } from "../testing/random-packs.ts";
import { runs } from "../testing/properties.ts";

describe("random packs and people", () => {
  it("load, or have two exceptions that do not say which yields", () => {
    const codes = new Map<string, number>();
    fc.assert(
      fc.property(randomPack, (pack) => {
        const loaded = loadPack(packFiles(pack));
        for (const problem of loaded.ok ? [] : loaded.problems)
          if (problem.code !== "ambiguous-exception")
            throw new Error(describeProblem(problem, "en"));
        const code = loaded.ok ? "ok" : "ambiguous";
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }),
      runs(200),
    );
    expect(codes.get("ok")).toBeGreaterThan(100);
  });

  it("decide as the naive reading of their formulas does, by closures and by generated code", () => {
    fc.assert(agreesWithOracle, runs(250));
  });

  it("never contradict an answer when more becomes known", () => {
    fc.assert(staysSound, runs(250));
  });

  it("explain an outcome by facts that force it, none of which can go", () => {
    fc.assert(explains, runs(200));
  });
});
