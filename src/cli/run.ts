import { packageVersion } from "../platform/files/index.ts";
import { fill, type Locale, suggest } from "../policy/index.ts";
import { appoint } from "./appoint.ts";
import { appointments } from "./appointments.ts";
import { type ArgumentProblem, readArguments } from "./arguments.ts";
import { ask } from "./ask.ts";
import { backup } from "./backup.ts";
import { cases } from "./cases.ts";
import { check } from "./check.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Command, CommandName } from "./command.ts";
import { coverage } from "./coverage.ts";
import { decide } from "./decide.ts";
import { departments } from "./departments.ts";
import { diff } from "./diff.ts";
import { explain } from "./explain.ts";
import { init } from "./init.ts";
import { exit, type Io } from "./io.ts";
import { detectLocale, localeOf } from "./language.ts";
import { lint } from "./lint.ts";
import { oneLine } from "./problems.ts";
import { rebuild } from "./rebuild.ts";
import { restore } from "./restore.ts";
import { schema } from "./schema.ts";
import { defaultPort, serve } from "./serve.ts";
import { type Texts, textsOf } from "./text/texts.ts";
import { verify } from "./verify.ts";
import { whatIf } from "./what-if.ts";
import { when } from "./when.ts";

const commands: Readonly<Record<CommandName, Command>> = {
  decide,
  explain,
  ask,
  when,
  "what-if": whatIf,
  check,
  cases,
  coverage,
  lint,
  diff,
  schema,
  init,
  appoint,
  appointments,
  verify,
  rebuild,
  checkpoint,
  backup,
  restore,
  departments,
  serve,
};

const helps: Readonly<Record<CommandName, keyof Texts>> = {
  decide: "helpDecide",
  explain: "helpExplain",
  ask: "helpAsk",
  when: "helpWhen",
  "what-if": "helpWhatIf",
  check: "helpCheck",
  cases: "helpCases",
  coverage: "helpCoverage",
  lint: "helpLint",
  diff: "helpDiff",
  schema: "helpSchema",
  init: "helpInit",
  appoint: "helpAppoint",
  appointments: "helpAppointments",
  verify: "helpVerify",
  rebuild: "helpRebuild",
  checkpoint: "helpCheckpoint",
  backup: "helpBackup",
  restore: "helpRestore",
  departments: "helpDepartments",
  serve: "helpServe",
};

const common = { help: "flag", version: "flag", lang: "value" } as const;

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** Runs one command line; gives its exit code. What cannot be used is said in one line on `err`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const named = args[0];
  if (named !== undefined && isCommand(named)) return runCommand(named, args.slice(1), io);
  const locale = languageOf(args, io);
  const texts = textsOf(locale);
  const refuse = refuser(io);
  if (named !== undefined && !named.startsWith("-") && named !== "help") {
    const near = suggest(named, Object.keys(commands));
    return refuse(fill(texts.unknownCommand, { command: named, meant: meant(near, texts) }));
  }
  const topic = named === "help" ? args[1] : undefined;
  if (topic !== undefined && isCommand(topic))
    return runCommand(topic, ["--help", ...args.slice(2)], io);
  const read = readArguments(named === "help" ? args.slice(1) : args, common);
  if ("problem" in read) return refuse(describeProblem(read.problem, "", texts));
  const unknown = unknownLanguage(read.values.get("lang"), texts);
  if (unknown !== undefined) return refuse(unknown);
  io.out(read.flags.has("version") ? `${packageVersion()}\n` : texts.help);
  return exit.fine;
}

async function runCommand(name: CommandName, args: readonly string[], io: Io): Promise<number> {
  const command = commands[name];
  const locale = languageOf(args, io);
  const texts = textsOf(locale);
  const refuse = refuser(io);
  const read = readArguments(args, { ...command.options, ...common });
  if ("problem" in read) return refuse(describeProblem(read.problem, name, texts));
  const unknown = unknownLanguage(read.values.get("lang"), texts);
  if (unknown !== undefined) return refuse(unknown);
  if (read.flags.has("help")) {
    io.out(fill(texts[helps[name]], { port: defaultPort }));
    return exit.fine;
  }
  if (read.flags.has("version")) {
    io.out(`${packageVersion()}\n`);
    return exit.fine;
  }
  const extra = read.operands[command.operands];
  if (extra !== undefined)
    return refuse(fill(texts.tooManyOperands, { operand: extra, command: name }));
  return command.run({ ...read, io, locale, texts });
}

/** The language of the answer to these arguments, even if they turn out to be wrong. */
function languageOf(args: readonly string[], { env }: Io): Locale {
  const at = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const value = args[at] === "--lang" ? args[at + 1] : args[at]?.slice("--lang=".length);
  return localeOf(value ?? "") ?? detectLocale(env);
}

function unknownLanguage(language: string | undefined, texts: Texts): string | undefined {
  if (language === undefined || localeOf(language) !== undefined) return undefined;
  return fill(texts.unknownLanguage, { language });
}

function describeProblem(problem: ArgumentProblem, command: string, texts: Texts): string {
  const { option } = problem;
  switch (problem.kind) {
    case "unknown-option":
      return fill(texts.unknownOption, {
        option,
        command,
        meant: meant(problem.meant, texts),
      }).replace("  ", " ");
    case "needs-value":
      return fill(texts.optionNeedsValue, { option });
    case "takes-no-value":
      return fill(texts.optionTakesNoValue, { option });
  }
}

const meant = (word: string | undefined, texts: Texts): string =>
  word === undefined ? "" : fill(texts.meant, { word });

const refuser =
  ({ err }: Io) =>
  (message: string): number => {
    err(`luohu: ${oneLine(message)}\n`);
    return exit.badInput;
  };
