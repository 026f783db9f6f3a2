// Settling without HTTP: what our TypeScript costs beside the statements that it sends, and how much a county bears.
import { registerOf, standardsFor } from "../../src/cli/open-register.ts";
import type { Installation } from "../shared/installation.ts";
import type { Figures } from "./marks.ts";
import { describeOneAct } from "./one-act.ts";
import { inParallel, takeTurns } from "../shared/parallel.ts";
import { type RawAct, sendRaw } from "../shared/raw.ts";
import { doOrder, type Order, writeOrders } from "./orders.ts";
import { openRecorder, type Recorder } from "./raw.ts";
import { median, table } from "../shared/report.ts";
import type { Settler } from "./settles.ts";

const workers = 16;
/** Many short ones: what else the machine does comes and goes. */
const rounds = 31;

/** Ours and the same statements alone in turn, in all counties; then one county; then one act by itself. */
export async function timeSettling(
  installation: Installation,
  settler: Settler,
  counties: readonly number[],
  perRound: number,
): Promise<Pick<Figures, "settleOfRaw" | "settlesPerSecondOneCounty">> {
  const register = registerOf(installation, standardsFor("demo"));
  const write = (where: readonly number[], count = perRound) => writeOrders(settler, where, count);
  const ours = (orders: readonly Order[]) =>
    inParallel(orders, workers, (each) => doOrder(register, each));
  const samples = writeOrders(settler, counties, 3);
  const record = await openRecorder(register, samples, 3 * perRound * (rounds + 1));

  const perSecond = (milliseconds: number) => perRound / (milliseconds / 1000);

  const raw = (acts: readonly RawAct[]) =>
    inParallel(acts, workers, (each) => sendRaw(installation.database.pool, each));
  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    const orders = write(counties);
    const pair = await takeTurns([orders, ours], [await recordAll(record, write(counties)), raw]);
    // The first round is for warming up.
    if (round > 0) pairs.push(pair);
  }
  const [, oneCounty = 0] = counties;
  const alone: number[] = [];
  for (let round = 0; round < rounds; round++) alone.push(await ours(write([oneCounty])));

  const line = (name: string, figures: readonly number[], digits = 0) =>
    [name, median(figures), Math.min(...figures), Math.max(...figures)].map((cell) =>
      typeof cell === "number" ? cell.toFixed(digits) : cell,
    );
  const ratios = pairs.map((pair) => pair.raw / pair.ours);
  console.log(
    table(
      [`settling, ${workers} at a time`, "median", "lowest", "highest"],
      [
        line(
          `${counties.length} counties, a second`,
          pairs.map((pair) => perSecond(pair.ours)),
        ),
        line(
          "the same statements raw",
          pairs.map((pair) => perSecond(pair.raw)),
        ),
        line("settle / raw", ratios, 2),
        line("one county, a second", alone.map(perSecond)),
      ],
    ),
  );
  console.log(`\n${await describeOneAct(register, write([oneCounty], Math.min(300, perRound)))}\n`);
  return { settleOfRaw: median(ratios), settlesPerSecondOneCounty: perSecond(median(alone)) };
}

async function recordAll(record: Recorder, orders: readonly Order[]): Promise<readonly RawAct[]> {
  const acts: RawAct[] = [];
  for (const order of orders) acts.push(await record(order));
  return acts;
}
