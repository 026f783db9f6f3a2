import { findNames } from "../identity/index.ts";
import { type Casework, getService, termsOf } from "./casework.ts";
import type { Case } from "./domain/case.ts";
import { decisionLetter } from "./domain/letter/decision-letter.ts";
import type { Letter } from "./domain/letter/letter.ts";
import { noticeLetter } from "./domain/letter/notice-letter.ts";
import { reviewLetter } from "./domain/letter/review-letter.ts";

/** Names of the members of staff who signed something in a case, by account. */
export const namesIn = (
  { register }: Casework,
  accounts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> =>
  findNames(register.database, [...new Set(accounts.flatMap((each) => each ?? []))]);

/** The letter of a decision that waits for a second person. */
export function proposedLetter(
  casework: Casework,
  county: number,
  { application, proposal, service }: Case,
  names: ReadonlyMap<string, string>,
): Letter | undefined {
  if (application === undefined || proposal === null) return undefined;
  const { office } = casework.officeOf(county);
  const signed = { by: names.get(proposal.by) ?? "", office };
  return decisionLetter(
    application,
    proposal,
    signed,
    termsOf(casework, getService(casework, service)),
  );
}

/** Every letter of a case in its order: notices, decisions, reviews that changed none. */
export function lettersOf(
  casework: Casework,
  county: number,
  state: Case,
  names: ReadonlyMap<string, string>,
): readonly Letter[] {
  const { application, notices, decisions, reviews } = state;
  if (application === undefined) return [];
  const terms = termsOf(casework, getService(casework, state.service));
  const { office } = casework.officeOf(county);
  const signed = (account: string | null) => ({
    by: account === null ? "" : (names.get(account) ?? ""),
    office,
  });
  const asked = reviews.filter(({ decided }) => decided?.outcome !== "reversed");
  return [
    ...notices.map((notice) => noticeLetter(application, notice, signed(notice.by), terms)),
    ...decisions.map((decision) =>
      decisionLetter(application, decision, signed(decision.by), terms),
    ),
    ...asked.flatMap(
      (review) =>
        reviewLetter(application, review, signed(review.decided?.by ?? null), terms) ?? [],
    ),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
}
