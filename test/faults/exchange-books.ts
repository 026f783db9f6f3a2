// Questions to departments: what we have of each against what the departments wrote down themselves.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestsOf, type Entry, openJournal } from "../../src/departments/journal.ts";
import { compareLogs, type LoggedSide } from "../../src/exchange/domain/compare-logs.ts";
import { query } from "./query.ts";

export type ExchangeFindings = {
  readonly questions: number;
  /** Messages that asked again what was answered already: the answer had been lost on its way. */
  readonly repeated: number;
  readonly open: readonly string[];
  readonly sentTwice: readonly string[];
  readonly answersLost: readonly string[];
  readonly wrong: readonly string[];
};

type Row = LoggedSide & {
  readonly department: string;
  readonly about: string;
  /** What its case wanted is not wanted any more. */
  readonly withdrawn: boolean;
  /** Digest of the answer as it lies there. */
  readonly payload: string | null;
};

export async function countOpen(ownerUrl: string): Promise<number> {
  const [row] = await query<{ open: number }>(
    ownerUrl,
    "SELECT count(*)::int AS open FROM exchange_request WHERE state = 'waiting'",
  );
  return row?.open ?? 0;
}

/** @param folder of the departments, none of which is running */
export async function checkExchange(ownerUrl: string, folder: string): Promise<ExchangeFindings> {
  const ours = await query<Row>(
    ownerUrl,
    `SELECT r.department, r.request_id AS request, r.state,
       r.case_reference || ' ' || r.person_id || ' ' || r.on_day AS about,
       EXISTS (SELECT FROM case_file f
        WHERE f.county = r.county AND f.reference = r.case_reference AND f.stage = 'withdrawn') AS withdrawn,
       (SELECT encode(l.digest, 'hex') FROM exchange_log l
        WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = 'asked') AS question,
       (SELECT encode(l.digest, 'hex') FROM exchange_log l
        WHERE l.county = r.county AND l.request_id = r.request_id AND l.kind = 'answered') AS answer,
       (SELECT encode(sha256(p.payload), 'hex') FROM exchange_payload p
        WHERE p.county = r.county AND p.request_id = r.request_id AND p.part = 'answer') AS payload
     FROM exchange_request r`,
  );
  const unasked = await query<{ reference: string }>(
    ownerUrl,
    `SELECT f.reference FROM case_file f WHERE f.submitted IS NOT NULL AND f.person_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM exchange_request r WHERE r.county = f.county AND r.case_reference = f.reference)`,
  );
  const departments = Map.groupBy(ours, ({ department }) => department);
  const found = [...departments].map(([department, rows]) => {
    const entries = readJournal(join(folder, department, "journal.jsonl"), department);
    return checkDepartment(department, rows, entries);
  });
  return {
    questions: ours.length,
    repeated: found.reduce((sum, each) => sum + each.repeated, 0),
    open: ours.flatMap(({ request, state }) => (state === "waiting" ? [`${request} waits`] : [])),
    sentTwice: found.flatMap((each) => each.sentTwice),
    answersLost: [
      ...found.flatMap((each) => each.answersLost),
      ...unasked.map(({ reference }) => `nobody was asked for ${reference}`),
    ],
    wrong: found.flatMap((each) => each.wrong),
  };
}

function readJournal(path: string, department: string): readonly Entry[] {
  if (!existsSync(path)) return [];
  // It throws where a line does not hold on to the one before it.
  const journal = openJournal(path, department);
  journal.close();
  return journal.entries;
}

function checkDepartment(department: string, rows: readonly Row[], entries: readonly Entry[]) {
  const first = entries.filter(({ kind }) => kind !== "repeated");
  const theirs = first.map(({ request, kind, ...said }) => ({
    request,
    state: kind,
    ...digestsOf(said),
  }));
  const answered = new Map(theirs.map((each) => [each.request, each.answer]));
  const name = (request: string) => `${department} ${request}`;
  return {
    repeated: entries.length - first.length,
    sentTwice: [
      ...twice(first.map(({ request }) => request)).map(
        (request) => `${name(request)} is twice there`,
      ),
      ...twice(rows.map(({ about }) => about)).map(
        (about) => `${department} was asked twice: ${about}`,
      ),
      ...twice(entries.map(({ jti }) => jti)).map(
        (jti) => `${department} took message ${jti} twice`,
      ),
    ],
    answersLost: rows.flatMap((row) => {
      const their = answered.get(row.request) ?? null;
      const { request, state } = row;
      if (isWhole(row, their)) return [];
      return [`${name(request)} is ${state}; answered by them: ${their !== null}`];
    }),
    wrong: compareLogs(rows, theirs).map(({ request, code }) => `${name(request)}: ${code}`),
  };
}

/** What they answered is here; where it is not, nobody wants it any more. */
function isWhole({ state, answer, payload, withdrawn }: Row, their: string | null): boolean {
  if (state === "answered") return payload !== null && payload === answer;
  return state === "called-off" ? withdrawn : their === null;
}

const twice = (keys: readonly string[]): readonly string[] =>
  [...Map.groupBy(keys, (key) => key)].flatMap(([key, all]) => (all.length > 1 ? [key] : []));
