// How long what may take, and what is overdue.
import type { Case } from "./case.ts";
import { lastDecision, openReview } from "./case.ts";
import { getLimit, type Limit, type LimitName, type Terms } from "./declaration.ts";
import type { IsoDate } from "./shapes.ts";
import {
  dayAfter,
  endOnWorkingDay,
  lastDay,
  monthsAfter,
  type Pause,
  workingDaysUntil,
} from "./working-days.ts";

export type Deadline = {
  readonly limit: Limit;
  /** Day from which it runs; that day does not count. */
  readonly from: IsoDate;
  /** Null while the clock stands still: the applicant was asked for papers. */
  readonly due: IsoDate | null;
  readonly overdue: boolean;
  /** Working days left, negative once it is overdue; null while the clock stands still. */
  readonly left: number | null;
};

/** The last day of a limit that began on a day. Days and months end on a working day; working days do by themselves. */
export function endOf(
  { length, count }: Pick<Limit, "length" | "count">,
  from: IsoDate,
  { calendar }: Pick<Terms, "calendar">,
  pauses: readonly Pause[] = [],
): IsoDate | undefined {
  if (count === "working-days") return lastDay(from, length, calendar, pauses);
  if (count === "months") return endOnWorkingDay(monthsAfter(from, length), calendar);
  const end = lastDay(from, length, undefined, pauses);
  return end === undefined ? undefined : endOnWorkingDay(end, calendar);
}

/** Whether a limit that began on a day is over: it is not yet on its last day. */
export function isOver(name: LimitName, from: IsoDate, today: IsoDate, terms: Terms): boolean {
  const end = endOf(getLimit(terms, name), from, terms);
  return end !== undefined && today > end;
}

/** Every clock that runs or stands in a case now, the most urgent first. */
export function deadlines(state: Case, terms: Terms, today: IsoDate): readonly Deadline[] {
  return running(state, terms)
    .map(({ limit, from, pauses }): Deadline => {
      const due = endOf(limit, from, terms, pauses) ?? null;
      const left = due === null ? null : workingDaysUntil(today, due, terms.calendar);
      return { limit, from, due, overdue: due !== null && today > due, left };
    })
    .toSorted((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}

type Running = {
  readonly limit: Limit;
  readonly from: IsoDate;
  readonly pauses: readonly Pause[];
};

function running(state: Case, { declaration }: Terms): readonly Running[] {
  const { stage, received, accepted, notices, closed, extended } = state;
  const decision = lastDecision(state);
  const clock = (
    name: LimitName,
    from: IsoDate | null | undefined,
    pauses: readonly Pause[] = [],
  ) =>
    declaration.limits.flatMap((limit) =>
      limit.limit === name && typeof from === "string" ? [{ limit, from, pauses }] : [],
    );
  const pauses = notices.map(({ on, answered }) => ({ from: dayAfter(on), until: answered }));
  const undecided = ["returned", "accepted", "checked", "proposed"].includes(stage);
  const untold = [
    decision?.delivered === null ? decision.on : undefined,
    ...state.reviews.map(({ decided }) => (decided?.delivered === null ? decided.on : undefined)),
  ].find((day) => day !== undefined && stage !== "withdrawn");
  const review = openReview(state);
  return closed !== null
    ? []
    : [
        ...(stage === "submitted" ? clock("accept", received) : []),
        ...(stage === "returned" ? clock("answer", notices.at(-1)?.on) : []),
        ...(undecided
          ? clock("decide", accepted, pauses).map((each) => longer(each, extended))
          : []),
        ...(stage === "granted" ? clock("effect", decision?.on) : []),
        ...clock("deliver", untold),
        ...(review === undefined ? [] : clock("decide-review", review.on)),
      ];
}

/** The head of the office may prolong what the law sets, not what the office promised. */
const longer = (each: Running, days: number): Running =>
  each.limit.kind === "promised"
    ? each
    : { ...each, limit: { ...each.limit, length: each.limit.length + days } };

/** Order of the queue: what is longest overdue first, then what is due next, then what waits for the applicant. */
export function urgency(state: Case, terms: Terms, today: IsoDate): string {
  const [first] = deadlines(state, terms, today);
  return first?.due ?? (first === undefined ? "none" : "9999-12-31");
}

/** Days until which the people may go against a decision; null until they were told of it. */
export function remedyDays(
  delivered: IsoDate | null,
  terms: Terms,
): { readonly review: IsoDate; readonly court: IsoDate } | null {
  if (delivered === null) return null;
  const review = endOf(getLimit(terms, "ask-review"), delivered, terms);
  const court = endOf(getLimit(terms, "court"), delivered, terms);
  return review === undefined || court === undefined ? null : { review, court };
}
