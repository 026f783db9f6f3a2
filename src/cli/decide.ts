import { decideDossier } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeDecision } from "./decision-text.ts";
import { askQuestion, questionOptions } from "./question.ts";

/** `luohu decide`: the answer in words, or with --json the Decision as one JSON object. */
export const decide: Command = {
  options: questionOptions,
  operands: 1,
  run: (call) =>
    askQuestion(call, decideDossier, (decision, ready) =>
      describeDecision(decision, { ...call, ...ready }),
    ),
};
