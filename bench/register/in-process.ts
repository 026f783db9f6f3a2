// Settling without HTTP: what our TypeScript costs beside the statements that it sends, and how much a county bears.
import { registerOf, standardsFor } from "../../src/cli/open-register.ts";
import type { Installation } from "./installation.ts";
import type { Figures } from "./marks.ts";
import { describeOneAct } from "./one-act.ts";
import { doOrder, inParallel, type Order, writeOrders } from "./orders.ts";
import { openRecorder, type RawAct, sendRaw } from "./raw.ts";
import { median, table } from "./report.ts";
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

  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    const orders = write(counties);
    const raws: RawAct[] = [];
    for (const order of write(counties)) raws.push(await record(order));
    const raw = () =>
      inParallel(raws, workers, (each) => sendRaw(installation.database.pool, each));
    const pair =
      round % 2 === 0
        ? { ours: await ours(orders), raw: await raw() }
        : { raw: await raw(), ours: await ours(orders) };
    // The first round is for warming up.
    if (round > 0) pairs.push({ ...pair, ratio: pair.ours / pair.raw });
  }
  const [, oneCounty = 0] = counties;
  const alone = [];
  for (let round = 0; round < rounds; round++) alone.push(await ours(write([oneCounty])));

  const line = (name: string, figures: readonly number[], digits = 0) =>
    [name, median(figures), Math.min(...figures), Math.max(...figures)].map((cell) =>
      typeof cell === "number" ? cell.toFixed(digits) : cell,
    );
  const ratios = pairs.map(({ ratio }) => ratio);
  console.log(
    table(
      [`settling, ${workers} at a time`, "median", "lowest", "highest"],
      [
        line(
          `${counties.length} counties, a second`,
          pairs.map((pair) => pair.ours),
        ),
        line(
          "the same statements raw",
          pairs.map((pair) => pair.raw),
        ),
        line("settle / raw", ratios, 2),
        line("one county, a second", alone),
      ],
    ),
  );
  console.log(`\n${await describeOneAct(register, write([oneCounty], Math.min(300, perRound)))}\n`);
  return { settleOfRaw: median(ratios), settlesPerSecondOneCounty: median(alone) };
}
