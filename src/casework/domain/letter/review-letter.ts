// The letter on a review that changed no decision: it stands, or one has to be made at last.
import type { Application } from "../application.ts";
import type { Review } from "../case.ts";
import type { Terms } from "../declaration.ts";
import type { Signing } from "./decision-letter.ts";
import { both, type Letter, sentence } from "./letter.ts";
import { datedRemedies } from "./remedies.ts";

const outcomes = {
  upheld: both("维持原来的决定。", "The decision stands."),
  reversed: both("原来的决定改变，见新的决定书。", "The decision is changed; see the new letter."),
  ordered: both("责令办理机关作出决定。", "The office is ordered to decide."),
};

/** Undefined while the review is under way. */
export function reviewLetter(
  { people }: Application,
  { decided, signer }: Review,
  signed: Signing,
  terms: Terms,
): Letter | undefined {
  if (decided === null) return undefined;
  const { on, outcome, reasons, remedies, delivered } = decided;
  return {
    kind: "review",
    title: both("行政复议决定书", "Decision on review"),
    on,
    to: [nameOfSigner(people, signer)],
    parts: [
      { heading: both("复议决定", "Decision"), sentences: [sentence(outcomes[outcome])] },
      {
        heading: both("理由和依据", "Reasons and clauses"),
        sentences: reasons.map(({ text, clause }) => sentence(text, clause)),
      },
    ],
    remedies: datedRemedies(remedies, "review", delivered, terms),
    signed,
  };
}

/** Who asked: one of the people, or the guardian of one. */
const nameOfSigner = (people: Application["people"], signer: string): string =>
  people
    .flatMap(({ citizen, name, guardians }) => [{ citizen, name }, ...guardians])
    .find(({ citizen }) => citizen === signer)?.name ?? "";
