import { stat } from "node:fs/promises";
import { askDossier, decideDossier, fill } from "../policy/index.ts";
import type { Call, Command } from "./command.ts";
import { describeDecision } from "./decision-text.ts";
import { saveDossier } from "./dossier-file.ts";
import { interview } from "./interview.ts";
import { exit } from "./io.ts";
import { describeInterview } from "./interview-text.ts";
import { linesOf } from "./lines.ts";
import { dossierProblemLines, oneLine } from "./problems.ts";
import { answerQuestion, questionOptions, type Ready, readQuestion } from "./question.ts";

/** `luohu ask`: asks what can still matter until the answer stands, or with --json the Interview as one JSON object. */
export const ask: Command = {
  options: { ...questionOptions, county: "value", kind: "value", on: "value", save: "value" },
  operands: 1,
  run: async (call) => {
    const { io, texts, flags, operands, values } = call;
    const refuse = (message: string): number => {
      io.err(`luohu: ${oneLine(message)}\n`);
      return exit.badInput;
    };
    const blank = blankDossier(call);
    const [file] = operands;
    if (file !== undefined && blank !== undefined) return refuse(texts.dossierAndPlace);
    if (file === undefined && blank === undefined) return refuse(texts.noDossierToAsk);
    const save = values.get("save");
    if (save !== undefined && (await exists(save)))
      return refuse(fill(texts.fileExists, { file: save }));
    const ready = await readQuestion(call, blank);
    if (ready === undefined) return exit.badInput;
    // Standard input that held the dossier holds no answers.
    if (flags.has("json") || file === "-") {
      return answerQuestion(call, ready, askDossier, (asked) =>
        describeInterview(asked, { ...call, ...ready }),
      );
    }
    return converse(ready, save, call);
  },
};

/** Asks to the end, then says where things stand and keeps the dossier if that is wanted. */
async function converse(ready: Ready, save: string | undefined, call: Call): Promise<number> {
  const { io, texts } = call;
  const terminal = io.stdin.isTTY === true;
  const lines = linesOf(io.stdin);
  try {
    const talked = await interview(ready, lines, terminal, call);
    const last = { ...ready, dossier: talked.ok ? talked.value : ready.dossier };
    const decided = talked.ok ? decideDossier(last.pack, last.dossier, last.asked) : talked;
    if (!decided.ok) {
      io.err(dossierProblemLines(decided.problems, call.operands[0] ?? "luohu", call));
      return exit.badInput;
    }
    io.out(`\n${describeDecision(decided.value, { ...call, ...last })}\n`);
    const file = save ?? (terminal ? await fileNamed(lines, call) : undefined);
    if (file === undefined) {
      if (!terminal) io.out(`${texts.saveHint}\n`);
      return exit.fine;
    }
    const failure = await saveDossier(file, last.dossier, texts);
    if (failure === undefined) io.out(`${fill(texts.saved, { file: oneLine(file) })}\n`);
    else io.err(`luohu: ${oneLine(failure)}\n`);
    return failure === undefined ? exit.fine : exit.badInput;
  } finally {
    await lines.return(undefined);
  }
}

/** The file that a person at a terminal wants the dossier in, if any. */
async function fileNamed(
  lines: AsyncGenerator<string, void>,
  { io, texts }: Call,
): Promise<string | undefined> {
  io.out(`${texts.saveOffer} `);
  const { value } = await lines.next();
  const name = value?.trim() ?? "";
  return name === "" ? undefined : name;
}

/** A dossier in which nothing is said but place and day, where options name them. */
function blankDossier({ values }: Call): unknown {
  const [county, kind, on, service] = ["county", "kind", "on", "service"].map((name) =>
    values.get(name),
  );
  if (county === undefined && kind === undefined && on === undefined) return undefined;
  return { on, service, place: { county, kind } };
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}
