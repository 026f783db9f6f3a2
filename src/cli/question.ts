import {
  type Dossier,
  fill,
  type Pack,
  parseDay,
  type Problem,
  readDossier,
  type Result,
} from "../policy/index.ts";
import type { Options } from "./arguments.ts";
import type { Call } from "./command.ts";
import { readInput } from "./input.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";
import { dossierProblemLines } from "./problems.ts";

/** Beside the dossier: the service, one text alone, the day whose knowledge of the law counts. */
export type Asked = { readonly service?: string; readonly law?: string; readonly knownAt?: string };

export const questionOptions: Options = {
  service: "value",
  law: "value",
  "known-at": "value",
  json: "flag",
  pack: "value",
};

/**
 * Reads pack, dossier and options, asks, and prints the answer as JSON or in words.
 * What cannot be used is printed instead, with exit code 2.
 */
export async function askQuestion<T>(
  call: Call,
  ask: (pack: Pack, dossier: Dossier, asked: Asked) => Result<T, Problem>,
  describe: (answer: T, pack: Pack, dossier: Dossier) => string,
): Promise<number> {
  const { operands, values, flags, io, texts } = call;
  const refuse = (message: string): number => {
    io.err(`luohu: ${message}\n`);
    return exit.badInput;
  };
  const [file] = operands;
  if (file === undefined) return refuse(texts.noDossier);
  const knownAt = values.get("known-at");
  if (knownAt !== undefined && parseDay(knownAt) === undefined) {
    return refuse(fill(texts.badKnownAt, { value: knownAt }));
  }
  const pack = usePack(values.get("pack"), call);
  if (pack === undefined) return exit.badInput;
  const input = await readInput(file, call);
  if (input.kind === "problem") return refuse(input.message);
  const dossier = readDossier(pack, input.text);
  const answer = dossier.ok ? ask(pack, dossier.value, askedIn(values)) : dossier;
  if (!dossier.ok || !answer.ok) {
    io.err(dossierProblemLines(answer.ok ? [] : answer.problems, file, call));
    return exit.badInput;
  }
  const { value } = answer;
  io.out(
    flags.has("json")
      ? `${JSON.stringify(value, null, 2)}\n`
      : describe(value, pack, dossier.value),
  );
  return exit.fine;
}

function askedIn(values: ReadonlyMap<string, string>): Asked {
  const [service, law, knownAt] = ["service", "law", "known-at"].map((name) => values.get(name));
  return {
    ...(service === undefined ? {} : { service }),
    ...(law === undefined ? {} : { law }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
}
