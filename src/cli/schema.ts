import { dossierSchema } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";

/** `luohu schema`: the JSON Schema of a dossier for the pack. */
export const schema: Command = {
  options: { pack: "value" },
  operands: 0,
  run: (call) => {
    const pack = usePack(call.values.get("pack"), call);
    if (pack === undefined) return exit.badInput;
    call.io.out(`${JSON.stringify(dossierSchema(pack), null, 2)}\n`);
    return exit.fine;
  },
};
