import { useSpeech } from "../i18n/use-messages.tsx";

/** Whether a clause has a name; a ground that no clause speaks of has none. */
export const hasClause = (clause: string): boolean => /\p{L}/u.test(clause);

/** A clause's short name. */
export function Clause({ clause }: { readonly clause: string }) {
  const { m } = useSpeech();
  return hasClause(clause) ? <span className="clause">{m.clause(clause)}</span> : null;
}
