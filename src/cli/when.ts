import { whenDossier } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { askQuestion, questionOptions } from "./question.ts";
import { describeTimes } from "./times-text.ts";

/** `luohu when`: how the answer changes with time and why, or with --json the Times as one JSON object. */
export const when: Command = {
  options: questionOptions,
  operands: 1,
  run: (call) =>
    askQuestion(call, whenDossier, (times, ready) => describeTimes(times, { ...call, ...ready })),
};
