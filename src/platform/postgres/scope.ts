/** A department as `rulebooks/vocabulary.yaml` names it, whose data row-level security tells apart; "" is none. */
export type Department = string;

/** What a transaction may see: the rows of these counties (GB/T 2260) and of this department. */
export type Scope = { readonly counties: readonly number[]; readonly department: Department };

/**
 * SQL that narrows the rest of a transaction to a scope, to be sent together with BEGIN.
 * It is written out, not bound, so only what is checked here comes into it.
 */
export function settingsOf({ counties, department }: Scope): string {
  for (const county of counties) {
    if (!Number.isInteger(county) || county < 100_000 || county > 999_999) {
      throw new Error(`not a county: ${county}`);
    }
  }
  if (!/^[a-z-]{0,40}$/.test(department)) throw new Error(`not a department: ${department}`);
  return (
    `SET LOCAL luohu.counties = '{${counties.join(",")}}'; ` +
    `SET LOCAL luohu.department = '${department}'`
  );
}
