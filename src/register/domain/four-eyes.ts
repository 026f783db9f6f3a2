// Acts that one clerk proposes and another person approves.
import type { Act } from "./act.ts";
import { changedFields } from "./acts/correct.ts";
import type { Remark, RemarkCode } from "./remark.ts";
import { findPerson, type View } from "./view.ts";
import { isAdult } from "./will.ts";

/** What one is counted, sent to school and married by: a second person looks before it changes. */
const identifying = new Set(["birthDate", "sex", "idNumber"]);

/** Someone's will is stated by another, or under another name: a second person makes sure that it is theirs. */
const doubtfulWill: ReadonlySet<RemarkCode> = new Set(["ward", "signer-other-name"]);

/**
 * The clause by which a second person has to approve; undefined where one clerk is enough.
 *
 * @param warnings what the decision on the act warned of
 */
export function fourEyes(act: Act, view: View, warnings: readonly Remark[]): string | undefined {
  return (
    byAct(act, view) ?? (warnings.some(({ code }) => doubtfulWill.has(code)) ? "K1" : undefined)
  );
}

function byAct(act: Act, view: View): string | undefined {
  switch (act.act) {
    case "settle":
      return act.arrivals.some(isWithoutNumber) ? "R10.2" : undefined;
    case "restore":
      return "R10.3";
    case "erase":
      return "PIPL art. 47, 51";
    case "correct": {
      const particulars = findPerson(view, act.person)?.particulars;
      if (!particulars) return undefined;
      const fields = changedFields(particulars, act.after);
      const renamed = fields.some((field) => field === "name" || field === "nameHan");
      return fields.some((field) => identifying.has(field)) ||
        (renamed && isAdult(particulars.birthDate, act.on))
        ? "Household Registration Regulations 1958 art. 17, 18"
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Without a number nothing tells a newcomer from someone who is registered already. */
const isWithoutNumber = (arrival: Extract<Act, { act: "settle" }>["arrivals"][number]): boolean =>
  arrival.from === "unregistered" ||
  (arrival.from === "elsewhere" && arrival.particulars.idNumber === null);
