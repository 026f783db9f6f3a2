import type { Act } from "../act.ts";
import { dayRemarks } from "../days.ts";
import { type CountyEvent, type Desk, type Draft, stop } from "../draft.ts";
import { knownAs } from "../papers.ts";
import { redact, withoutNames } from "../redaction.ts";
import { remark } from "../remark.ts";
import { findPerson } from "../view.ts";
import { signatureRemarks } from "../will.ts";

/**
 * Removes what the register knows of someone who is not registered any more (PIPL art. 47), in every county that has
 * an event about them. What happened to whom on which day stays, under the key alone.
 */
export function erase(act: Extract<Act, { act: "erase" }>, { view }: Desk): Draft {
  const { on, ground } = act;
  const found = findPerson(view, act.person);
  if (found === undefined) return stop(remark("person-unknown", "person"));
  const { person, particulars, registered } = found;
  if (particulars === null) return stop(remark("erased", "person", { person }));
  if (registered !== null)
    return stop(remark("still-registered", "person", { county: registered.county }));
  const { names } = knownAs(view.history, person);
  const kept = withoutNames(ground, names);
  const counties = [...new Set(view.history.map(({ county }) => county))].toSorted((a, b) => a - b);
  return {
    remarks: [
      ...dayRemarks(on, view, [found]),
      ...(ground.papers.length === 0 ? [remark("paper-missing", "ground.papers")] : []),
      ...signatureRemarks(ground, 1, on),
      ...view.papers.map(({ code, values }) => remark(code, "person", values)),
    ],
    events: counties.map((county): CountyEvent => {
      const redacted = view.history
        .filter((past) => past.county === county)
        .map(({ event, payload }) => ({ event, left: redact(payload, person, names) }));
      const event = { type: "person-erased", on, ground: kept, person, redacted } as const;
      return { county, event };
    }),
  };
}
