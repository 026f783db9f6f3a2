import { fill } from "../policy/index.ts";
import { backUpRegister } from "../register/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { progressOf, withInstallation } from "./upkeep.ts";

/** `luohu backup FILE`: everything from which the register can be made again. */
export const backup: Command = {
  options: {},
  operands: 1,
  run: (call) => {
    const { io, texts, operands } = call;
    const file = operands[0];
    if (file === undefined) {
      io.err(`luohu: ${texts.noBackupFile}\n`);
      return exit.badInput;
    }
    return withInstallation(call, async ({ ownerUrl, keys }) => {
      const progress = progressOf(call);
      try {
        const { bytes, sections } = await backUpRegister({
          ownerUrl,
          path: file,
          now: new Date().toISOString(),
          onSection: (table) => progress(() => fill(texts.stepBackup, { table })),
        });
        const events = sections.find(({ table }) => table === "register_event")?.rows ?? 0;
        io.out(`${fill(texts.backedUp, { file, events, bytes })}\n`);
        io.out(`${fill(texts.backupKeys, { folder: keys })}\n`);
        return exit.fine;
      } catch (error) {
        const code =
          error instanceof Error && "syscall" in error && "code" in error ? error.code : "";
        if (typeof code !== "string" || code === "") throw error;
        const said = code === "EEXIST" ? texts.backupThere : texts.fileFailed;
        io.err(`luohu: ${fill(said, { file, reason: code })}\n`);
        return exit.badInput;
      }
    });
  },
};
