/** A clause's short name; a ground that no clause speaks of has none. */
export function Clause({ clause }: { readonly clause: string }) {
  return /\p{L}/u.test(clause) ? <span className="clause">{clause}</span> : null;
}
