import { createContext, useContext, type ReactNode } from "react";
import type { ListedCase } from "./cases/shapes.ts";
import { type Fresh, useFresh } from "./use-fresh.ts";
import { useMy } from "./use-my.tsx";

const CasesContext = createContext<Fresh<readonly ListedCase[]> | null>(null);

/** One's own cases for every page about oneself: whatever it shows, something may need its reader elsewhere. */
export function WithCases({ children }: { readonly children: ReactNode }) {
  const { onSignedOut } = useMy();
  const cases = useFresh<readonly ListedCase[]>("/api/me/cases", onSignedOut);
  return <CasesContext value={cases}>{children}</CasesContext>;
}

export function useCases(): Fresh<readonly ListedCase[]> {
  const cases = useContext(CasesContext);
  if (cases === null) throw new Error("useCases outside its context");
  return cases;
}

/** Whether something in a case waits for whoever looks. */
export const needsOne = ({ toSign, toAnswer }: ListedCase): boolean =>
  toSign.length > 0 || toAnswer;
