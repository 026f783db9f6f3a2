// Deciding and registering beside its rows alone: written by the same statements, without rules, looks or TypeScript.
import type { Database } from "../../src/platform/postgres/index.ts";
import { answering, type Step } from "../shared/listen.ts";
import { inParallel, takeTurns } from "../shared/parallel.ts";
import { type RawAct, sendRaw } from "../shared/raw.ts";
import { median, table } from "../shared/report.ts";
import type { MadeCase } from "./made-cases.ts";
import type { Figures } from "./marks.ts";
import { finish, type OpenCasework } from "./one-case.ts";

const workers = 16;
const rounds = 9;

/** Finishes cases in process, half of them raw. */
export async function compareWithRaw(
  open: OpenCasework,
  database: Database,
  cases: readonly MadeCase[],
  me: string,
): Promise<Pick<Figures, "decideOfRaw">> {
  const casework = open(database);
  const size = Math.floor(cases.length / (2 * (rounds + 1)));
  const ours = (some: readonly MadeCase[]) =>
    inParallel(some, workers, (made) => finish(casework, made, me));
  const raw = (some: readonly RawAct[]) =>
    inParallel(some, workers, (act) => sendRaw(database.pool, act));
  const left = cases.values();
  // What does not fit into rounds is for warming up.
  await ours([...left.take(cases.length - 2 * size * rounds)]);
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const mine = [...left.take(size)];
    const acts: RawAct[] = [];
    for (const made of left.take(size)) acts.push(await recordWrites(open, database, made, me));
    pairs.push(await takeTurns([mine, ours], [acts, raw]));
  }
  const perSecond = (milliseconds: number) => (size * 1000) / milliseconds;
  const line = (name: string, figures: readonly number[], digits = 0) => [
    name,
    ...[median(figures), Math.min(...figures), Math.max(...figures)].map((each) =>
      each.toFixed(digits),
    ),
  ];
  const ratios = pairs.map((pair) => pair.raw / pair.ours);
  console.log(
    table(
      [`finishing without HTTP, ${workers} at a time`, "median", "lowest", "highest"],
      [
        line(
          "a second",
          pairs.map(({ ours }) => perSecond(ours)),
        ),
        line(
          "its rows alone, a second",
          pairs.map((pair) => perSecond(pair.raw)),
        ),
        line("finishing / its rows", ratios, 2),
      ],
    ),
  );
  return { decideOfRaw: median(ratios) };
}

const writes = /\b(INSERT INTO|DELETE FROM|UPDATE \w+( \w+)? SET)\b/;

/** Finishes a case, takes every transaction back, and gives the statements that wrote, as one transaction. */
async function recordWrites(
  open: OpenCasework,
  real: Database,
  made: MadeCase,
  me: string,
): Promise<RawAct> {
  const undone = new Error("undone");
  const counties = new Set<number>();
  const steps: Step[] = [];
  const database: Database = {
    ...real,
    async inTransaction(scope, work, options) {
      let result: Awaited<ReturnType<typeof work>> | undefined;
      const listening = (tx: Parameters<typeof work>[0]) =>
        answering((step) => {
          if (writes.test(step.statement.text)) {
            steps.push(step);
            for (const county of scope.counties) counties.add(county);
          }
          return tx.run(step.statement, step.values);
        });
      await real
        .inTransaction(
          scope,
          async (tx) => {
            result = await work(listening(tx));
            throw undone;
          },
          options,
        )
        .catch((error: unknown) => {
          if (error !== undone) throw error;
        });
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
  await finish(open(database), made, me);
  return { counties: [...counties], steps };
}
