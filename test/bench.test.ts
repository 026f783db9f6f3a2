// The benchmarks still run, small: our peers give the same answers, and the register is whole after the load.
// The peers' packages are their own: they are not installed for this test, only used where they are.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findNode24 } from "../bin/node24.js";
import { root } from "../scripts/command.js";

const installed = existsSync(join(root, "bench", "node_modules", "feelin"));

test.skipIf(!installed)(
  "a small bench:policy agrees for everybody and ends in one line of JSON (skipped until npm run bench:policy has installed the peers)",
  { timeout: 180_000 },
  async () => {
    const main = join(root, "bench", "policy", "main.ts");
    const { stdout } = await promisify(execFile)(
      findNode24() ?? process.execPath,
      [main, "--people", "200", "--rounds", "1"],
      { cwd: root },
    );
    const last = JSON.parse(stdout.trim().split("\n").at(-1)!) as {
      readonly people: number;
      readonly perSecond: Readonly<Record<string, number>>;
    };
    expect(last.people).toBe(200);
    expect(Object.keys(last.perSecond)).toEqual([
      "handwritten",
      "luohu.decide",
      "luohu.decide.unknown20",
      "luohu.object",
      "luohu.dossier",
      "luohu.explain",
      "luohu.when",
      "luohu.ask",
      "luohu.what-if",
      "cel-js",
      "zen",
      "json-rules-engine",
      "feelin",
    ]);
    expect(Object.values(last.perSecond).every((speed) => speed > 0)).toBe(true);
  },
);

test(
  "a small bench:register ends with a register that verifies, and one line of JSON",
  { timeout: 180_000 },
  async () => {
    const main = join(root, "bench", "register", "main.ts");
    const small = ["--people", "2000", "--seconds", "0.2", "--clients", "4", "--acts", "10"];
    const { stdout } = await promisify(execFile)(
      findNode24() ?? process.execPath,
      [main, ...small],
      { cwd: root },
    );
    expect(stdout).toMatch(/^verified: 108 counties, .*, no fault/m);
    const positive: unknown = expect.toSatisfy((figure: number) => figure > 0);
    expect(JSON.parse(stdout.trim().split("\n").at(-1)!)).toEqual({
      ratios: { "settle/raw": positive },
      p95ms: { search: positive, person: positive, settle: positive },
      settlesPerSecondOneCounty: positive,
      rebuildEventsPerSecond: positive,
    });
  },
);
