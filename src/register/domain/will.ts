// Nobody is registered without their own signed will (K1): who has to have signed, and when.
import { ageOn } from "./days.ts";
import { type Remark, remark } from "./remark.ts";
import type { Ground, IsoDate, Particulars } from "./shapes.ts";

/** Someone whose registration the act changes, in the order of the act's list of people. */
export type Declarant = Pick<Particulars, "birthDate" | "name" | "nameHan">;

const adultAge = 18;
const heardAge = 8;

export const isAdult = (birthDate: IsoDate, on: IsoDate): boolean =>
  ageOn(birthDate, on) >= adultAge;

/** Signatures that cannot be: of days to come, for places that the list does not have. */
export function signatureRemarks(ground: Ground, places: number, on: IsoDate): readonly Remark[] {
  return ground.signatures.flatMap((signature, index) => {
    const path = `ground.signatures.${index}`;
    return [
      ...(signature.signed > on ? [remark("signed-later", `${path}.signed`, { on })] : []),
      ...(signature.for.some((place) => place >= places)
        ? [remark("no-such-place", `${path}.for`, { places })]
        : []),
      ...(signature.as === "self" && signature.for.length > 1
        ? [remark("signs-for-many", `${path}.for`)]
        : []),
    ];
  });
}

/** Each adult signs alone; a guardian signs for a child or a ward, who was heard. */
export function willRemarks(
  ground: Ground,
  declarants: readonly Declarant[],
  on: IsoDate,
): readonly Remark[] {
  return [
    ...signatureRemarks(ground, declarants.length, on),
    ...declarants.flatMap((declarant, place) => ownWillRemarks(ground, declarant, place, on)),
  ];
}

/** The will of one of those in the act's list. */
export function ownWillRemarks(
  ground: Ground,
  { birthDate, name, nameHan }: Declarant,
  place: number,
  on: IsoDate,
): readonly Remark[] {
  const covering = ground.signatures.filter((signature) => signature.for.includes(place));
  const own = covering.filter(({ as }) => as === "self");
  const guardians = covering.filter(({ as }) => as === "guardian" || as === "institution");
  const heard = guardians.some((signature) => signature.heard === true);
  const path = "ground.signatures";
  const age = ageOn(birthDate, on);
  if (age >= adultAge) {
    if (own.some(({ signer }) => signer === name || signer === nameHan)) return [];
    if (own.length > 0) return [remark("signer-other-name", path, { place })];
    const isWard = heard && ground.papers.length > 0;
    return [remark(isWard ? "ward" : "unsigned", path, { place })];
  }
  if (guardians.length === 0) return [remark("unsigned", path, { place })];
  return age >= heardAge && !heard ? [remark("child-not-heard", path, { place })] : [];
}
