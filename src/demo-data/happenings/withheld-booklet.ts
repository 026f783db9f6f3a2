import type { CountyEvent } from "../../register/index.ts";
import { signedGround } from "../history.ts";
import { dayText } from "../people.ts";

/** By how many days ago. */
const steps: ReadonlyMap<number, "reported" | "mediated" | "notified"> = new Map([
  [20, "reported"],
  [17, "mediated"],
  [14, "notified"],
]);

/**
 * 彭悦's booklet is kept from her: the notice is out, and its five working days are over or nearly (domain notes 3.3).
 *
 * @param last the day on which a demo begins
 */
export function withheldBooklet(
  founded: readonly CountyEvent[],
  last: number,
  day: number,
): readonly CountyEvent[] {
  const step = steps.get(last - day);
  if (step === undefined) return [];
  return founded.flatMap(({ county, event }): readonly CountyEvent[] => {
    if (event.type !== "settled") return [];
    return event.arrivals.flatMap(({ person, particulars }): readonly CountyEvent[] =>
      particulars?.name === "彭悦"
        ? [
            {
              county,
              event: {
                type: "booklet-withheld",
                on: dayText(day),
                ground: signedGround("B3", [], [particulars], day),
                household: event.household,
                person,
                step,
              },
            },
          ]
        : [],
    );
  });
}
