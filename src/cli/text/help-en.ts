import type { helpZhCn } from "./help-zh-cn.ts";

/** What `luohu --help` and `luohu <command> --help` say in English. */
export const helpEn: Readonly<Record<keyof typeof helpZhCn, string>> = {
  help: `Luohu (落户): a dossier in, a cited answer out.

Usage: luohu <command> [options]

Commands:
  decide <dossier|->    may they: the outcome, grounds, family covered, papers to bring
  explain <dossier|->   why: every reason with its clause, fact, value and source
  ask [dossier]         an interview: asks only what can still matter, then decides
  when <dossier|->      from when, until when: each day on which the answer changes, and why
  what-if <dossier|->   what would change the answer: the smallest sets of changes, and what waiting brings
  check [folder]        check a rulebook, one problem a line
  cases [folder]        run the cases beside the rules, one failure a line, the count last
  coverage [folder]     what became of every sentence of the documents
  lint [folder]         what in a rulebook a lawmaker should look at again
  diff <a> <b>          two rulebooks: equal, or the smallest person who tells them apart
  schema                the JSON Schema of a dossier
  init                  set up a place for the register: empty and real, or a demo
  appoint <subject>     name someone to a role of staff
  appointments          who is named to what
  verify                the register: chains, signatures, contents and the present
  rebuild               make the tables of the present anew from the events
  checkpoint            sign new events; rotate the key
  backup <file>         the register as one file
  restore <file>        a backup into an empty database
  departments           start the sandbox departments (made-up people)
  serve                 start the pages and the API, reachable from this machine only

Options of every command:
  --lang zh-CN|en       language (else by LUOHU_LANG, LC_ALL, LC_MESSAGES, LANG)
  -h, --help            help; luohu <command> --help for one command
  -v, --version         version

Exit codes: 0 fine; 1 a check or a case failed, or two rulebooks differ; 2 the input cannot be used.
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
  helpAsk: `Usage: luohu ask [dossier.yaml|dossier.json] [options]

Asks what can still matter, the most telling question first, and ends with the answer. Without a dossier, name the place
and the day. Answers may also come from a pipe, one a line.

Answers: y or n; a day as year-month-day; a number; an option's number. ? not known, b back, w why, q stop.

Options:
  --county <code>       without a dossier: the county, e.g. 652301
  --kind <kind>         without a dossier: the kind of place, e.g. county-city; asked where it matters
  --on <day>            without a dossier: the day asked about, e.g. 2026-05-01
  --save <file>         write the dossier with its answers to a new file
  --service <service>   the service asked for; not needed where the dossier names it
  --law <text|all>      by one text alone, e.g. R; default all
  --known-at <day>      by the rules known on that day
  --json                print the next question as one JSON object and ask nothing
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpWhen: `Usage: luohu when <dossier.yaml|dossier.json|-> [options]

Prints the answer on the day asked about and each day in the next three years on which it changes: from what to what,
which clause and facts turn, and what is taken to go on. - reads from standard input.

Options:
  --service <service>   the service asked for; not needed where the dossier names it
  --law <text|all>      by one text alone, e.g. R; default all
  --known-at <day>      by the rules known on that day
  --json                print one JSON object and nothing else
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpWhatIf: `Usage: luohu what-if <dossier.yaml|dossier.json|-> [options]

Prints the smallest sets of changes, each enough for a yes, that the person can bring about, with the papers that prove
them; and the day on which waiting alone is enough. - reads from standard input.

Options:
  --service <service>   the service asked for; not needed where the dossier names it
  --law <text|all>      by one text alone, e.g. R; default all
  --known-at <day>      by the rules known on that day
  --json                print one JSON object and nothing else
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpLint: `Usage: luohu lint [folder] [options]

Lists what a lawmaker should look at again (in the rulebook that comes with Luohu unless named): rules that nobody can
meet, conditions without effect, overlaps, gaps, cliffs, clauses in conflict, texts stricter than those above them.
Findings are no errors: exit code 0 with or without them.

Options:
  --independent-of FACT only where that fact makes a difference, and to whom; none: the rules are independent of it
  --json                print one JSON list and nothing else
  --lang zh-CN|en       language
`,
  helpDiff: `Usage: luohu diff <a> <b> [options]

Compares two rulebook folders, or one folder on two days (rulebooks@2014-10-27 rulebooks@2020-01-01), for every service,
chain of texts and single text that both know: everybody is answered alike, or the smallest person who is not. Then
lists the rules that were added, removed or changed. Without a day, compares on every day on which a text or rule of
either begins or ends. With two days, asks on the later one by the texts of each.
Exit code 0 when equal (differently put, at most), 1 when different.

Options:
  --service <service>   only this service
  --county <code>       only this county, e.g. 652301
  --on <day>            the day asked about, for a side that names none
  --json                print one JSON object and nothing else
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
  --boundaries          first write the boundary cases of the rules into the folder
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
  helpInit: `Usage: luohu init [options]

Sets up a place for the register, once: its database and its signing keys. By default under .luohu/; LUOHU_DATA names another folder, DATABASE_URL a PostgreSQL of your own (15 or newer).

Options:
  --demo                fill it with made-up counties and people, for this machine only
  --lang zh-CN|en       language
`,
  helpAppoint: `Usage: luohu appoint <subject> --role <role> [options]

Names staff. The subject is the person's sub at the identity provider; they need not have signed in yet. The running
program can appoint nobody.

Options:
  --role <role>         window-clerk, approver, department-officer, lawmaker, auditor or data-protection-officer
  --county <code>       the counties it is for, six digits each, with commas between
  --department <name>   the department; public-security unless said for clerks and approvers
  --from <day>          the first day, default today
  --until <day>         the last day, default open
  --issuer <address>    the identity provider, default the setting OIDC_ISSUER
  --end                 end the appointment; its last day is --until, default today
  --lang zh-CN|en       language
`,
  helpAppointments: `Usage: luohu appointments [options]

Lists every appointment, one a line: subject, name, role, counties, department, days.

Options:
  --json                print one JSON array and nothing else
  --lang zh-CN|en       language
`,
  helpDepartments: `Usage: luohu departments [options]

Starts the sandbox departments: data services with made-up people, which answer signed requests of the exchange, each
under a path of its own with its OpenAPI document, and prints their address on one line. Demo installations start them
by themselves. Who may ask stands in departments/members.json where data are kept.

Options:
  --port <port>         the port; by default any free one
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
  helpServe: `Usage: luohu serve [options]

Starts the pages and the API and prints their address on one line. Ctrl-C stops. The API is described at /api/docs.

Settings: LUOHU_URL is the https address that people use, LUOHU_PROXY the proxies to trust; OIDC_ISSUER, OIDC_CLIENT_ID
and OIDC_CLIENT_SECRET (and OIDC_SCOPE, OIDC_ID_NUMBER_CLAIM) name who vouches for people.

Options:
  --port <port>         the port; else the setting PORT, else {port}; 0 takes any free one
  --host <address>      the address to listen on, default 127.0.0.1 (this machine only)
  --pack <folder>       use another rulebook
  --lang zh-CN|en       language
`,
};
