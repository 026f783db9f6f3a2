// npm run bench:policy [-- --people N --rounds N]: the settlement rulebook, by us and by our peers.
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { outcomes } from "../../src/policy/index.ts";
import { competitors, type Entry, reference, unknownReference } from "./competitors.ts";
import type { Report } from "./contest.ts";
import { factsOf } from "./facts.ts";
import { generatePeople } from "./people.ts";
import { type Row, describe, describeSpeed, speedsOf } from "./report.ts";
import { describeQuestions, meanQuestions } from "./questions.ts";
import { loadRulebooks, settlementRules } from "./rulebook.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    rounds: { type: "string", default: "7" },
  },
});
const people = Number(values.people);
const rounds = Number(values.rounds);
if (!(Number.isInteger(people) && people > 0 && Number.isInteger(rounds) && rounds > 0))
  throw new Error("--people and --rounds are whole numbers above 0.");

const contest = fileURLToPath(new URL("contest.ts", import.meta.url));
const speeds = new Map(competitors.map(({ name }) => [name, [] as number[]]));
const answers = new Map<string, string>();

process.stderr.write(
  `${people} people, ${rounds} rounds, ${availableParallelism()} cores, ${process.version}\n`,
);
answers.set(unknownReference.name, (await hold(unknownReference)).codes);
for (let round = 0; round < rounds; round += 1) {
  const first = round % competitors.length;
  for (const entry of [...competitors.slice(first), ...competitors.slice(0, first)]) {
    const { perSecond, codes } = await hold(entry);
    speeds.get(entry.name)!.push(perSecond);
    // Every round's answers count, not only the last one's.
    if (answers.has(entry.name) && answers.get(entry.name) !== codes)
      throw new Error(`${entry.name} answered differently in round ${round + 1}.`);
    answers.set(entry.name, codes);
    process.stderr.write(
      `round ${round + 1}/${rounds}  ${entry.name}: ${describeSpeed(perSecond)}/s\n`,
    );
  }
}

const differences = competitors.map(findDifference).filter((found) => found !== undefined);
if (differences.length > 0) {
  console.error(differences.join("\n"));
  process.exitCode = 1;
} else {
  const rows = competitors.map(rowOf);
  console.log(`${describe(rows)}\n\nEverybody was given the same answer by all: ${mixture()}.`);
  const pack = loadRulebooks();
  console.log(`\n${describeQuestions(meanQuestions(pack, settlementRules(pack)))}\n`);
  console.log(JSON.stringify({ people, perSecond: speedsOf(rows) }));
}

/** Runs one competitor in a process of its own. */
function hold({ name }: Entry): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(contest, [name, String(people)]);
    let report: Report | undefined;
    child.once("message", (message) => {
      report = message as Report;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (report !== undefined && code === 0) resolve(report);
      else reject(new Error(`${name} failed (${signal ?? code}).`));
    });
  });
}

function rowOf({ name }: Entry): Row {
  const sorted = speeds.get(name)!.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return {
    name,
    people: answers.get(name)!.length,
    perSecond: median,
    lowest: sorted[0]!,
    highest: sorted.at(-1)!,
  };
}

/** The first person to whom a competitor says something else than the reference. */
function findDifference({ name }: Entry): string | undefined {
  const isUnknown = name === "luohu.decide.unknown20" || name === "luohu.ask";
  const other = isUnknown ? unknownReference.name : reference;
  const [given, wanted] = [answers.get(name)!, answers.get(other)!];
  const index = [...given].findIndex((code, position) => code !== wanted[position]);
  if (index === -1) return undefined;
  const person = generatePeople(loadRulebooks().places, index + 1).at(-1)!;
  const said = (code: string | undefined): string => outcomes[Number(code)] ?? String(code);
  return (
    `${name} says ${said(given[index])} and ${other} says ${said(wanted[index])} to person ${index}:\n` +
    JSON.stringify({ person, facts: factsOf(person) }, undefined, 2)
  );
}

function mixture(): string {
  const codes = [...answers.get(reference)!];
  const shares = outcomes.map((outcome, code) => {
    const share = codes.filter((given) => Number(given) === code).length / codes.length;
    return share === 0 ? "" : `${(share * 100).toFixed(0)} % ${outcome}`;
  });
  return shares.filter((share) => share !== "").join(", ");
}
