import { parseArgs } from "node:util";
import { suggest } from "../policy/index.ts";

export type OptionKind = "flag" | "value";
export type Options = Readonly<Record<string, OptionKind>>;

export type Arguments = {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
};

export type ArgumentProblem =
  | { readonly kind: "unknown-option"; readonly option: string; readonly meant: string | undefined }
  | { readonly kind: "needs-value"; readonly option: string }
  | { readonly kind: "takes-no-value"; readonly option: string };

const shorts: Readonly<Record<string, string>> = { h: "help", v: "version" };

/** Splits a command's arguments into operands and the options it knows, or says which one is wrong. */
export function readArguments(
  args: readonly string[],
  options: Options,
): Arguments | { readonly problem: ArgumentProblem } {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [
        name,
        { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const { rawName, value, inlineValue } = token;
    const name = rawName.startsWith("--") ? token.name : (shorts[token.name] ?? token.name);
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (kind === undefined) {
      const near = suggest(name, Object.keys(options));
      const meant = near === undefined ? undefined : `--${near}`;
      return { problem: { kind: "unknown-option", option: rawName, meant } };
    }
    if (kind === "flag") {
      if (value !== undefined) return { problem: { kind: "takes-no-value", option: rawName } };
      flags.add(name);
    } else {
      const missing = value === undefined || (inlineValue === false && value.startsWith("--"));
      if (missing) return { problem: { kind: "needs-value", option: rawName } };
      values.set(name, value);
    }
  }
  return { operands, flags, values };
}
