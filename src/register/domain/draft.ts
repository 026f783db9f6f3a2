// What deciding one act yields, and what it has to hand.
import type { RegisterEvent } from "./event.ts";
import type { Remark } from "./remark.ts";
import type { County } from "./shapes.ts";
import type { Ids, Tables, View } from "./view.ts";

export type CountyEvent = { readonly county: County; readonly event: RegisterEvent };

/** Events are those that follow if no remark refuses. */
export type Draft = {
  readonly remarks: readonly Remark[];
  readonly events: readonly CountyEvent[];
};

/** Where an act is decided: the county it is done in, what it looks at, new keys, and the standards. */
export type Desk = {
  readonly view: View;
  readonly county: County;
  readonly ids: Ids;
  readonly tables: Tables;
};

export const stop = (...remarks: readonly Remark[]): Draft => ({ remarks, events: [] });

/** The key at a place of those taken for the act. Too few are a fault of the caller. */
export function getId(ids: readonly number[], place: number): number {
  const id = ids[place];
  if (id === undefined) throw new Error("fewer new keys than newIds said");
  return id;
}
