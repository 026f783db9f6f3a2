// The whole run: acts and cases under way, something killed again and again, and at the end the books.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, chanceOf } from "../../src/demo-data/chance.ts";
import { approver, clerk, neighbourClerk } from "../../src/demo-data/index.ts";
import { exit } from "../../src/cli/io.ts";
import { startPostgres } from "../../src/platform/postgres/index.ts";
import { checkBooks, type Findings, listHouseholds, readBeginning } from "./books.ts";
import { type CaseFindings, checkCases } from "./case-books.ts";
import { openCaseLedger } from "./case-ledger.ts";
import { bringCases } from "./case-worker.ts";
import { type Clerk, type Office, work } from "./clerk.ts";
import { checkExchange, countOpen, type ExchangeFindings } from "./exchange-books.ts";
import { type Counts, type Ledger, openLedger } from "./ledger.ts";
import { openNewcomers } from "./newcomers.ts";
import { openCaseOffice } from "./office.ts";
import { makeProgram, type Program } from "./program.ts";
import { openSession } from "./session.ts";
import { type Strike, strike, strikes } from "./strikes.ts";
import { checkRebuild } from "./rebuilt.ts";
import { openTown } from "./town.ts";

export type Plan = {
  readonly rounds: number;
  readonly seed: number;
  /** Clerks at work in both counties together. */
  readonly clerks: number;
  /** Cases under way at once. */
  readonly cases: number;
  /** Milliseconds of quiet before something is killed, at least and at most. */
  readonly quiet: readonly [number, number];
  /** Takes lines of progress. */
  readonly say: (line: string) => void;
  /** Ends the run early; everything is tidied up. */
  readonly signal: AbortSignal;
};

export type Outcome = Findings & {
  readonly rounds: number;
  readonly counts: Counts;
  readonly recoveries: readonly { readonly what: Strike; readonly milliseconds: number }[];
  /** How often somebody had to sign in beyond the first time. */
  readonly signIns: number;
  readonly cases: { readonly begun: number; readonly steps: number; readonly effected: number };
  readonly stuck: CaseFindings["stuck"];
  readonly exchange: ExchangeFindings;
};

/** An answer of 500, or work of its own that threw. */
const isBug = /"error"|^\w*Error: /;

/** Milliseconds from a kill to the next receipt: longer is a fault. */
const longestRecovery = 30_000;

/** Milliseconds in which every question is answered once nothing is killed any more. */
const longestWait = 120_000;

/** Milliseconds from the beginning of a signature by hand to the kill, at most. */
const longestLead = 1_500;

/** The books are looked through after so many rounds. */
const roundsBetween = 10;

/** Runs a plan on a scratch folder that is gone afterwards, with all processes. */
export async function runFaults(plan: Plan): Promise<Outcome> {
  const program = await makeProgram();
  const over = new AbortController();
  let left: readonly string[] = [];
  let outcome: Outcome | undefined;
  try {
    const signal = AbortSignal.any([plan.signal, over.signal]);
    outcome = await Promise.race([runOn(program, { ...plan, signal }), stopped(signal)]);
  } finally {
    // Clerks who are still at work go home.
    over.abort();
    left = await program.remove();
  }
  const wrong = left.map((command) => `left running: ${command}`);
  return { ...outcome, wrong: [...outcome.wrong, ...wrong] };
}

const stopped = async (signal: AbortSignal): Promise<never> => {
  await once(signal, "abort");
  throw new Error("stopped", { cause: signal.reason });
};

