import { fill } from "../policy/index.ts";
import { rebuildRegister } from "../register/index.ts";
import { soundOf } from "../standards/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { progressOf, withInstallation } from "./upkeep.ts";

/** `luohu rebuild`: the tables of the present anew from the events. */
export const rebuild: Command = {
  options: {},
  operands: 0,
  run: (call) =>
    withInstallation(call, async ({ ownerUrl }) => {
      const { io, texts } = call;
      const progress = progressOf(call);
      const { counties, events, milliseconds } = await rebuildRegister({
        ownerUrl,
        soundOf,
        clock: () => performance.now(),
        onProgress: (at) =>
          progress(() =>
            at.step === "events"
              ? fill(texts.progressEvents, { ...at, step: texts.stepRebuild })
              : texts.stepConstraints,
          ),
      });
      const seconds = (milliseconds / 1000).toFixed(1);
      const rate = Math.round((events / milliseconds) * 1000);
      io.out(`${fill(texts.rebuilt, { counties, events, seconds, rate })}\n`);
      return exit.fine;
    }),
};
