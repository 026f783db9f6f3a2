import { askDepartments } from "../exchange/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import { type Casework, getService } from "./casework.ts";
import type { Ground } from "./save-steps.ts";
import type { Signed, StoredCase } from "./stored-case.ts";

type Asked =
  | { readonly ok: true; readonly questions: number }
  | { readonly ok: false; readonly reasons: readonly Ground[] };

/**
 * Asks departments for what they hold of the applicant and the rules read (row E3). Someone whom the register does not
 * know is asked for papers instead: no department could tell who it is.
 */
export async function ask(
  tx: Transaction,
  casework: Casework,
  { row, state: { application } }: StoredCase,
  { account, name }: Signed,
  today: string,
): Promise<Asked> {
  const citizen = application?.people[0]?.citizen;
  if (application === undefined || row.person === null || typeof citizen !== "string")
    return { ok: true, questions: 0 };
  const place = application.dossier["place"];
  const kind =
    typeof place === "object" && place !== null && "kind" in place ? place.kind : undefined;
  const asked = await askDepartments(tx, casework.exchange, {
    county: row.county,
    caseReference: row.reference,
    person: row.person,
    idNumber: citizen,
    purpose: "application",
    by: { account, name },
    service: getService(casework, row.service).declaration.rules,
    place: {
      county: String(application.county),
      ...(typeof kind === "string" ? { kind } : {}),
    },
    on: today,
  });
  if (asked.ok) return { ok: true, questions: asked.value.length };
  return {
    ok: false,
    reasons: asked.problems.map(({ code }) => ({
      code,
      clause: null,
      text: {
        "zh-CN": "这个地方还没有可以适用的规定，请到窗口咨询。",
        en: "There are no rules for this place yet. Please ask at a window.",
      },
    })),
  };
}
