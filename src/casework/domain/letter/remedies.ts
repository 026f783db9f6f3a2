// The ways to go on against a decision, and until when.
import type { Text } from "../../../policy/index.ts";
import type { Remedy } from "../action.ts";
import { remedyDays } from "../deadlines.ts";
import type { Terms } from "../declaration.ts";
import type { IsoDate } from "../shapes.ts";
import { endOnWorkingDay, lastDay } from "../working-days.ts";
import { both, type LetterRemedy } from "./letter.ts";

/** Who reviews and who judges for one place. */
export type Bodies = { readonly government: Text; readonly court: Text };

const reviewClause = "Administrative Reconsideration Law art. 20, 24";
const courtClause = "Administrative Procedure Law art. 46";
const afterReviewClause = "Administrative Procedure Law art. 45";

/** Review at the government of the same level, or the court; after a review, the court. */
export const remediesFor = (
  { government, court }: Bodies,
  from: "first" | "review",
): readonly Remedy[] =>
  from === "first"
    ? [
        { kind: "review", before: government, clause: reviewClause },
        { kind: "court", before: court, clause: courtClause },
      ]
    : [{ kind: "court", before: court, clause: afterReviewClause }];

/** Calendar days for the court after a review (Administrative Procedure Law art. 45). */
const daysAfterReview = 15;

/** The remedies with their last days, once the decision was delivered. */
export function datedRemedies(
  remedies: readonly Remedy[],
  from: "first" | "review",
  delivered: IsoDate | null,
  terms: Terms,
): readonly LetterRemedy[] {
  const days = from === "first" ? remedyDays(delivered, terms) : afterReview(delivered, terms);
  return remedies.map((remedy) => {
    const until = days?.[remedy.kind] ?? null;
    return { ...remedy, until, text: inWords(remedy, from, until) };
  });
}

function afterReview(delivered: IsoDate | null, { calendar }: Terms) {
  const end = delivered === null ? undefined : lastDay(delivered, daysAfterReview, undefined);
  return end === undefined ? null : { review: null, court: endOnWorkingDay(end, calendar) };
}

function inWords({ kind, before }: Remedy, from: "first" | "review", until: IsoDate | null): Text {
  const time =
    kind === "review"
      ? both("六十日内", "within 60 days")
      : from === "first"
        ? both("六个月内", "within six months")
        : both("十五日内", "within 15 days");
  const last = until === null ? both("", "") : both(`（到${until}为止）`, ` (until ${until})`);
  const what =
    kind === "review"
      ? both(`向${before["zh-CN"]}申请行政复议`, `ask ${before.en} for administrative review`)
      : both(`向${before["zh-CN"]}提起行政诉讼`, `sue at ${before.en}`);
  return both(
    `不服本决定的，可以自收到之日起${time["zh-CN"]}${what["zh-CN"]}${last["zh-CN"]}。`,
    `If you do not agree, you can ${what.en} ${time.en} of receiving this${last.en}.`,
  );
}
