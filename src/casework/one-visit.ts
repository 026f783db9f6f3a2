// One visit: everything up to the decision, where the advice is clear and one person may decide (D2.4).
import type { Transaction } from "../platform/postgres/index.ts";
import { advise } from "./advise.ts";
import { type Casework, getService, termsOf } from "./casework.ts";
import type { DeskStep } from "./desk/contract.ts";
import type { Advice, Step } from "./domain/action.ts";
import { asOf } from "./domain/apply.ts";
import { needsSecond } from "./domain/declaration.ts";
import { givenIn } from "./plan-step.ts";
import type { Ground } from "./save-steps.ts";
import type { StoredCase } from "./stored-case.ts";

export const notInOneVisit: Ground = {
  code: "not-in-one-visit",
  clause: "D2.4",
  text: {
    "zh-CN": "还不能一次办结：答复不是准予，或者要由第二个人审批。",
    en: "It cannot be finished in one visit: the advice is not to grant, or a second person has to decide.",
  },
};

/** What of a visit is still to do before the effect; undefined where it takes more than one person or another answer. */
export async function stepsOfVisit(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  { seen, clause }: Extract<DeskStep, { do: "complete" }>,
  today: string,
): Promise<readonly Step[] | undefined> {
  const service = getService(casework, stored.row.service);
  const { stage, application } = asOf(stored.state, today, termsOf(casework, service));
  if (stage === "granted") return [];
  const advised = await advise(tx, casework, stored, today);
  if (!advised.ok || application === undefined) return undefined;
  const { advice } = advised.value;
  const granted = grantedBy(advice, application.people.length);
  if (granted === undefined || needsSecond(service.declaration, application, { granted, advice }))
    return undefined;
  const given = givenIn(casework, stored.row.county, advised.value, {
    do: "decide",
    granted: [...granted],
    clause,
    against: null,
  });
  return [
    ...(stage === "submitted" ? [{ do: "accept" } as const] : []),
    { do: "check", seen, note: null },
    { do: "decide", ...given, advice, second: false },
  ];
}

/** Everyone whom the advice grants; undefined where it does not grant, or leaves somebody open. */
export function grantedBy(
  { outcome, covered }: Advice,
  people: number,
): readonly number[] | undefined {
  if (outcome !== "granted" || covered.some(({ state }) => state === "unknown")) return undefined;
  return [...Array(people).keys()].filter(
    (member) =>
      member === 0 || covered.some((each) => each.member === member && each.state === "covered"),
  );
}
