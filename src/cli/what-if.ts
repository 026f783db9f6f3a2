import { whatIfDossier } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { askQuestion, questionOptions, serviceAsked } from "./question.ts";
import { describeWhatIf } from "./what-if-text.ts";

/** `luohu what-if`: what would be enough, or with --json the WhatIf as one JSON object. */
export const whatIf: Command = {
  options: questionOptions,
  operands: 1,
  run: (call) =>
    askQuestion(call, whatIfDossier, (found, ready) =>
      describeWhatIf(found, serviceAsked(ready), { ...call, ...ready }),
    ),
};
