// The other half of a move between counties: the households that the arrivals leave, on the same day.
import type { Act } from "../act.ts";
import type { CountyEvent, Desk } from "../draft.ts";
import { reseat, type Who } from "../members.ts";
import { type Remark, remark } from "../remark.ts";
import type { Ground, PersonId } from "../shapes.ts";
import { findHousehold, findPerson, type HouseholdView } from "../view.ts";
import type { Newcomer } from "./newcomers.ts";

type Settle = Extract<Act, { act: "settle" }>;

type Left = {
  readonly remarks: readonly Remark[];
  readonly sources: readonly HouseholdView[];
  /** In county order. */
  readonly events: readonly CountyEvent[];
};

export function leaveSources(
  { on, ground, leftBehind }: Settle,
  { view, county, tables }: Desk,
  newcomers: readonly Newcomer[],
  who: Who,
): Left {
  const moving = newcomers.flatMap(({ person, from }) => {
    if (from.kind !== "county") return [];
    const household = findPerson(view, person)?.household;
    const source = household ? findHousehold(view, from.county, household) : undefined;
    if (source === undefined) throw new Error("a registered person sits in no loaded household");
    return [{ person, source }];
  });
  const sources = [...new Set(moving.map(({ source }) => source))].toSorted(
    (a, b) => a.county - b.county || a.household - b.household,
  );
  const left = sources.map((source) => {
    const { kind, members, household } = source;
    const leaving = moving.flatMap((each) => (each.source === source ? [each.person] : []));
    const place = leftBehind.findIndex((each) => each.household === household);
    const seats = leftBehind[place]?.seats ?? [];
    const path = place < 0 ? "leftBehind" : `leftBehind.${place}.seats`;
    const seated = reseat({ kind, members, leaving, joining: [], seats, path }, who, tables, on);
    const event: CountyEvent["event"] = {
      type: "moved-out",
      on,
      ground: groundOf(ground, leaving, newcomers),
      household,
      leavers: leaving,
      to: { kind: "county", county },
      remaining: { seats: seated.changed, ends: seated.ends },
    };
    return { remarks: seated.remarks, event: { county: source.county, event } };
  });
  const stray = leftBehind.flatMap(({ household }, index) =>
    sources.some((source) => source.household === household) &&
    leftBehind.findIndex((each) => each.household === household) === index
      ? []
      : [remark("not-left-behind", `leftBehind.${index}.household`, { household })],
  );
  return {
    remarks: [...left.flatMap(({ remarks }) => remarks), ...stray],
    sources,
    events: left.map(({ event }) => event),
  };
}

/** The ground as it concerns some of the arrivals: signatures name places among the leavers. */
function groundOf(
  ground: Ground,
  leaving: readonly PersonId[],
  newcomers: readonly Newcomer[],
): Ground {
  const places = newcomers.map(({ person }) => leaving.indexOf(person));
  return {
    ...ground,
    signatures: ground.signatures.flatMap((signature) => {
      const covered = signature.for.flatMap((place) => places[place] ?? []);
      const among = covered.filter((place) => place >= 0);
      return among.length === 0 ? [] : [{ ...signature, for: among }];
    }),
  };
}
