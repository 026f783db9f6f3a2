import type { z } from "zod";
import { todayOf } from "../register/index.ts";
import { type Casework, findService, getService, inCounties } from "./casework.ts";
import type { queueCounts, queueFilter, queuePage } from "./desk/contract.ts";
import { workingDaysUntil } from "./domain/working-days.ts";
import { summaryOf } from "./shown.ts";
import {
  countQueue,
  countReviews,
  findByReference,
  listQueue,
  type QueuedCase,
} from "./store/queue.ts";

const pageSize = 50;
/** Waits for the applicant: nothing is due of the office. */
const far = "9999-12-31";

type Page = z.infer<typeof queuePage>;

/** One page of a county's queue; whoever reads it sees numbers and days, and nobody's name. */
export async function viewQueue(
  casework: Casework,
  county: number,
  filter: z.infer<typeof queueFilter>,
  account: string,
): Promise<Page> {
  const today = todayOf(casework.register.clock());
  const { stage, handler, service, overdue, review, reference, after } = filter;
  // Nothing is looked for among all cases that cannot be there.
  if (service !== undefined && findService(casework, service) === undefined)
    return { cases: [], next: null };
  const [due, key] = after?.split(".") ?? [];
  const found = await inCounties(casework, [county], (tx) =>
    reference !== undefined
      ? findByReference(tx, county, reference)
      : listQueue(
          tx,
          county,
          {
            stage: stage ?? null,
            handler: handler === "me" ? account : (handler ?? null),
            service: service ?? null,
            inReview: review === "open",
            before: overdue === "yes" ? today : null,
            after: due === undefined || key === undefined ? null : { due, case: key },
          },
          pageSize + 1,
        ),
  );
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    cases: shown.map((row) => rowOf(casework, row, today)),
    next: found.length > pageSize && last ? `${last.due}.${last.case}` : null,
  };
}

function rowOf(casework: Casework, row: QueuedCase, today: string): Page["cases"][number] {
  const { declaration } = getService(casework, row.service);
  const due = row.due === far ? null : row.due;
  return {
    ...summaryOf(row, declaration.title),
    version: row.seen,
    people: row.people,
    inReview: row.inReview,
    handler: row.handler,
    due,
    overdue: due !== null && due < today,
    left: due === null ? null : workingDaysUntil(today, due, casework.register.tables.calendar),
  };
}

/** How many cases wait at each stage, and how many reviews. */
export async function viewCounts(
  casework: Casework,
  county: number,
): Promise<z.infer<typeof queueCounts>> {
  const today = todayOf(casework.register.clock());
  return inCounties(casework, [county], async (tx) => {
    const stages = await countQueue(tx, county, today);
    const reviews = await countReviews(tx, county, today);
    return { stages: stages.map((each) => ({ ...each })), reviews: { ...reviews } };
  });
}
