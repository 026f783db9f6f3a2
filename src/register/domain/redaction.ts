// What a lawful erasure leaves of an event: keys, days and seats, so that it still folds; nothing that says who it was.
import type { Newcomer, RegisterEvent } from "./event.ts";
import type { County, Ground, PersonId } from "./shapes.ts";

/** An event as it was recorded, its payload already replaced where an earlier erasure did so. */
export type PastEvent = {
  readonly county: County;
  /** Its id. */
  readonly event: string;
  readonly payload: RegisterEvent;
};

/**
 * @param names every name the register had for the person: they may have signed for others
 */
export function redact(
  event: RegisterEvent,
  person: PersonId,
  names: ReadonlySet<string>,
): RegisterEvent {
  const ground = redactGround(event, person, names);
  const clear = <N extends Newcomer>(newcomer: N): N =>
    newcomer.person === person ? { ...newcomer, particulars: null } : newcomer;
  switch (event.type) {
    case "birth-registered":
      return { ...event, ground, child: clear(event.child) };
    case "settled":
      return { ...event, ground, arrivals: event.arrivals.map(clear) };
    case "particulars-corrected":
      return event.person === person
        ? { ...event, ground, before: {}, after: {} }
        : { ...event, ground };
    case "person-erased":
      return {
        ...event,
        ground,
        redacted: event.redacted.map(({ event: id, left }) => ({
          event: id,
          left: redact(left, person, names),
        })),
      };
    default:
      return { ...event, ground };
  }
}

/** The clause and the kinds of paper stay, and who signed for others; numbers, issuers and free words go. */
function redactGround(event: RegisterEvent, person: PersonId, names: ReadonlySet<string>): Ground {
  const { clause, papers, signatures } = event.ground;
  const place = signatoriesOf(event).indexOf(person);
  return {
    clause,
    papers: papers.map(({ kind }) => ({ kind })),
    signatures: blankSigners(signatures, names)
      .map((signature) => ({
        ...signature,
        for: signature.for.filter((covered) => covered !== place),
      }))
      .filter(({ for: covered }) => covered.length > 0),
  };
}

/** The ground of the erasure itself: its papers prove it and stay, the name goes, and free words that may hold it. */
export function withoutNames(
  { clause, papers, signatures }: Ground,
  names: ReadonlySet<string>,
): Ground {
  return { clause, papers, signatures: blankSigners(signatures, names) };
}

const blankSigners = (
  signatures: Ground["signatures"],
  names: ReadonlySet<string>,
): Ground["signatures"] =>
  signatures.map((signature) => ({
    ...signature,
    signer: names.has(signature.signer) ? "" : signature.signer,
  }));

/** The people whose places signatures name, in the order of the act that became the event. */
function signatoriesOf(event: RegisterEvent): readonly PersonId[] {
  switch (event.type) {
    case "birth-registered":
      return [event.child.person];
    case "settled":
      return event.arrivals.map(({ person }) => person);
    case "moved-out":
      return event.leavers;
    case "moved-within":
      return event.arrivals.map(({ person }) => person);
    case "head-changed":
      return event.stated;
    case "registration-restored":
      return [event.seat.person];
    case "address-changed":
      return event.members;
    case "booklet-issued":
      return event.person === null ? [] : [event.person];
    default:
      return [event.person];
  }
}
