import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPack } from "../rulebook/load.ts";
import { latestStart, parseDay } from "../calendar/day.ts";
import { fact, filesOf, loadOrThrow, realRulebooks, rule } from "../testing/pack-files.ts";
import { slotsOf } from "../testing/people.ts";
import { rulesFor, runs } from "../testing/properties.ts";
import { askedDay, knowledge, packFiles, person, randomPack } from "../testing/random-packs.ts";
import { type KernelMaker, compileKernel, emitKernels, ruleSetKey } from "./compile.ts";
import { closureKernel, kernelLibrary } from "./kernel.ts";

type Module = { readonly kernels: Readonly<Record<string, KernelMaker>> };
const imported = async (text: string): Promise<Module> =>
  (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Module;

describe("emitted kernels", () => {
  it("are a module that says what compiled kernels say", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomPack,
        fc.array(fc.tuple(person, knowledge, askedDay), { minLength: 1, maxLength: 5 }),
        async (random, people) => {
          const loaded = loadPack(packFiles(random));
          fc.pre(loaded.ok);
          if (!loaded.ok) return;
          const pack = loaded.value;
          const asked = people.map(([someone, known, on]) => ({
            on,
            slots: slotsOf(pack, someone, known),
            rules: rulesFor(pack, { county: "650102", on }),
          }));
          const { kernels } = await imported(emitKernels(asked.map(({ rules }) => rules)));
          for (const { on, slots, rules } of asked) {
            const kernel = kernels[ruleSetKey(rules)]!(kernelLibrary, on);
            expect(kernel(slots)).toBe(compileKernel(rules, on)(slots));
          }
        },
      ),
      runs(60),
    );
  });

  it("have a key of their own for each set of rules", () => {
    const pack = loadOrThrow(realRulebooks());
    const on = parseDay("2026-05-01")!;
    const all = rulesFor(pack, { county: "650102", on, law: "R" });
    const alone = rulesFor(pack, { county: "653101", on, law: "R" });
    expect(ruleSetKey(all)).toBe(ruleSetKey(alone));
    const first = rulesFor(pack, { county: "650102", on: parseDay("2014-10-27")!, law: "R" });
    const isSame = JSON.stringify(first.grounds) === JSON.stringify(all.grounds);
    expect(ruleSetKey(first) === ruleSetKey(all)).toBe(isSame);
  });
});

describe("thresholds on a since-date", () => {
  it("are the days on which the months are over", () => {
    const months = [1, 2, 12, 18, 48, -1, -12];
    const forms = months.flatMap((count) => {
      const moved = `since ${count < 0 ? "-" : "+"} ${Math.abs(count)} months`;
      return ["<=", "<", ">=", ">", "=", "!="].flatMap((operator) => [
        { count, when: `${moved} ${operator} on` },
        { count, when: `on ${operator} ${moved}` },
      ]);
    });
    const pack = loadOrThrow(
      filesOf({
        facts: [fact("since", "date")],
        rules: forms.map(({ when }, index) => rule(`r${index}`, { when })),
      }),
    );
    for (const day of ["2025-02-28", "2024-02-29", "2025-03-31", "2025-04-30", "2026-05-01"]) {
      const on = parseDay(day)!;
      const { grounds, ...rules } = rulesFor(pack, { county: "650102", on });
      for (const [index, ground] of grounds.entries()) {
        const one = { ...rules, grounds: [ground] };
        const [generated, closures] = [compileKernel(one, on), closureKernel(one, on)];
        const edge = latestStart(on, forms[index]!.count);
        for (let known = edge - 35; known <= edge + 35; known += 1)
          for (const [low, high] of [
            [known, known],
            [known, Infinity],
            [-Infinity, known],
            [known, known + 3],
          ] as const) {
            const slots = { since_lo: low, since_hi: high };
            if (generated(slots) !== closures(slots))
              expect([forms[index]!.when, day, known, generated(slots)]).toBe(closures(slots));
          }
      }
    }
  });
});

describe("generated code", () => {
  it("is evaluated in one file only", () => {
    const folder = join(import.meta.dirname, "..", "..");
    const makers = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(ts|tsx|js)$/.test(path) && !path.endsWith(".test.ts"))
      .filter((path) =>
        /\bnew Function\(|[^\w.]eval\(|\bFunction\(["'`]/.test(
          readFileSync(join(folder, path), "utf8"),
        ),
      );
    expect(makers.map((path) => path.replaceAll("\\", "/"))).toEqual(["policy/fold/compile.ts"]);
  });
});
