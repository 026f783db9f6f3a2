import type { z } from "zod";
import type { entry } from "./contract.ts";
import type { RegisterEvent } from "./domain/event.ts";
import type { PersonId } from "./domain/shapes.ts";
import type { ReadEvent } from "./read-events.ts";

export type Entry = z.infer<typeof entry>;

/** An event as people read it. Of other people's particulars it says nothing. */
export function entryOf(event: ReadEvent, person?: PersonId): Entry {
  const { county, seq, type, recorded, payload, hash } = event;
  return {
    county,
    seq,
    event: event.event,
    type,
    on: event.effective,
    recorded,
    by: event.actorName,
    approvedBy: event.approverName,
    clause: payload.ground.clause,
    papers: payload.ground.papers.map(({ kind }) => kind),
    details: event.erased ? null : detailsOf(payload, person),
    hash,
  };
}

function detailsOf(event: RegisterEvent, person: PersonId | undefined): Record<string, unknown> {
  switch (event.type) {
    case "particulars-corrected":
      return { before: event.before, after: event.after };
    case "settled": {
      const own = event.arrivals.filter((arrival) => arrival.person === person);
      const { from } = (own.length > 0 ? own : event.arrivals)[0] ?? {};
      return { household: event.household, from: from ?? null };
    }
    case "moved-out":
      return { household: event.household, to: event.to };
    case "moved-within":
      return { as: event.as, from: event.from, household: event.household };
    case "death-registered":
      return { died: event.died };
    case "registration-restored":
      return { household: event.household, cause: event.cause };
    case "booklet-withheld":
      return { person: event.person, step: event.step };
    case "birth-registered":
    case "address-changed":
    case "head-changed":
    case "booklet-issued":
      return { household: event.household };
    case "person-erased":
      return {};
  }
}
