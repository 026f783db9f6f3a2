// What clerks of the county ask: pages of the queue, cases, and to finish a case in one visit.
import { randomUUID } from "node:crypto";
import { type Chance, chanceOf } from "../../src/demo-data/chance.ts";
import type { Asking } from "../shared/clients.ts";
import { type Filter, pathOf } from "./filters.ts";
import type { MadeCase } from "./made-cases.ts";

export const kinds = ["queue", "case", "decide"] as const;

/** Each gives the next request of its kind. */
export type Requests = Readonly<Record<(typeof kinds)[number], () => Asking | undefined>>;

export type Prepared = Requests & {
  /** How often a case was asked for. */
  readonly looks: () => number;
  /** Cases that were given out to be decided, in their order. */
  readonly decided: () => readonly MadeCase[];
  /** Takes so many, or a share of those that a clerk can finish, whichever is less. */
  readonly takeReady: (count: number, share: number) => readonly MadeCase[];
  /** A case that is looked at. */
  readonly nextLook: () => MadeCase;
};

/** @param me the account of the clerk who asks */
export function prepareRequests(cases: readonly MadeCase[], me: string): Prepared {
  const chance = chanceOf(11);
  const [first] = cases;
  if (first === undefined) throw new Error("there are no cases");
  const { county } = first.row;
  // Cases in which departments were asked take the most work.
  const asked = cases.filter(({ isAsked }) => isAsked);
  const ready = asked.filter(({ isReady }) => isReady);
  const decided: MadeCase[] = [];
  let looks = 0;
  function takeReady(count: number, share: number): readonly MadeCase[] {
    const taken = ready.slice(
      decided.length,
      decided.length + Math.min(count, Math.floor(ready.length * share)),
    );
    decided.push(...taken);
    return taken;
  }
  function nextLook(): MadeCase {
    looks += 1;
    return chance.pick(asked);
  }
  return {
    queue: () => ({
      method: "GET",
      path: pathOf(county, drawFilter(chance, cases, me)),
      expects: 200,
    }),
    case: () => askFor(nextLook()),
    decide() {
      const [next] = takeReady(1, 1);
      return next && askToComplete(next);
    },
    looks: () => looks,
    decided: () => decided,
    takeReady,
    nextLook,
  };
}

export const askFor = ({ row: { county, case: key } }: MadeCase): Asking => ({
  method: "GET",
  path: `/api/counties/${county}/cases/${key}`,
  expects: 200,
});

/** Accepts, checks, decides as advised, registers and hands over the letter. */
export const inOneVisit = {
  do: "complete" as const,
  seen: [{ kind: "id-card" }, { kind: "title-certificate" }],
  clause: null,
  household: null,
  seats: [],
  leftBehind: [],
};

const askToComplete = ({ row: { county, case: key }, version }: MadeCase): Asking => ({
  method: "POST",
  path: `/api/counties/${county}/cases/${key}/steps`,
  headers: { "idempotency-key": randomUUID(), "if-match": `"c${version}"` },
  body: inOneVisit,
  expects: 200,
});

const stages = ["submitted", "accepted", "checked", "proposed", "granted", "refused"] as const;

/** So many filters to be looked into. */
export function sampleFilters(
  cases: readonly MadeCase[],
  me: string,
  count: number,
): readonly Filter[] {
  const chance = chanceOf(31);
  return Array.from({ length: count }, () => drawFilter(chance, cases, me));
}

/** A clerk's own cases, those that nobody has, one stage, what is late, one number, and pages far behind the first. */
function drawFilter(chance: Chance, cases: readonly MadeCase[], me: string): Filter {
  const { row } = chance.pick(cases);
  const after = row.due === null ? {} : { after: `${row.due}.${row.case}` };
  return chance.pick<Filter>([
    {},
    after,
    { handler: "me", account: me },
    { handler: "none" },
    { handler: "none", ...after },
    { handler: "me", account: me, stage: chance.pick(stages) },
    ...(row.handler === null ? [] : [{ handler: row.handler, account: row.handler }]),
    { stage: chance.pick(stages) },
    { stage: chance.pick(stages), ...after },
    { overdue: "yes" },
    { overdue: "yes", stage: chance.pick(stages), service: "settlement" },
    { review: "open" },
    { reference: row.reference },
  ]);
}
