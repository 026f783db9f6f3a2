import type { Calendar } from "./domain/calendar.ts";
import type { CodeList } from "./domain/code-list.ts";
import { relationCodes, sexOfRelation } from "./domain/kin.ts";
import type { Standards } from "./load.ts";

/** What the register checks declared codes against. */
export type RegisterTables = {
  /** GB/T 4761 code → the only sex (GB/T 2261.1) that it fits, or null where it fits both. */
  readonly relations: ReadonlyMap<number, 1 | 2 | null>;
  /** GB/T 2261.2. */
  readonly marital: ReadonlySet<number>;
  /** GB/T 4658. */
  readonly education: ReadonlySet<number>;
  readonly calendar: Calendar;
};

export function registerTables({ lists, calendar }: Standards): RegisterTables {
  const codesOf = ({ codes }: CodeList) => new Set(codes.map(({ code }) => Number(code)));
  return {
    relations: new Map(relationCodes.map((code) => [code, sexOfRelation(code) ?? null])),
    marital: codesOf(lists["marital-status"]),
    education: codesOf(lists.education),
    calendar,
  };
}
