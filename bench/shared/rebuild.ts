import { rebuildRegister } from "../../src/register/rebuild/rebuild.ts";
import { soundOf } from "../../src/standards/index.ts";
import { seconds } from "./report.ts";

/**
 * Every table of the present from the events, chains checked, with all constraints; prints its phases.
 * @returns events a second
 */
export async function timeRebuild(ownerUrl: string): Promise<number> {
  const began = performance.now();
  let folded = Number.NaN;
  const { events, counties, milliseconds } = await rebuildRegister({
    ownerUrl,
    soundOf,
    clock: () => performance.now(),
    onProgress: ({ step }) => {
      if (step === "constraints") folded = performance.now() - began;
    },
  });
  const perSecond = events / (milliseconds / 1000);
  console.log(
    `rebuild: ${events} events of ${counties} counties in ${seconds(milliseconds)}, ` +
      `${perSecond.toFixed(0)} a second; chains, folding and rows ${seconds(folded)}, ` +
      `indexes and constraints ${seconds(milliseconds - folded)}`,
  );
  return perSecond;
}
