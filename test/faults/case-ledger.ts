// What everyone was told about each step they sent in a case: kept here, outside of the program and its database.
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { stepReceipt } from "../../src/casework/contract.ts";
import type { Answer } from "./session.ts";

export type StepReceipt = z.infer<typeof stepReceipt>;

export type SentStep = {
  readonly key: string;
  /** What was to be done; `open` begins a case. */
  readonly name: string;
  /** Requests that had no answer, or none that says what became of the step. */
  lost: number;
  told: "nothing" | "refused" | "done";
  receipt: StepReceipt | undefined;
};

/** A case as those who brought it know it. */
export type KnownCase = {
  /** Undefined until it is told. */
  case: string | undefined;
  readonly steps: SentStep[];
  ended: boolean;
  /** Why somebody had to give up. */
  fault: string | undefined;
};

export type CaseLedger = {
  readonly cases: readonly KnownCase[];
  readonly begin: () => KnownCase;
  readonly send: (known: KnownCase, key: string, name: string) => SentStep;
  readonly tell: (step: SentStep, answer: Answer) => void;
  /** Answers to one step that do not go together. */
  readonly contradictions: readonly string[];
};

export function openCaseLedger(): CaseLedger {
  const cases: KnownCase[] = [];
  const contradictions: string[] = [];
  return {
    cases,
    contradictions,
    begin() {
      const known: KnownCase = { case: undefined, steps: [], ended: false, fault: undefined };
      cases.push(known);
      return known;
    },
    send(known, key, name) {
      const step: SentStep = { key, name, lost: 0, told: "nothing", receipt: undefined };
      known.steps.push(step);
      return step;
    },
    tell(step, { status, body }) {
      const done = status === 200 || status === 201;
      const before = step.told;
      step.told = done ? "done" : "refused";
      const receipt = done ? (body as StepReceipt) : undefined;
      const same = before === "nothing" || isDeepStrictEqual(step.receipt, receipt);
      if (before !== "nothing" && (before !== step.told || !same))
        contradictions.push(`${step.name} ${step.key}: told ${before}, and then ${step.told}`);
      step.receipt ??= receipt;
    },
  };
}
