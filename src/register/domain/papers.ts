// Papers about people that are kept beside the register.
import type { RegisterEvent } from "./event.ts";
import type { PastEvent } from "./redaction.ts";
import type { IsoDate, Particulars, PersonId } from "./shapes.ts";

/** Why an erasure has to wait: a case is open, or what was decided in it has to be kept until a day. */
export type PapersKept =
  | { readonly code: "case-open"; readonly values: { readonly case: string } }
  | {
      readonly code: "case-kept";
      readonly values: { readonly case: string; readonly until: IsoDate };
    };

/** Somebody by everything that papers may call them. */
export type KnownAs = {
  readonly person: PersonId;
  readonly names: ReadonlySet<string>;
  readonly idNumbers: ReadonlySet<string>;
};

/** Every name by which the person may have signed, and every number that was on record. */
export function knownAs(history: readonly PastEvent[], person: PersonId): KnownAs {
  const known = history.flatMap(({ payload }) => particularsIn(payload, person));
  return {
    person,
    names: new Set(
      known.flatMap(({ name, nameHan, formerNames }) =>
        [name, nameHan, ...(formerNames ?? [])].flatMap((text) => text ?? []),
      ),
    ),
    idNumbers: new Set(known.flatMap(({ idNumber }) => idNumber ?? [])),
  };
}

function particularsIn(event: RegisterEvent, person: PersonId): readonly Partial<Particulars>[] {
  switch (event.type) {
    case "birth-registered":
      return event.child.person === person ? [event.child.particulars ?? {}] : [];
    case "settled":
      return event.arrivals.flatMap((arrival) =>
        arrival.person === person ? [arrival.particulars ?? {}] : [],
      );
    case "particulars-corrected":
      return event.person === person ? [event.before, event.after] : [];
    default:
      return [];
  }
}
