import { CasePage } from "./case-page.tsx";
import { CaseList } from "./case-list.tsx";
import "./cases.css";

/** One's own cases, or the one of them that the address names. */
export function CasesPages({ of }: { readonly of: string | undefined }) {
  return of === undefined ? <CaseList /> : <CasePage key={of} of={of} />;
}
