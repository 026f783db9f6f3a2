// The cases themselves against what their people were told; read as the owner, in plain SQL, past the program.
import { query } from "./query.ts";
import type { CaseLedger, KnownCase, SentStep, StepReceipt } from "./case-ledger.ts";

export type CaseFindings = {
  /** Cases that came to no end. */
  readonly stuck: readonly string[];
  readonly wrong: readonly string[];
  /** Acknowledged. */
  readonly steps: number;
  /** Acts of the register that carried a case out. */
  readonly effected: number;
};

type ActionRow = {
  readonly case: string;
  readonly type: string;
  readonly actor: string;
  /** Of an effect: key of the register's act. */
  readonly receipt: string | null;
};

type FileRow = { readonly case: string; readonly stage: string; readonly untold: boolean };
type ReceiptRow = StepReceipt & { readonly key: string };

/** Effects of all cases, by the key of their act in the register, each as often as a case names it. */
export async function readEffects(ownerUrl: string): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ key: string; times: number }>(
    ownerUrl,
    `SELECT payload -> 'step' ->> 'receipt' AS key, count(*)::int AS times FROM case_payload
     WHERE payload -> 'step' ->> 'do' = 'effect' GROUP BY 1`,
  );
  return new Map(rows.map(({ key, times }) => [key, times]));
}

/** Once everyone has gone home. */
export async function checkCases(ownerUrl: string, ledger: CaseLedger): Promise<CaseFindings> {
  const actions = Map.groupBy(
    await query<ActionRow>(
      ownerUrl,
      `SELECT a.case_id AS case, a.type, a.actor, p.payload -> 'step' ->> 'receipt' AS receipt
       FROM case_action a LEFT JOIN case_payload p USING (county, case_id, seq)`,
    ),
    (row) => row.case,
  );
  const files = new Map(
    (
      await query<FileRow>(
        ownerUrl,
        `SELECT f.case_id AS case, f.stage, f.stage IN ('refused', 'effected') AND (
           SELECT a.type FROM case_action a WHERE a.county = f.county AND a.case_id = f.case_id
             AND a.type IN ('deliver', 'decide', 'approve', 'decide-review') ORDER BY a.seq DESC LIMIT 1) <> 'deliver' AS untold
         FROM case_file f`,
      )
    ).map((row) => [row.case, row]),
  );
  const receipts = new Map(
    (
      await query<ReceiptRow>(
        ownerUrl,
        "SELECT county, case_id AS case, version, stage, step_key AS key FROM case_receipt",
      )
    ).map(({ key, ...receipt }) => [key, receipt]),
  );
  const papers = new Set(
    (await query<{ key: string }>(ownerUrl, "SELECT document_id AS key FROM case_document")).map(
      ({ key }) => key,
    ),
  );
  const acts = await query<{ key: string; receipts: number }>(
    ownerUrl,
    "SELECT act_key AS key, count(*)::int AS receipts FROM act_receipt GROUP BY 1",
  );
  const done = new Map(acts.map(({ key, receipts: count }) => [key, count]));
  const steps = ledger.cases.flatMap((known) => known.steps);
  const sent = new Set(steps.map(({ key }) => key));
  return {
    steps: steps.filter(({ told }) => told === "done").length,
    effected: [...actions.values()].flat().filter(({ type }) => type === "effect").length,
    stuck: ledger.cases.flatMap((known) => stuckIn(known, files.get(known.case ?? ""))),
    wrong: [
      ...ledger.contradictions,
      ...steps.flatMap((step) => stepFaults(step, receipts.get(step.key), papers)),
      ...[...receipts.keys()].flatMap((key) => (sent.has(key) ? [] : [`step ${key} is nobody's`])),
      ...[...files.keys()].flatMap((key) =>
        ledger.cases.some((known) => known.case === key) ? [] : [`case ${key} is nobody's`],
      ),
      ...ledger.cases.flatMap((known) => caseFaults(known, actions.get(known.case ?? "") ?? [])),
      ...[...actions.values()].flatMap((rows) => effectFaults(rows, done)),
    ],
  };
}

const ends = new Set(["withdrawn", "refused", "effected"]);

function stuckIn(known: KnownCase, file: FileRow | undefined): readonly string[] {
  if (known.case === undefined && known.ended) return [];
  const stage = file?.stage ?? "nowhere";
  const ended = known.ended && ends.has(stage) && file?.untold === false;
  return ended ? [] : [`case ${known.case ?? "?"} is at ${stage}: ${known.fault ?? "ended"}`];
}

/** A receipt where the step was acknowledged, the same; none where it was refused. */
function stepFaults(
  { key, name, told, receipt }: SentStep,
  kept: StepReceipt | undefined,
  papers: ReadonlySet<string>,
): readonly string[] {
  if (name === "paper")
    return papers.has(key) === (told === "done") ? [] : [`paper ${key}: told ${told}`];
  if (told !== "done") {
    const wrong = told === "nothing" ? "nobody was told" : "refused, and yet done";
    return kept === undefined && told === "refused" ? [] : [`${name} ${key}: ${wrong}`];
  }
  const same =
    kept !== undefined &&
    kept.case === receipt?.case &&
    kept.version === receipt.version &&
    kept.stage === receipt.stage;
  return same ? [] : [`${name} ${key}: acknowledged, and its receipt is lost or another's`];
}

/** What one step makes of a case, where it is not one action of its own name. */
const alsoDone: ReadonlyMap<string, readonly string[]> = new Map([
  ["open", ["draft"]],
  ["paper", []],
]);

/** Everything that was acknowledged is there once, and nothing else is. */
function caseFaults(
  { case: key, steps }: KnownCase,
  rows: readonly ActionRow[],
): readonly string[] {
  const visits = steps.filter(({ name, told }) => name === "complete" && told === "done").length;
  const expected = steps.flatMap(({ name, told }) =>
    told === "done" && name !== "complete" ? (alsoDone.get(name) ?? [name]) : [],
  );
  const byHand = rows.filter(({ actor }) => actor !== "clock").map(({ type }) => type);
  const inVisit = new Set(["accept", "check", "decide", "effect", "deliver"]);
  return [...new Set([...expected, ...byHand])].flatMap((name) => {
    const told = expected.filter((each) => each === name).length;
    const there = byHand.filter((each) => each === name).length;
    const most = told + (inVisit.has(name) ? visits : 0);
    const least = told + (name === "effect" || name === "deliver" ? visits : 0);
    return there < least || there > most
      ? [`case ${key ?? "?"}: ${name} was acknowledged ${told} times and is there ${there}`]
      : [];
  });
}

/** A decision is carried out once, by one act of the register. */
function effectFaults(
  rows: readonly ActionRow[],
  done: ReadonlyMap<string, number>,
): readonly string[] {
  const effects = rows.filter(({ type }) => type === "effect");
  const receipts = effects.map(({ receipt }) => receipt ?? "");
  const [first] = rows;
  const undone = receipts.filter((key) => done.get(key) !== 1);
  return [
    ...(effects.length > 1 || new Set(receipts).size < receipts.length
      ? [`case ${first?.case}: ${effects.length} effects`]
      : []),
    ...undone.map(
      (key) => `case ${first?.case}: act ${key} is in the register ${done.get(key) ?? 0} times`,
    ),
  ];
}
