import { packageVersion } from "../platform/files/index.ts";
import { fill, type Locale, suggest } from "../policy/index.ts";
import { type ArgumentProblem, readArguments } from "./arguments.ts";
import type { Command, CommandName } from "./command.ts";
import { exit, type Io } from "./io.ts";
import { detectLocale, localeOf } from "./language.ts";
import { oneLine } from "./problems.ts";
import { defaultPort } from "./port.ts";
import { type Texts, textsOf } from "./text/texts.ts";

/** Each is loaded when it is called: to decide needs no database. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  decide: async () => (await import("./decide.ts")).decide,
  explain: async () => (await import("./explain.ts")).explain,
  ask: async () => (await import("./ask.ts")).ask,
  when: async () => (await import("./when.ts")).when,
  "what-if": async () => (await import("./what-if.ts")).whatIf,
  check: async () => (await import("./check.ts")).check,
  cases: async () => (await import("./cases.ts")).cases,
  coverage: async () => (await import("./coverage.ts")).coverage,
  lint: async () => (await import("./lint.ts")).lint,
  diff: async () => (await import("./diff.ts")).diff,
  schema: async () => (await import("./schema.ts")).schema,
  init: async () => (await import("./init.ts")).init,
  appoint: async () => (await import("./appoint.ts")).appoint,
  appointments: async () => (await import("./appointments.ts")).appointments,
  verify: async () => (await import("./verify.ts")).verify,
  rebuild: async () => (await import("./rebuild.ts")).rebuild,
  checkpoint: async () => (await import("./checkpoint.ts")).checkpoint,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  departments: async () => (await import("./departments.ts")).departments,
  serve: async () => (await import("./serve.ts")).serve,
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

/** Runs one command line; gives its exit code. A bug of ours is one line on `err` as well. */
export async function runSafely(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    const message = oneLine(error instanceof Error ? error.message : String(error));
    io.err(`luohu: ${fill(textsOf(detectLocale(io.env)).bug, { message })}\n`);
    return exit.bug;
  }
}

/** Gives the exit code. What cannot be used is said in one line on `err`. */
async function run(args: readonly string[], io: Io): Promise<number> {
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
  const command = await commands[name]();
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
