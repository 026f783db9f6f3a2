import type { Transaction } from "../platform/postgres/index.ts";
import type { PlainRecord } from "../policy/index.ts";
import { type Answer, answer } from "./contract.ts";
import { listPayloads } from "./store/payloads.ts";
import { listOfCase, type RequestState, type StoredRequest } from "./store/requests.ts";

/** What departments said about someone, as a dossier has it, and who said nothing: what they hold stays unknown. */
export type DepartmentAnswers = {
  /** Each with its source and the day it was stated. */
  readonly records: Readonly<Record<string, readonly PlainRecord[]>>;
  readonly complete: readonly string[];
  readonly open: readonly {
    readonly department: string;
    readonly state: Exclude<RequestState, "answered">;
    readonly kinds: readonly string[];
  }[];
};

/** The newest answer of each department that a case asked about a person. */
export async function answersOf(
  tx: Transaction,
  of: { readonly county: number; readonly caseReference: string; readonly person: number },
): Promise<DepartmentAnswers> {
  const { county, caseReference, person } = of;
  const rows = await tx.run(listOfCase, [county, caseReference, person]);
  const newest = new Map<string, StoredRequest>();
  for (const row of rows) if (!newest.has(row.department)) newest.set(row.department, row);
  const asked = [...newest.values()];
  const keys = asked.filter(({ state }) => state === "answered").map(({ request }) => request);
  const payloads = await tx.run(listPayloads, [county, "answer", keys]);
  const answers = payloads.map(({ payload }): Answer =>
    answer.parse(JSON.parse(payload.toString("utf8"))),
  );
  return {
    records: Object.fromEntries(answers.flatMap(({ records }) => Object.entries(records))),
    complete: answers.flatMap(({ complete }) => complete),
    open: asked.flatMap(({ department, state, records }) =>
      state === "answered" ? [] : [{ department, state, kinds: records.map(({ kind }) => kind) }],
    ),
  };
}
