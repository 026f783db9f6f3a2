import type { Act } from "../act.ts";
import { dayRemarks, monthAfter, stayRemarks } from "../days.ts";
import { type Desk, type Draft, stop } from "../draft.ts";
import { goneRemark } from "../gone.ts";
import { reseat, whoIn } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import { findHousehold, findPerson, type PersonView } from "../view.ts";
import { signatureRemarks } from "../will.ts";

type RegisterDeath = Extract<Act, { act: "register-death" }>;

/** The registration ends; the last member's death ends a family household. */
export function registerDeath(act: RegisterDeath, desk: Desk): Draft {
  const { view, county, tables } = desk;
  const { on, ground, died } = act;
  const person = findPerson(view, act.person);
  if (person === undefined) return stop(remark("person-unknown", "person"));
  const gone = goneRemark(person, "person");
  if (gone !== undefined) return stop(gone);
  if (person.registered?.county !== county || person.household === null)
    return stop(remark("not-registered-here", "person", { person: person.person, county }));
  const household = findHousehold(view, county, person.household);
  if (household === undefined) throw new Error("a registered person sits in no loaded household");
  const { kind, members } = household;
  const seated = reseat(
    { kind, members, leaving: [person.person], joining: [], seats: act.seats, path: "seats" },
    whoIn(view),
    tables,
    on,
  );
  return {
    remarks: [
      ...dayRemarks(on, view, [household, person]),
      ...stayRemarks(on, [person.person], view),
      ...deathRemarks(act, person),
      ...seated.remarks,
      ...declaredRemarks(act),
    ],
    events: [
      {
        county,
        event: {
          type: "death-registered",
          on,
          ground,
          person: person.person,
          died,
          household: household.household,
          remaining: { seats: seated.changed, ends: seated.ends },
        },
      },
    ],
  };
}

/** Declared by those who live with the dead, by relatives or neighbours (Regulations of 1958 art. 8). */
function declaredRemarks({ ground, on }: RegisterDeath): readonly Remark[] {
  return [
    ...signatureRemarks(ground, 1, on),
    ...(ground.signatures.some(({ as }) => as !== "self")
      ? []
      : [remark("unsigned", "ground.signatures")]),
    ...(ground.papers.length === 0 ? [remark("no-paper", "ground.papers")] : []),
  ];
}

function deathRemarks(
  { on, died }: RegisterDeath,
  { registered, particulars }: PersonView,
): readonly Remark[] {
  if (died > on) return [remark("died-later", "died", { on })];
  if (died < (particulars?.birthDate ?? "")) return [remark("before-birth", "died")];
  const due = monthAfter(died);
  const from = registered?.from ?? "";
  return [
    ...(on > due ? [remark("late-death", "on", { due })] : []),
    ...(died < from ? [remark("died-before-registration", "died", { from })] : []),
  ];
}
