// Acts that one clerk proposes and another person approves.
import type { Act } from "./act.ts";
import { changedFields } from "./acts/correct.ts";
import { findPerson, type View } from "./view.ts";
import { isAdult } from "./will.ts";

/** What one is counted, sent to school and married by: a second person looks before it changes. */
const identifying = new Set(["birthDate", "sex", "idNumber"]);

/** The clause by which a second person has to approve; undefined where one clerk is enough. */
export function fourEyes(act: Act, view: View): string | undefined {
  switch (act.act) {
    case "settle":
      return act.arrivals.some(({ from }) => from === "unregistered") ? "R10.2" : undefined;
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
