// What auditors see: where persons decided otherwise than advised, what reviews changed, and how long it took.
import type { z } from "zod";
import { todayOf } from "../register/index.ts";
import type { auditFilter, caseAudit, overrideFilter, overridePage } from "./audit/contract.ts";
import { type Casework, inCounties } from "./casework.ts";
import type { Action } from "./domain/action.ts";
import { workingDaysUntil } from "./domain/working-days.ts";
import type { Between } from "./store/audit.ts";
import * as audit from "./store/audit.ts";
import type { CaseRow } from "./store/cases.ts";

type CaseAudit = z.infer<typeof caseAudit>;
type Page = z.infer<typeof overridePage>;
type Times = CaseAudit["times"];
type Filter = z.infer<typeof auditFilter>;

const pageSize = 50;
/** Fewer cases or ratings than this could be told apart by whoever knows them, and with them who decided. */
const fewest = 5;

const betweenOf = (counties: readonly number[], { from, until }: Filter): Between => ({
  counties,
  from: from ?? null,
  until: until ?? null,
});

/** How long decisions took, how many went another way than advised, and what is overdue today. */
export async function auditCases(
  casework: Casework,
  counties: readonly number[],
  filter: Filter,
): Promise<CaseAudit> {
  const { clock, tables } = casework.register;
  const between = betweenOf(counties, filter);
  const today = todayOf(clock());
  const { decided, departed, late, overdue, grades } = await inCounties(
    casework,
    counties,
    async (tx) => ({
      decided: await audit.listTimes(tx, between),
      departed: await audit.countDeparted(tx, between),
      late: await audit.countOverdue(tx, counties, today),
      overdue: await audit.listOverdue(tx, counties, today, pageSize),
      grades: await audit.countGrades(tx, between),
    }),
  );
  const lengths = decided.map((each) => ({
    month: each.decided.slice(0, 7),
    days: workingDaysUntil(each.submitted, each.decided, tables.calendar),
    count: each.count,
  }));
  const byMonth = [...Map.groupBy(lengths, ({ month }) => month)];
  const rated = grades.reduce((sum, { count }) => sum + count, 0);
  return {
    times: timesOf(lengths),
    months: byMonth
      .map(([month, each]) => ({ month, ...timesOf(each) }))
      .toSorted((a, b) => (a.month < b.month ? 1 : -1)),
    ...departed,
    overdue: {
      count: late,
      cases: overdue.map(({ county, reference, service, stage, due }) => ({
        county,
        reference,
        service,
        stage,
        due,
        late: workingDaysUntil(due, today, tables.calendar),
      })),
    },
    ratings: rated < fewest ? [] : grades.map((each) => ({ ...each })),
  };
}

function timesOf(lengths: readonly { readonly days: number; readonly count: number }[]): Times {
  const decided = lengths.reduce((sum, { count }) => sum + count, 0);
  if (decided < fewest) return { decided, median: null, slowest: null };
  const ascending = lengths.toSorted((a, b) => a.days - b.days);
  let passed = 0;
  const middle = ascending.find(({ count }) => (passed += count) * 2 >= decided);
  return { decided, median: middle?.days ?? null, slowest: ascending.at(-1)?.days ?? null };
}

/** One page of the cases decided otherwise than advised, or reversed, the newest first. */
export async function viewOverrides(
  casework: Casework,
  counties: readonly number[],
  { after, ...filter }: z.infer<typeof overrideFilter>,
): Promise<Page> {
  const [decided = null, key = null] = after?.split(".") ?? [];
  const found = await inCounties(casework, counties, (tx) =>
    audit.listOverridden(tx, betweenOf(counties, filter), { decided, case: key }, pageSize + 1),
  );
  const cases = found.slice(0, pageSize);
  const last = cases.at(-1);
  return {
    overrides: cases.flatMap((row) => row.actions.flatMap((action) => overrideIn(row, action))),
    reversals: cases.flatMap((row) => row.actions.flatMap((action) => reversalIn(row, action))),
    next: found.length > pageSize && last ? `${last.decided}.${last.case}` : null,
  };
}

function overrideIn(row: CaseRow, { on, step }: Action): Page["overrides"] {
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
      against: withoutNumbers(step.against),
    },
  ];
}

function reversalIn({ county, reference }: CaseRow, { on, step }: Action): Page["reversals"] {
  if (step.do !== "decide-review" || step.outcome !== "reversed") return [];
  const why = step.reasons[0]?.text["zh-CN"] ?? "";
  return [{ county, reference, on, clause: step.clause, why: withoutNumbers(why) }];
}

/** Reasons are in the decider's own words, who is told to name nobody in them: a number that slipped in is left out. */
const withoutNumbers = (words: string): string => words.replaceAll(/\d{11,}[\dXx]?/g, "…");
