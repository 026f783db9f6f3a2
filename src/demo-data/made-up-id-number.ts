import { idCheckCharacter } from "../policy/index.ts";

/**
 * A citizen ID number with the right check character in a division that GB/T 2260 assigns to nobody (99xxxx), so that
 * no real person can bear it.
 *
 * @param county six digits, 990000-999999
 * @param born ISO day
 * @param order 0-999; odd is male, even is female
 */
export function madeUpIdNumber(county: number, born: string, order: number): string {
  if (county < 990_000 || county > 999_999)
    throw new Error(`${county} may be a real place: made-up numbers begin with 99`);
  const digits = `${county}${born.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
  return digits + idCheckCharacter(digits);
}
