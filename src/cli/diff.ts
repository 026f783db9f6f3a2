import { diffPacks } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeDiff } from "./diff-text.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";
import { dossierProblemLines, oneLine } from "./problems.ts";

/** `luohu diff`: two rulebooks, or one on two days: equal, or the smallest person who tells them apart. */
export const diff: Command = {
  options: { service: "value", county: "value", on: "value", json: "flag" },
  operands: 2,
  run: (call) => {
    const { io, texts, operands, values, flags } = call;
    const refuse = (message: string): number => {
      io.err(`luohu: ${oneLine(message)}\n`);
      return exit.badInput;
    };
    const [first, second] = operands.map(readSide);
    if (first === undefined || second === undefined) return refuse(texts.needsTwoPacks);
    const [service, county, on] = ["service", "county", "on"].map((name) => values.get(name));
    const a = usePack(first.folder, call);
    const b = a === undefined || first.folder === second.folder ? a : usePack(second.folder, call);
    if (a === undefined || b === undefined) return exit.badInput;
    const found = diffPacks(
      { pack: a, ...dayOf(first) },
      { pack: b, ...dayOf(second) },
      {
        ...(service === undefined ? {} : { service }),
        ...(county === undefined ? {} : { county }),
        ...(on === undefined ? {} : { on }),
      },
    );
    if (!found.ok) {
      io.err(dossierProblemLines(found.problems, "luohu", call));
      return exit.badInput;
    }
    io.out(
      flags.has("json")
        ? `${JSON.stringify(found.value, null, 2)}\n`
        : describeDiff(found.value, call),
    );
    return found.value.equal ? exit.fine : exit.failed;
  },
};

type Side = { readonly folder: string | undefined; readonly on: string | undefined };

/** `folder@day`; without a folder the rulebook that comes with Luohu. */
function readSide(operand: string): Side {
  const [, folder, on] = /^(.*)@(\d{4}-\d{2}-\d{2})$/.exec(operand) ?? [undefined, operand];
  return { folder: folder === "" ? undefined : folder, on };
}

const dayOf = ({ on }: Side): { readonly on?: string } => (on === undefined ? {} : { on });
