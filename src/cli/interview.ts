import {
  askDossier,
  decideDossier,
  describeProblem,
  type Dossier,
  type Interview,
  parseDossier,
  type PlainValue,
  type Problem,
  type Result,
} from "../policy/index.ts";
import { readAnswer, withAnswer } from "./answers.ts";
import type { Call } from "./command.ts";
import { describeInterview, describeWhy, expectedAnswer } from "./interview-text.ts";
import { oneLine } from "./problems.ts";
import type { Ready } from "./question.ts";

/** A dossier and what is to be asked about it. */
type Step = { readonly dossier: Dossier; readonly interview: Interview };

/**
 * Asks until no question can settle more, the person quits or the lines end; gives the dossier with the answers.
 * Refuses only where the dossier cannot be asked about at all.
 */
export async function interview(
  ready: Ready,
  lines: AsyncGenerator<string, void>,
  terminal: boolean,
  call: Call,
): Promise<Result<Dossier, Problem>> {
  const { io, texts } = call;
  const first = stepAt(ready, ready.dossier);
  if (!first.ok) return first;
  const steps: Step[] = [first.value];
  let isNew = true;
  for (;;) {
    const { dossier, interview: asked } = steps.at(-1)!;
    const fact = ready.pack.vocabulary.facts.find(({ name }) => name === asked.next?.fact);
    if (fact === undefined) return { ok: true, value: dossier };
    if (isNew) io.out(`\n${describeInterview(asked, { ...call, ...ready })}`);
    isNew = false;
    io.out("> ");
    const line = await lines.next();
    if (line.done === true) {
      io.out("\n");
      return { ok: true, value: dossier };
    }
    // A terminal shows what is typed; elsewhere the answer would be missing from what is printed.
    if (!terminal) io.out(`${oneLine(line.value).slice(0, 200)}\n`);
    const answer = readAnswer(line.value, fact, ready.pack);
    switch (answer.kind) {
      case "quit":
        return { ok: true, value: dossier };
      case "back":
        if (steps.length === 1) io.out(`${texts.firstQuestion}\n`);
        else {
          steps.pop();
          isNew = true;
        }
        break;
      case "why": {
        const decided = decideDossier(ready.pack, dossier, ready.asked);
        if (decided.ok) io.out(describeWhy(fact, decided.value, { ...call, ...ready }));
        break;
      }
      case "nothing":
      case "other":
        io.out(`${expectedAnswer(fact, texts)}${texts.answerCommands}\n`);
        break;
      case "unsure": {
        const step = stepAt(ready, { ...dossier, unsure: [...dossier.unsure, fact.name] });
        if (step.ok) steps.push(step.value);
        isNew = true;
        break;
      }
      case "value": {
        const step = answered(ready, dossier, fact.name, answer.value);
        if (step.ok) steps.push(step.value);
        else for (const problem of step.problems) io.out(`${said(problem, call)}\n`);
        isNew = step.ok;
      }
    }
  }
}

/** What a problem says, without the field's path: the question has just named it. */
const said = (problem: Problem, { locale }: Call): string =>
  oneLine(describeProblem({ ...problem, at: {} }, locale));

function stepAt({ pack, asked }: Ready, dossier: Dossier): Result<Step, Problem> {
  const interview = askDossier(pack, dossier, asked);
  return interview.ok ? { ok: true, value: { dossier, interview: interview.value } } : interview;
}

function answered(
  ready: Ready,
  dossier: Dossier,
  fact: string,
  value: PlainValue,
): Result<Step, Problem> {
  const parsed = parseDossier(ready.pack, withAnswer(dossier, fact, value));
  return parsed.ok ? stepAt(ready, parsed.value) : parsed;
}
