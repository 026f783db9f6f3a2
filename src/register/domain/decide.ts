// The one place where the register says yes or no. Pure: what is not in the view, the keys or the tables does not count.
import type { Act } from "./act.ts";
import { issueBooklet, withholdBooklet } from "./acts/booklets.ts";
import { changeAddress } from "./acts/change-address.ts";
import { changeHead } from "./acts/change-head.ts";
import { correct } from "./acts/correct.ts";
import { erase } from "./acts/erase.ts";
import { moveOut } from "./acts/move-out.ts";
import { moveWithin } from "./acts/move-within.ts";
import { registerBirth } from "./acts/register-birth.ts";
import { registerDeath } from "./acts/register-death.ts";
import { restore } from "./acts/restore.ts";
import { settle } from "./acts/settle.ts";
import type { CountyEvent, Desk, Draft } from "./draft.ts";
import { refusesAct, type Remark } from "./remark.ts";

export type Verdict =
  | {
      readonly ok: true;
      /** In the order in which they are to be recorded: a county that is left comes before the one joined. */
      readonly events: readonly CountyEvent[];
      readonly warnings: readonly Remark[];
    }
  | {
      readonly ok: false;
      readonly refusals: readonly Remark[];
      readonly warnings: readonly Remark[];
    };

/**
 * Decides an act in the county in which it is done.
 *
 * @throws where `view` lacks what `needs` asks for or `desk.ids` are fewer than `newIds` says
 */
export function decide(act: Act, desk: Desk): Verdict {
  const { remarks, events } = draft(act, desk);
  const refusals = remarks.filter(refusesAct);
  const warnings = remarks.filter((each) => !refusesAct(each));
  return refusals.length === 0 ? { ok: true, events, warnings } : { ok: false, refusals, warnings };
}

function draft(act: Act, desk: Desk): Draft {
  switch (act.act) {
    case "register-birth":
      return registerBirth(act, desk);
    case "settle":
      return settle(act, desk);
    case "move-out":
      return moveOut(act, desk);
    case "move-within":
      return moveWithin(act, desk);
    case "change-address":
      return changeAddress(act, desk);
    case "change-head":
      return changeHead(act, desk);
    case "correct":
      return correct(act, desk);
    case "register-death":
      return registerDeath(act, desk);
    case "restore":
      return restore(act, desk);
    case "withhold-booklet":
      return withholdBooklet(act, desk);
    case "issue-booklet":
      return issueBooklet(act, desk);
    case "erase":
      return erase(act, desk);
  }
}
