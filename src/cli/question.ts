import {
  type Dossier,
  fill,
  type Pack,
  parseDay,
  parseDossier,
  type Problem,
  readDossier,
  type Result,
  servicesOf,
} from "../policy/index.ts";
import type { Options } from "./arguments.ts";
import type { Call } from "./command.ts";
import { readInput } from "./input.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";
import { dossierProblemLines, oneLine } from "./problems.ts";

/** Beside the dossier: the service, one text alone, the day whose knowledge of the law counts. */
export type Asked = { readonly service?: string; readonly law?: string; readonly knownAt?: string };

export const questionOptions: Options = {
  service: "value",
  law: "value",
  "known-at": "value",
  json: "flag",
  pack: "value",
};

/** What is asked: the pack, the dossier, and what stands beside it. */
export type Ready = { readonly pack: Pack; readonly dossier: Dossier; readonly asked: Asked };

/**
 * Reads pack, dossier and options, asks, and prints the answer as JSON or in words.
 * What cannot be used is printed instead, with exit code 2.
 */
export async function askQuestion<T>(
  call: Call,
  ask: (pack: Pack, dossier: Dossier, asked: Asked) => Result<T, Problem>,
  describe: (answer: T, ready: Ready) => string,
): Promise<number> {
  const ready = await readQuestion(call);
  return ready === undefined ? exit.badInput : answerQuestion(call, ready, ask, describe);
}

/** Asks what has been read, and prints the answer as JSON or in words. */
export function answerQuestion<T>(
  call: Call,
  ready: Ready,
  ask: (pack: Pack, dossier: Dossier, asked: Asked) => Result<T, Problem>,
  describe: (answer: T, ready: Ready) => string,
): number {
  const answer = ask(ready.pack, ready.dossier, ready.asked);
  if (!answer.ok) {
    call.io.err(dossierProblemLines(answer.problems, call.operands[0] ?? "luohu", call));
    return exit.badInput;
  }
  const { value } = answer;
  call.io.out(
    call.flags.has("json") ? `${JSON.stringify(value, null, 2)}\n` : describe(value, ready),
  );
  return exit.fine;
}

/** Reads pack, dossier and options; undefined with the reason printed. Without a file, `blank` is the dossier. */
export async function readQuestion(call: Call, blank?: unknown): Promise<Ready | undefined> {
  const { operands, values, io, texts } = call;
  const refuse = (message: string): undefined => {
    io.err(`luohu: ${oneLine(message)}\n`);
    return undefined;
  };
  const [file] = operands;
  if (file === undefined && blank === undefined) return refuse(texts.noDossier);
  const knownAt = values.get("known-at");
  if (knownAt !== undefined && parseDay(knownAt) === undefined) {
    return refuse(fill(texts.badKnownAt, { value: knownAt }));
  }
  const pack = usePack(values.get("pack"), call);
  if (pack === undefined) return undefined;
  const dossier = await readDossierOf(file, blank, pack, call);
  if (typeof dossier === "string") return refuse(dossier);
  if (dossier.ok) return { pack, dossier: dossier.value, asked: askedIn(values) };
  io.err(dossierProblemLines(dossier.problems, file ?? "luohu", call));
  return undefined;
}

async function readDossierOf(
  file: string | undefined,
  blank: unknown,
  pack: Pack,
  call: Call,
): Promise<Result<Dossier, Problem> | string> {
  if (file === undefined) return parseDossier(pack, blank);
  const input = await readInput(file, call);
  return input.kind === "problem" ? input.message : readDossier(pack, input.text);
}

/** The service that the answer is about. */
export const serviceAsked = ({ asked, dossier, pack }: Ready): string =>
  asked.service ?? dossier.service ?? servicesOf(pack)[0] ?? "";

function askedIn(values: ReadonlyMap<string, string>): Asked {
  const [service, law, knownAt] = ["service", "law", "known-at"].map((name) => values.get(name));
  return {
    ...(service === undefined ? {} : { service }),
    ...(law === undefined ? {} : { law }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
}
