import { chosenHome, type Draft } from "./draft.ts";
import { headOf } from "./faults.ts";
import { type Kin, relationFor, tieIn } from "./kin.ts";

/**
 * Relations are to whoever heads the household there: where that is somebody else than before, what was stated no
 * longer holds. To the applicant they follow from the register, or from who somebody is and their sex.
 */
export function withRelationsAsOf(
  before: Draft,
  after: Draft,
  self: number,
  kin: readonly Kin[],
): Draft {
  const head = headOf(chosenHome(after));
  if (head === headOf(chosenHome(before))) return after;
  const relations =
    head !== "self"
      ? []
      : after.people.flatMap(({ who, tie }, member) => {
          if (member === 0) return [];
          const known = kin.find(({ person }) => "person" in who && who.person === person);
          const declared = after.form.declared.find((each) => each.member === member);
          const sure = known === undefined ? undefined : tieIn(known, { self, kin });
          const sex = known?.sex ?? declared?.particulars.sex;
          const relation =
            sure?.sure === true
              ? sure.relation
              : sex === undefined
                ? undefined
                : relationFor(tie, sex);
          return relation === undefined ? [] : [{ member, relation }];
        });
  return { ...after, form: { ...after.form, relations } };
}
