// Pages of the queue, as they are asked for and as they have to come.
import type { MadeCase } from "./made-cases.ts";

export type Filter = {
  readonly stage?: string;
  readonly handler?: string;
  /** Whose cases those are. */
  readonly account?: string;
  readonly service?: string;
  readonly overdue?: "yes";
  readonly review?: "open";
  readonly reference?: string;
  readonly after?: string;
};

export function pathOf(county: number, { account: _, ...filter }: Filter): string {
  return `/api/counties/${county}/cases?${new URLSearchParams(filter).toString()}`;
}

const pageSize = 50;

/** Keys of the cases that belong on the page, worked out from those that were made. */
export function expectedPage(
  cases: readonly MadeCase[],
  { stage, handler, account, service, overdue, review, reference, after }: Filter,
  today: string,
): readonly string[] {
  return cases
    .map(({ row }) => row)
    .filter(
      (row) =>
        row.due !== null &&
        (stage === undefined || row.stage === stage) &&
        (handler === undefined || row.handler === (handler === "none" ? null : account)) &&
        (service === undefined || row.service === service) &&
        (overdue === undefined || row.due < today) &&
        (review === undefined || row.inReview) &&
        (reference === undefined || row.reference === reference) &&
        (after === undefined || `${row.due}.${row.case}` > after),
    )
    .map((row) => `${row.due}.${row.case}`)
    .toSorted()
    .slice(0, pageSize)
    .map((place) => place.slice(place.indexOf(".") + 1));
}
