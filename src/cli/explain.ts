import { explainDossier } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeExplanation } from "./explanation-text.ts";
import { askQuestion, questionOptions } from "./question.ts";

/** `luohu explain`: the tree of reasons, or with --json the Explanation as one JSON object. */
export const explain: Command = {
  options: questionOptions,
  operands: 1,
  run: (call) =>
    askQuestion(call, explainDossier, (explanation, ready) =>
      describeExplanation(explanation, { ...call, ...ready }),
    ),
};
