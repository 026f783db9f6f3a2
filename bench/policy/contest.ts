// One competitor in a process of its own: node contest.ts NAME PEOPLE. Its result goes to the parent.
import type { Bench, Pass } from "./competitor.ts";
import { competitors, unknownReference } from "./competitors.ts";
import { factsOf } from "./facts.ts";
import { generatePeople } from "./people.ts";
import { loadRulebooks, settlementRules } from "./rulebook.ts";

/** What a competitor's process reports: how fast, and what it answered, one digit a person. */
export type Report = { readonly perSecond: number; readonly codes: string };

const [name = "", count = "0"] = process.argv.slice(2);
const entry = [...competitors, unknownReference].find((candidate) => candidate.name === name);
if (entry === undefined) throw new Error(`There is no competitor "${name}".`);
const people = Math.min(Number(count), entry.limit);
const pass = (await entry.load())(gather(people));
const report = await measure(pass, people, Number(count) < 10_000 ? 20 : 500);
process.send?.(report, () => process.exit(0));

function gather(count: number): Bench {
  const pack = loadRulebooks();
  const people = generatePeople(pack.places, count);
  return { pack, rules: settlementRules(pack), people, facts: people.map(factsOf) };
}

/** Passes over everybody for `span` milliseconds to warm up, then again to be timed; at least one each. */
async function measure(pass: Pass, people: number, span: number): Promise<Report> {
  const codes = new Uint8Array(people);
  await repeat(pass, codes, span);
  const { passes, seconds } = await repeat(pass, codes, span);
  return { perSecond: (people * passes) / seconds, codes: codes.join("") };
}

async function repeat(
  pass: Pass,
  codes: Uint8Array,
  span: number,
): Promise<{ readonly passes: number; readonly seconds: number }> {
  const started = performance.now();
  for (let passes = 1; ; passes += 1) {
    await pass(codes);
    const spent = performance.now() - started;
    if (spent >= span) return { passes, seconds: spent / 1000 };
  }
}
