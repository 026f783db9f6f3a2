// From what a page sends to steps of the domain: what the server knows better than the page is filled in here.
import { findColleagues } from "../identity/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import { advise, type Advised } from "./advise.ts";
import { type Casework, getService } from "./casework.ts";
import type { OwnStep } from "./contract.ts";
import type { DeskStep } from "./desk/contract.ts";
import type { Step } from "./domain/action.ts";
import type { Application } from "./domain/application.ts";
import { needsSecond } from "./domain/declaration.ts";
import { reasonsOf } from "./domain/letter/reasons.ts";
import { remediesFor } from "./domain/letter/remedies.ts";
import { missingItems } from "./missing.ts";
import type { Ground } from "./save-steps.ts";
import type { Signed, StoredCase } from "./stored-case.ts";

export type Planned =
  | {
      readonly ok: true;
      readonly steps: readonly Step[];
      /** Departments are to be asked. */
      readonly asks?: true;
      /** What they were asked is not wanted any more. */
      readonly callsOff?: true;
    }
  | { readonly ok: false; readonly reasons: readonly Ground[] };

export type Wanted = {
  readonly body: OwnStep | DeskStep;
  readonly signed: Signed;
  readonly today: string;
  /** Of a draft or an answer, with its people found. */
  readonly application: Application | undefined;
};

const steps = (...list: readonly Step[]): Extract<Planned, { ok: true }> => ({
  ok: true,
  steps: list,
});

const refuse = (code: string, zhCN: string, en: string): Planned => ({
  ok: false,
  reasons: [{ code, clause: null, text: { "zh-CN": zhCN, en } }],
});

/** The steps that a request comes to. */
export async function planStep(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  { body, signed, today, application }: Wanted,
): Promise<Planned> {
  switch (body.do) {
    case "draft":
    case "answer": {
      if (application === undefined) throw new Error("an application is found before it is kept");
      const step = { do: body.do, application, onPaper: paperOf(body) } as const;
      return body.do === "answer" ? { ...steps(step), asks: true } : steps(step);
    }
    case "submit":
      return { ...steps({ do: "submit", onPaper: paperOf(body) }), asks: true };
    case "withdraw":
      return { ...steps({ do: "withdraw", onPaper: paperOf(body) }), callsOff: true };
    case "ask-review":
    case "consent":
      return steps({ ...body, window: "window" in body ? body.window : null });
    case "assign":
      return planAssignment(casework, stored, body, { signed, today });
    case "return":
      return planReturn(tx, casework, stored, body, today);
    case "decide":
    case "decide-review":
      return planDecision(tx, casework, stored, body, today);
    case "effect":
    case "complete":
      throw new Error("an effect goes with an act of the register");
    default:
      return steps(body);
  }
}

const paperOf = (body: OwnStep | DeskStep) =>
  "onPaper" in body && body.onPaper !== undefined ? body.onPaper : null;

/** To oneself, or to somebody who works there. */
async function planAssignment(
  { register }: Casework,
  { row }: StoredCase,
  { to, why }: Extract<DeskStep, { do: "assign" }>,
  { signed, today }: Pick<Wanted, "signed" | "today">,
): Promise<Planned> {
  const taken = to ?? signed.account;
  const others = to === null ? [] : await findColleagues(register.database, row.county, today);
  return taken === signed.account || others.some(({ account }) => account === taken)
    ? steps({ do: "assign", to: taken, why })
    : refuse(
        "no-colleague",
        "只能转给本县（市、区）的同事。",
        "A case is handed to somebody who works in the county.",
      );
}

async function planReturn(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  { missing }: Extract<DeskStep, { do: "return" }>,
  today: string,
): Promise<Planned> {
  const advised = await advise(tx, casework, stored, today);
  const known = missingItems(casework.exchange.pack, advised.ok ? advised.value : undefined);
  const items = missing.map(({ key, arisen }) => {
    const item = known(key);
    const why = arisen && { on: arisen.on, why: { "zh-CN": arisen.why, en: arisen.why } };
    return item && { ...item, arisen: why };
  });
  const found = items.flatMap((item) => item ?? []);
  if (found.length < items.length)
    return refuse(
      "unknown-item",
      "只能要求规定里有的事实或材料。",
      "Only facts and papers that the rules name can be asked for.",
    );
  return steps({ do: "return", missing: found });
}

type Deciding = Extract<DeskStep, { do: "decide" | "decide-review" }>;

async function planDecision(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  body: Deciding,
  today: string,
): Promise<Planned> {
  const advised = await advise(tx, casework, stored, today);
  if (!advised.ok)
    return refuse(
      "no-advice",
      "规定无法适用于申请内容，请先补正。",
      "The rules cannot be applied to what was stated; let it be completed first.",
    );
  const { application } = stored.state;
  if (application === undefined) throw new Error("a case begins with its draft");
  const given = givenIn(casework, stored.row.county, advised.value, body);
  if (body.do === "decide") {
    const { advice } = advised.value;
    const { declaration } = getService(casework, stored.row.service);
    const second = needsSecond(declaration, application, { granted: body.granted, advice });
    return steps({ do: "decide", ...given, advice, second });
  }
  const said = { text: { "zh-CN": body.why, en: body.why }, clause: given.clause };
  return steps({
    do: "decide-review",
    outcome: body.outcome,
    ...given,
    reasons: [said, ...given.reasons].slice(0, 60),
    advice: advised.value.advice,
  });
}

/** What a decision says besides what the person who decides says. */
export function givenIn(
  { officeOf }: Casework,
  county: number,
  { advice, explanation }: Advised,
  { do: step, granted, clause, against }: Pick<Deciding, "do" | "granted" | "clause" | "against">,
) {
  const holding = advice.grounds.find(({ outcome }) => outcome === "granted");
  const ground = clause ?? holding?.clause ?? advice.grounds[0]?.clause ?? "K3";
  return {
    granted,
    clause: ground,
    reasons: reasonsOf(explanation, { grants: granted.length > 0, clause: ground }).slice(0, 60),
    remedies: remediesFor(officeOf(county), step === "decide" ? "first" : "review"),
    against,
  };
}
