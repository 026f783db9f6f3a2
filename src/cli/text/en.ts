import type { Texts } from "./texts.ts";

/** Every sentence of the command line in English. */
export const en: Texts = {
  help: `Luohu (落户): a dossier in, a cited answer out.

Usage: luohu <command> [options]

Commands:
  decide <dossier|->    may they: the outcome, grounds, family covered, papers to bring
  explain <dossier|->   why: every reason with its clause, fact, value and source
  check [folder]        check a rulebook, one problem a line
  cases [folder]        run the cases beside the rules, one failure a line, the count last
  coverage [folder]     what became of every sentence of the documents
  schema                the JSON Schema of a dossier
  serve                 start the pages and the API, reachable from this machine only

Options of every command:
  --lang zh-CN|en       language (else by LUOHU_LANG, LC_ALL, LC_MESSAGES, LANG)
  -h, --help            help; luohu <command> --help for one command
  -v, --version         version

Exit codes: 0 fine; 1 a check or a case failed; 2 the input cannot be used.
`,
  helpDecide: `Usage: luohu decide <dossier.yaml|dossier.json|-> [options]

Answers yes, no, not known yet, or who decides. - reads from standard input.

Options:
  --service <service>   the service asked for, e.g. settlement; not needed where the dossier names it
  --law <text|all>      by one text alone, e.g. R; default all
  --known-at <day>      by the rules known on that day (replays an earlier answer)
  --json                print one JSON object and nothing else
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpExplain: `Usage: luohu explain <dossier.yaml|dossier.json|-> [options]

Prints the reasons of every ground: ✓ holds, ✗ does not, ? not known yet, each with clause, fact, value and source.
- reads from standard input.

Options:
  --service <service>   the service asked for; not needed where the dossier names it
  --law <text|all>      by one text alone, e.g. R; default all
  --known-at <day>      by the rules known on that day
  --json                print one JSON object and nothing else
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpCheck: `Usage: luohu check [folder]

Checks a rulebook (the one that comes with Luohu unless named), one problem a line: file:line:column code message.
Exit code 1 when there is a problem.

Options:
  --lang zh-CN|en       language
`,
  helpCases: `Usage: luohu cases [folder]

Runs the cases under cases/ beside the rules (those that come with Luohu unless named).
One failure a line, the count last. Exit code 1 when one fails.

Options:
  --lang zh-CN|en       language
`,
  helpCoverage: `Usage: luohu coverage [folder]

Lists every article, item and sentence of the documents in our own words with what became of it: rules, facts and
prohibitions of the rulebook, rows still to come, or information only. What is unaccounted for follows, one a line, and
the totals come last. Exit code 1 when anything is unaccounted for.

Options:
  --json                print one JSON object and nothing else
  --lang zh-CN|en       language
`,
  helpSchema: `Usage: luohu schema [--pack <folder>]

Prints the JSON Schema (2020-12) of a dossier, documented field by field in Chinese and English.

Options:
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpServe: `Usage: luohu serve [options]

Starts the pages and the API and prints their address on one line. Ctrl-C stops. The API is described at /api/docs.

Options:
  --port <port>         the port; else the setting PORT, else {port}; 0 takes any free one
  --host <address>      the address to listen on, default 127.0.0.1 (this machine only)
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  unknownCommand: "there is no command {command}{meant}. For the commands, run luohu --help",
  unknownOption: "there is no option {option}{meant}. For the options, run luohu {command} --help",
  optionNeedsValue: "option {option} needs a value after it",
  optionTakesNoValue: "option {option} takes no value",
  tooManyOperands: "{operand} is one too many. For the usage, run luohu {command} --help",
  noDossier: "name the dossier's file, or - to read it from standard input",
  unknownLanguage: "there is no language {language}. There are: zh-CN, en",
  badKnownAt:
    "--known-at {value} is not a day that exists. Write year-month-day, for example 2026-05-01",
  meant: " (did you mean {word}?)",
  fileMissing: "there is no file {file}",
  fileIsFolder: "{file} is a folder; name the dossier's file",
  fileUnreadable: "{file} cannot be read ({reason})",
  fileTooLarge: "{file} has more than {limit} bytes, too many for a dossier",
  packMissing: "there is no folder {folder}",
  packNotFolder: "{folder} is not a folder",
  packUnreadable: "folder {folder} cannot be read",
  packEmpty: "folder {folder} holds no YAML file",
  packTooLarge: "folder {folder} holds too many files for a rulebook",
  checked: "No problems: {rules} rules, {facts} facts, {files} files",
  casesCount: "{count} cases, {failed} failed",
  becameRules: "rules: {names}",
  becameFacts: "facts: {names}",
  becameProhibitions: "prohibitions: {names}",
  becameRows: "still to come: {names}",
  becameInformation: "information only",
  departure: "built in a safe form, see {page}",
  coverageTotals:
    "{sentences} sentences: {rules} with rules, {facts} with facts, {prohibitions} with prohibitions, {rows} with rows still to come, {information} information only; {departures} in a safe form; {open} open; {problems} problems",
  bug: "something is wrong in Luohu itself: {message}. Please report it",
  portInvalid: "PORT must be a whole number from 0 to 65535, but is {value}",
  portTaken:
    "port {port} is taken. Stop what uses it, or choose another with PORT, for example PORT={other}",
  cannotListen: "cannot listen on {host}, port {port} ({reason}). Change --host or PORT",
  outcomeGranted: "Yes: the conditions are met",
  outcomeRefused: "No: as far as is known, the conditions are not met",
  outcomeUnknown: "Not known yet: some things have not been said",
  outcomeRefer: "A person decides: the rules alone do not settle it",
  asked: "{service} · {place} · {on}",
  because: "What settled it",
  grounds: "Grounds",
  noGrounds: "No ground applies here",
  otherGrounds: "{count} more grounds, which are not needed (see luohu explain)",
  anyOf: "any one of: {papers}",
  stateGranted: "holds",
  stateRefused: "does not hold",
  stateUnknown: "not known yet",
  stateRefer: "a person decides",
  from: "from {day}",
  until: "until before {day}",
  missingHere: "open: {facts}",
  covers: "Who is covered",
  coveredYes: "yes",
  coveredNo: "no",
  coveredUnknown: "not known yet",
  by: "by {rules}",
  missing: "What is missing",
  missingUnknown: "not said",
  missingUnsure: "the person does not know",
  missingUnmet: "not met",
  provedBy: "proved by: {papers}",
  next: "Find out first: {fact}",
  papers: "Papers to bring",
  paperFrom: "{paper} ({from})",
  authority: "Who decides: {authority}",
  texts: "Texts (in force on {on}, as known on {knownAt})",
  textSince: "in force from {from}",
  textNotHeld: "text not held here",
  advice:
    "This is advice, not a decision. A named person decides, with reasons and a way to object.",
  treeAll: "all of these",
  treeAny: "any of these",
  treeNot: "not this",
  truthTrue: "true",
  truthFalse: "false",
  truthUnknown: "unknown",
  valueUnknown: "unknown",
  valueUnsure: "not known to the person",
  source: "from: {by}",
  sourceStated: "from: {by}, {stated}",
  listGap: "; ",
};
