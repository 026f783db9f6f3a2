import { fill } from "../policy/index.ts";
import { ArchiveError, NewerSchema, PlaceNotEmpty, restoreRegister } from "../register/index.ts";
import { soundOf } from "../standards/index.ts";
import type { Call, Command } from "./command.ts";
import { exit } from "./io.ts";
import { withInstallation } from "./upkeep.ts";
import { describeVerified, faultCount } from "./verify.ts";

/** `luohu restore FILE`: a backup into an empty place, rebuilt and verified. */
export const restore: Command = {
  options: {},
  operands: 1,
  run: (call) => {
    const { io, texts, operands } = call;
    const file = operands[0];
    if (file === undefined) {
      io.err(`luohu: ${texts.noBackupFile}\n`);
      return exit.badInput;
    }
    const steps = {
      check: texts.stepCheck,
      load: texts.stepLoad,
      rebuild: texts.stepRebuild,
      verify: texts.stepVerify,
    };
    return withInstallation(call, async ({ ownerUrl, database, keys }) => {
      try {
        const { header, rows, rebuilt, verified } = await restoreRegister({
          ownerUrl,
          database,
          keys,
          path: file,
          soundOf,
          clock: () => performance.now(),
          now: new Date().toISOString(),
          onStep: (step) => io.err(`${steps[step]} …\n`),
        });
        const seconds = (rebuilt.milliseconds / 1000).toFixed(1);
        const events = rows["register_event"] ?? 0;
        io.out(`${fill(texts.restored, { events, taken: header.taken, seconds })}\n`);
        io.out(describeVerified(verified, call));
        return faultCount(verified) === 0 ? exit.fine : exit.failed;
      } catch (error) {
        const said = describe(error, file, call);
        if (said === undefined) throw error;
        io.err(`luohu: ${said}\n`);
        return exit.badInput;
      }
    });
  },
};

function describe(error: unknown, file: string, { texts }: Call): string | undefined {
  if (error instanceof PlaceNotEmpty) return texts.placeNotEmpty;
  if (error instanceof NewerSchema) return fill(texts.archiveNewer, { file });
  if (error instanceof ArchiveError) {
    const templates = {
      "not-an-archive": texts.archiveNot,
      "newer-format": texts.archiveNewer,
      damaged: texts.archiveDamaged,
      "cut-short": texts.archiveShort,
    };
    return fill(templates[error.code], { file, section: error.section });
  }
  if (error instanceof Error && "syscall" in error && "code" in error) {
    return fill(texts.fileFailed, { file, reason: String(error.code) });
  }
  return undefined;
}
