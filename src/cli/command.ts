import type { Locale } from "../policy/index.ts";
import type { Arguments, Options } from "./arguments.ts";
import type { Io } from "./io.ts";
import type { Texts } from "./text/texts.ts";

export type CommandName =
  | "decide"
  | "explain"
  | "ask"
  | "when"
  | "what-if"
  | "check"
  | "cases"
  | "coverage"
  | "lint"
  | "diff"
  | "schema"
  | "init"
  | "appoint"
  | "appointments"
  | "verify"
  | "rebuild"
  | "checkpoint"
  | "backup"
  | "restore"
  | "departments"
  | "serve";

export type Call = Arguments & { readonly io: Io; readonly locale: Locale; readonly texts: Texts };

/** One command: what it accepts, and what it does; gives the exit code. */
export type Command = {
  readonly options: Options;
  /** Most operands it takes. */
  readonly operands: number;
  readonly run: (call: Call) => number | Promise<number>;
};
