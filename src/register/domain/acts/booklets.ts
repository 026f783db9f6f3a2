// Booklets, and the way out when one member keeps the booklet from another (domain.md 3.3).
import type { Act } from "../act.ts";
import { dayRemarks, ownBookletFrom } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { openHousehold } from "../joined.ts";
import { type Remark, remark } from "../remark.ts";
import { findPerson, type HouseholdView, type Tables, type Withholding } from "../view.ts";
import { signatureRemarks, willRemarks } from "../will.ts";

type Withhold = Extract<Act, { act: "withhold-booklet" }>;
type Issue = Extract<Act, { act: "issue-booklet" }>;
type Step = Withholding["step"];

/** What may follow what; a matter that is settled may come up again. */
const next: Readonly<Record<Step | "none", readonly Step[]>> = {
  none: ["reported"],
  reported: ["mediated", "settled"],
  mediated: ["notified", "settled"],
  notified: ["settled"],
  settled: ["reported"],
};

export function withholdBooklet(act: Withhold, desk: Desk): Draft {
  const { view, county } = desk;
  const { on, ground, person, step } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const member = memberRemarks(household, person);
  if (member.length > 0) return stop(...member);
  const last = lastStep(household, person);
  const allowed = next[last?.step ?? "none"];
  return {
    remarks: [
      ...dayRemarks(on, view, [household]),
      ...(allowed.includes(step)
        ? []
        : [remark("step-out-of-order", "step", { after: last?.step ?? "none" })]),
      ...(step === "reported" ? askerRemarks(act, person, desk) : signatureRemarks(ground, 1, on)),
    ],
    events: [
      {
        county,
        event: {
          type: "booklet-withheld",
          on,
          ground,
          household: household.household,
          person,
          step,
        },
      },
    ],
  };
}

/** The household's booklet; or one person's own, once the notice has run out. Collective households have only own ones. */
export function issueBooklet(act: Issue, desk: Desk): Draft {
  const { county, tables } = desk;
  const { on, ground, person } = act;
  const opened = openHousehold(act.household, "household", desk);
  if (!opened.ok) return stop(...opened.remarks);
  const { household } = opened;
  const remarks = person === null ? signedRemarks(act) : ownBooklet(act, person, household, tables);
  return {
    remarks: [
      ...dayRemarks(on, desk.view, [household]),
      ...remarks,
      ...(person === null ? [] : askerRemarks(act, person, desk)),
    ],
    events: [
      {
        county,
        event: { type: "booklet-issued", on, ground, household: household.household, person },
      },
    ],
  };
}

function ownBooklet(
  { on }: Issue,
  person: number,
  household: HouseholdView,
  { calendar }: Tables,
): readonly Remark[] {
  const member = memberRemarks(household, person);
  if (member.length > 0 || household.kind !== "family") return member;
  const last = lastStep(household, person);
  if (last?.step !== "notified") return [remark("booklet-not-withheld", "person", { person })];
  const from = ownBookletFrom(last.on, calendar);
  return on < from ? [remark("notice-running", "on", { from })] : [];
}

function signedRemarks({ ground, on }: Issue): readonly Remark[] {
  return ground.signatures.length === 0
    ? [remark("unsigned", "ground.signatures")]
    : signatureRemarks(ground, 1, on);
}

function askerRemarks(act: Issue | Withhold, person: number, { view }: Desk): readonly Remark[] {
  const particulars = findPerson(view, person)?.particulars;
  return particulars ? willRemarks(act.ground, [particulars], act.on) : [];
}

const lastStep = ({ withheld }: HouseholdView, person: number): Withholding | undefined =>
  withheld.find((each) => each.person === person);

const memberRemarks = ({ members }: HouseholdView, person: number): readonly Remark[] =>
  members.some((seat) => seat.person === person)
    ? []
    : [remark("not-a-member", "person", { person })];
