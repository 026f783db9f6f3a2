import { type Division, placeDivision, soundOfPlace } from "../standards/index.ts";

/** The places of the demo, which do not exist: GB/T 2260 gives 99 to no province. Demo installations alone have them. */
export const madeUpDivisions: readonly Division[] = [
  madeUp(990_000, "虚构省", "Made-up Province"),
  madeUp(990_100, "示例市（虚构）", "Sample City (made up)"),
  madeUp(990_101, "示例区（虚构）", "Sample District (made up)"),
  madeUp(990_102, "邻县（虚构）", "Neighbour County (made up)"),
];

function madeUp(code: number, name: string, en: string): Division {
  return placeDivision(code, { "zh-CN": name, en }, soundOfPlace(name.replace(/（.*）/, "")));
}