async function runOn(program: Program, plan: Plan): Promise<Outcome> {
  const { rounds, seed, say, signal } = plan;
  say(`seed ${seed}; starting on a scratch folder`);
  await program.start();
  const ownerUrl = await findOwnerUrl(program);
  const beginning = await readBeginning(ownerUrl);
  const ledger = openLedger();
  const town = openTown(await listHouseholds(ownerUrl));
  const answers = new Map<number, number>();
  let closing = false;
  const office: Office = {
    town,
    ledger,
    newcomers: openNewcomers(),
    said: ({ status }) => void answers.set(status, (answers.get(status) ?? 0) + 1),
    closing: () => closing,
    signal,
  };
  const clerks = hire(program.url, plan);
  const caseLedger = openCaseLedger();
  const caseOffice = await openCaseOffice(program.url, ownerUrl, {
    office,
    ledger: caseLedger,
    seed,
    counters: plan.cases,
  });
  const atWork = [
    ...clerks.map((each) => work(each, office)),
    ...caseOffice.counters.map(bringCases),
  ];
  // An error of a clerk is a fault of this harness, and ends the run at once.
  const broken = Promise.all(atWork).then(() => new Promise<never>(() => undefined));

  const chance = chanceOf(seed);
  const recoveries: { what: Strike; milliseconds: number }[] = [];
  const wrong: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const what = strikes[(round - 1) % strikes.length] ?? "server";
    const pause = (milliseconds: number) =>
      Promise.race([broken, sleep(milliseconds, undefined, { signal })]);
    const lead = chance.between(0, longestLead);
    await pause(chance.between(...plan.quiet));
    const signed = signByHand(program, chance);
    await pause(lead);
    const milliseconds = await Promise.race([
      broken,
      strikeAndRecover(what, program, ownerUrl, { chance, ledger, signal }),
    ]);
    recoveries.push({ what, milliseconds });
    wrong.push(...(await signed));
    const { acknowledged } = ledger.counts();
    const { length: begun } = caseLedger.cases;
    say(
      `round ${round}/${rounds}: ${what}, back in ${milliseconds} ms; ${acknowledged} acts, ${begun} cases`,
    );
    if (round % roundsBetween !== 0 || round === rounds) continue;
    const { lost, doubled, wrong: more } = await checkBooks(ownerUrl, beginning, ledger);
    wrong.push(...(await verify(program)));
    say(`so far: lost ${lost.length}, doubled ${doubled.length}, otherwise wrong ${more.length}`);
    if (lost.length + doubled.length + more.length + wrong.length > 0) break;
  }
  closing = true;
  await Promise.all(atWork);
  await caseOffice.close();
  const began = Date.now();
  while ((await countOpen(ownerUrl)) > 0 && Date.now() - began < longestWait)
    await sleep(100, undefined, { signal });
  say(`every question settled ${Date.now() - began} ms after the last case`);
  const findings = await checkBooks(ownerUrl, beginning, ledger);
  const cases = await checkCases(ownerUrl, caseLedger);
  const exchange = await checkExchange(ownerUrl, program.departments);
  wrong.push(...cases.wrong, ...exchange.wrong);
  wrong.push(...(await checkRebuild(program, ownerUrl)));
  say(`answers: ${[...answers].map(([status, count]) => `${count} x ${status}`).join(", ")}`);
  const code = await program.stop();
  if (code !== 0) wrong.push(`the program ended with ${code}`);
  wrong.push(...(await verify(program)));
  for (const line of program.said().filter((each) => isBug.test(each))) wrong.push(line);
  return {
    ...findings,
    wrong: [...wrong, ...findings.wrong],
    cases: { begun: caseLedger.cases.length, steps: cases.steps, effected: cases.effected },
    stuck: cases.stuck,
    exchange,
    rounds: recoveries.length,
    counts: ledger.counts(),
    recoveries,
    signIns: clerks.reduce((sum, { session }) => sum + session.signIns() - 1, 0),
  };
}

/** Clerks of both counties, each at a browser of their own; one approves for all of the first. */
function hire(url: string, { clerks, seed }: Plan): readonly Clerk[] {
  const approving = openSession(url, approver);
  return Array.from({ length: clerks }, (_, place) => {
    const member = place % 2 === 0 ? clerk : neighbourClerk;
    const county = member.counties[0] ?? 0;
    return {
      county,
      session: openSession(url, member),
      approver: approver.counties.includes(county) ? approving : undefined,
      chance: chanceOf(seed * 1_000 + place),
    };
  });
}

/** Somebody signs the chains while all this happens, and is killed too now and then. */
async function signByHand(program: Program, chance: Chance): Promise<readonly string[]> {
  const killedAfter = chance.odds(0.5) ? chance.between(300, 1_500) : longestRecovery;
  const began = Date.now();
  const { code, stderr } = await program.run("checkpoint", killedAfter);
  if (code === null && Date.now() - began < longestRecovery) return [];
  return code === exit.fine || code === exit.badInput
    ? []
    : [`luohu checkpoint ends with ${code}: ${stderr.trim()}`];
}

/** Chains whole, and the present what they lead to. */
async function verify(program: Program): Promise<readonly string[]> {
  const { code, stdout, stderr } = await program.run("verify");
  return code === 0 ? [] : [`luohu verify ends with ${code}: ${(stdout + stderr).trim()}`];
}

/** Joins the running PostgreSQL for a moment, to learn how its owner gets in. */
async function findOwnerUrl({ postgres }: Program): Promise<string> {
  const joined = await startPostgres({ folder: postgres });
  await joined.stop();
  return joined.ownerUrl;
}

/** Gives the milliseconds from the kill to the first receipt of an act that was sent after it. */
async function strikeAndRecover(
  what: Strike,
  program: Program,
  ownerUrl: string,
  { chance, ledger, signal }: { chance: Chance; ledger: Ledger; signal: AbortSignal },
): Promise<number> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(longestRecovery)]);
  const struck = Date.now();
  try {
    await strike(what, program, ownerUrl, chance, bounded);
    const over = Date.now();
    while (ledger.lastSent() < over) await sleep(10, undefined, { signal: bounded });
  } catch (error) {
    if (signal.aborted || !bounded.aborted) throw error;
    throw new Error(`after kill -9 (${what}) no act was done for ${longestRecovery} ms`, {
      cause: error,
    });
  }
  return Date.now() - struck;
}
