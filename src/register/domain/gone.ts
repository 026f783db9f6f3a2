// Those for whom nothing can be done any more.
import { type Remark, remark } from "./remark.ts";
import type { PersonView } from "./view.ts";

/** The dead do nothing, and of the erased nothing is known that could be registered. */
export function goneRemark(
  { person, died, particulars }: PersonView,
  path: string,
): Remark | undefined {
  if (died !== null) return remark("dead", path, { person, died });
  return particulars === null ? remark("erased", path, { person }) : undefined;
}
