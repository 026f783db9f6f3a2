import { createContext, useContext } from "react";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import type { StepName } from "./steps.ts";

export type Person = DeskCase["people"][number];
export type Advice = NonNullable<DeskCase["advice"]>;

/** The case that is open, and what became of a step in it. */
export type CaseWork = {
  readonly seen: DeskCase;
  /** Path of the case in the server's routes. */
  readonly path: string;
  readonly reload: () => void;
  readonly close: () => void;
  /** A step was taken; with the version that it led to. */
  readonly done: (step: StepName, version: number) => void;
};

export const CaseWorkContext = createContext<CaseWork | null>(null);

export function useCaseWork(): CaseWork {
  const work = useContext(CaseWorkContext);
  if (work === null) throw new Error("useCaseWork outside a case");
  return work;
}

/** What a step rests on: the version of the case that its sender saw. */
export const seenHeaders = ({ version }: Pick<DeskCase, "version">) => ({
  "if-match": `"c${version}"`,
});
