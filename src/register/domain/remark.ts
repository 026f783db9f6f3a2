// Why an act cannot be done, and what to be aware of when it can: each code once, with its grade and its clause.

type Rule = { readonly grade: "refuses" | "warns"; readonly clause: string | null };

const refuses = (clause: string | null): Rule => ({ grade: "refuses", clause });
const warns = (clause: string | null): Rule => ({ grade: "warns", clause });

const regulations = (article: number) => `Household Registration Regulations 1958 art. ${article}`;
const civilCode = (articles: string) => `Civil Code art. ${articles}`;

const rules = {
  // What the act speaks of is not there.
  "household-unknown": refuses(null),
  "household-ended": refuses(null),
  "person-unknown": refuses(null),
  "dwelling-unknown": refuses(null),
  erased: refuses("PIPL art. 47"),
  dead: refuses(civilCode("13")),
  // Days.
  "future-day": refuses(null),
  "before-last-change": refuses(null),
  "before-birth": refuses(civilCode("13")),
  "same-day": refuses(regulations(6)),
  // One registration a person.
  "already-registered": refuses(regulations(6)),
  "not-registered-here": refuses(regulations(6)),
  "known-person": refuses("R13"),
  "same-county": refuses(null),
  "same-household": refuses(null),
  "not-last-here": refuses(regulations(6)),
  // Members, heads, relations.
  "not-a-member": refuses(regulations(5)),
  "named-twice": refuses(regulations(6)),
  "no-head": refuses(regulations(5)),
  "two-heads": refuses(regulations(5)),
  "relation-missing": refuses(regulations(5)),
  "relation-unknown": refuses("GB/T 4761"),
  "relation-other-sex": refuses("GB/T 4761"),
  "relation-not-here": refuses("B2"),
  "not-left-behind": refuses(null),
  "household-name": refuses("B2"),
  "manager-missing": refuses("B2"),
  "other-kind-of-move": refuses(regulations(19)),
  "child-alone": warns("B2"),
  "head-is-a-child": warns("B2"),
  // The signed will of those whom it is about.
  unsigned: refuses("K1"),
  "child-not-heard": refuses(civilCode("19, 35")),
  "signs-for-many": refuses("K1"),
  "signed-later": refuses("K1"),
  "no-such-place": refuses("K1"),
  "signer-other-name": warns("K1"),
  ward: warns(civilCode("28, 35")),
  "head-unsigned": warns(regulations(19)),
  // Particulars and papers.
  "paper-missing": refuses(regulations(17)),
  "nothing-changes": refuses(regulations(17)),
  "code-unknown": refuses("GB/T 2261.2, GB/T 4658"),
  "id-number-malformed": refuses("GB 11643"),
  "id-number-other-birth-date": refuses("GB 11643"),
  "id-number-other-sex": refuses("GB 11643"),
  "id-number-taken": refuses("R13"),
  "parent-unknown": refuses(regulations(7)),
  "parent-not-older": refuses(regulations(7)),
  "one-parent-twice": refuses(regulations(7)),
  "no-paper": warns(regulations(10)),
  "id-number-missing": warns("R13"),
  "relation-no-longer-fits": warns("GB/T 4761"),
  // Birth and death.
  "not-a-child": refuses("R10"),
  "not-a-parents-household": refuses(regulations(7)),
  "no-parent": warns("R10.2"),
  "late-birth": warns(regulations(7)),
  "died-later": refuses(regulations(8)),
  "died-before-registration": warns(regulations(8)),
  "late-death": warns(regulations(8)),
  "other-cause": refuses(civilCode("50")),
  // Booklets.
  "step-out-of-order": refuses("B3"),
  "booklet-not-withheld": refuses("B3"),
  "notice-running": refuses("B3"),
  // Erasure.
  "still-registered": refuses("PIPL art. 47"),
  "case-open": refuses("PIPL art. 47"),
  "case-kept": refuses("PIPL art. 47"),
} as const satisfies Readonly<Record<string, Rule>>;

export type RemarkCode = keyof typeof rules;

/** `values` holds what the wording needs: keys, days and codes, never names. */
export type Remark = {
  readonly code: RemarkCode;
  readonly clause: string | null;
  /** Path into the act, as arrivals.0.relation. */
  readonly path: string | null;
  readonly values: Readonly<Record<string, string | number>>;
};

export function remark(
  code: RemarkCode,
  path: string | null,
  values: Remark["values"] = {},
): Remark {
  return { code, clause: rules[code].clause, path, values };
}

export const refusesAct = ({ code }: Remark): boolean => rules[code].grade === "refuses";
