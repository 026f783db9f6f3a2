import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Pack,
  type RuleSet,
  describeProblem,
  loadPack,
  selectRules,
} from "../../src/policy/index.ts";
import { on } from "./people.ts";

const folder = fileURLToPath(new URL("../../rulebooks/", import.meta.url));

/** The law under test: the house's rulebooks as they lie in the checkout. */
export function loadRulebooks(): Pack {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => path.replaceAll("\\", "/"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const loaded = loadPack(files);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map((problem) => describeProblem(problem, "en")).join("\n"));
}

/** The region's settlement rules on the day asked about: one rule set for all of its places. */
export function settlementRules(pack: Pack): RuleSet {
  const selected = selectRules(pack, {
    service: "settlement",
    county: "652301",
    on,
    knownAt: on,
    law: "R",
  });
  if (selected.ok) return selected.value;
  throw new Error(selected.problems.map((problem) => describeProblem(problem, "en")).join("\n"));
}
