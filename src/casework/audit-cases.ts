// What auditors see: where persons decided otherwise than advised, what reviews changed, and how long it took.
import type { z } from "zod";
import { type Casework, inCounties } from "./casework.ts";
import type { auditFilter, caseAudit } from "./audit/contract.ts";
import type { Action } from "./domain/action.ts";
import { workingDaysUntil } from "./domain/working-days.ts";
import type { CaseRow } from "./store/cases.ts";
import { countGrades, listOverridden, listTimes } from "./store/audit.ts";

type CaseAudit = z.infer<typeof caseAudit>;

const mostShown = 200;
/** Fewer ratings than this could be told apart by whoever knows the cases. */
const fewest = 5;

export async function auditCases(
  casework: Casework,
  counties: readonly number[],
  filter: z.infer<typeof auditFilter>,
): Promise<CaseAudit> {
  const between = { counties, from: filter.from ?? null, until: filter.until ?? null };
  const { cases, times, grades } = await inCounties(casework, counties, async (tx) => ({
    cases: await listOverridden(tx, between, mostShown),
    times: await listTimes(tx, between),
    grades: await countGrades(tx, between),
  }));
  const { calendar } = casework.register.tables;
  const days = times
    .map(({ submitted, decided, count }) => ({
      days: workingDaysUntil(submitted, decided, calendar),
      count,
    }))
    .toSorted((a, b) => a.days - b.days);
  const decided = days.reduce((sum, { count }) => sum + count, 0);
  const rated = grades.reduce((sum, { count }) => sum + count, 0);
  return {
    decided,
    days: { median: medianOf(days, decided), slowest: days.at(-1)?.days ?? null },
    overrides: cases.flatMap((row) => row.actions.flatMap((action) => overrideIn(row, action))),
    reversals: cases.flatMap((row) => row.actions.flatMap((action) => reversalIn(row, action))),
    ratings: rated < fewest ? [] : grades.map((each) => ({ ...each })),
  };
}

function medianOf(
  days: readonly { readonly days: number; readonly count: number }[],
  total: number,
): number | null {
  let passed = 0;
  for (const { days: length, count } of days) {
    passed += count;
    if (passed * 2 >= total) return length;
  }
  return null;
}

/** The reason is the decider's own words, who is told to name nobody in them. */
function overrideIn(row: CaseRow, { on, step }: Action): CaseAudit["overrides"] {
  if ((step.do !== "decide" && step.do !== "decide-review") || step.against === null) return [];
  const { county, reference, service, people } = row;
  return [
    {
      county,
      reference,
      service,
      on,
      from: step.do === "decide" ? "first" : "review",
      clause: step.clause,
      advised: step.advice?.outcome ?? null,
      granted: step.granted.length,
      people,
      against: step.against,
    },
  ];
}

function reversalIn({ county, reference }: CaseRow, { on, step }: Action): CaseAudit["reversals"] {
  return step.do === "decide-review" && step.outcome === "reversed"
    ? [{ county, reference, on, outcome: step.outcome, clause: step.clause }]
    : [];
}
