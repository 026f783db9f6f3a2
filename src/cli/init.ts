import { findInstallation, markInstallation } from "../identity/index.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import type { Command } from "./command.ts";
import { makeDemo } from "./demo.ts";
import { useInstallation } from "./installation.ts";
import { exit } from "./io.ts";

/** `luohu init`: an empty, real installation, or with `--demo` one of made-up people; said once, for good. */
export const init: Command = {
  options: { demo: "flag" },
  operands: 0,
  run: async (call) => {
    const { flags, io, texts } = call;
    const installation = await useInstallation(call);
    if (installation === undefined) return exit.badInput;
    try {
      const kind = await findInstallation(installation.database);
      if (kind !== undefined) {
        io.err(`luohu: ${kind === "demo" ? texts.isDemoAlready : texts.isRealAlready}\n`);
        return exit.badInput;
      }
      if (flags.has("demo")) await makeDemo(installation);
      else {
        const owner = openDatabase(installation.ownerUrl, { size: 1 });
        try {
          await markInstallation(owner, "real");
        } finally {
          await owner.close();
        }
      }
      io.out(flags.has("demo") ? texts.demoMade : texts.realMade);
      return exit.fine;
    } finally {
      await installation.close();
    }
  },
};
